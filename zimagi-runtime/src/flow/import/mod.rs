//! `import`: rows from sources into data models, in constant memory, with a report that leaves nothing out.
//!
//! One thread reads the source and turns cells into values (`source`, `row`), in batches; beside it each batch's relations are
//! looked up (`relation`) and its rows stored (`store`). What was read, stored, unchanged and rejected is counted by
//! target (`report`). How rows are stored is the engine's affair.

mod batch;
mod bind;
mod cache;
mod command;
mod error;
mod pipeline;
mod relation;
mod report;
mod row;
mod selection;
mod source;
mod store;

pub(super) use command::COMMAND;
