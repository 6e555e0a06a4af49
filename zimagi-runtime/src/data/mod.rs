//! The data engine: one way to read and write every model, driven by descriptors.
//!
//! A request's names and values become resolved conditions (`path`, `question`) under the caller's permit, those
//! become a statement tree (`lowering`, `sql`), and a [`session`](Session) runs it; `engine` holds all of it together. Nothing here knows
//! HTTP, commands or who the caller is.

pub(crate) mod catalogue;
mod csv;
mod engine;
mod error;
pub(crate) mod hook;
mod identify;
mod json;
mod limits;
mod lowering;
pub(crate) mod migration;
mod mistake;
mod nearest;
pub(crate) mod parse;
pub(crate) mod path;
pub(crate) mod question;
mod selection;
mod session;
mod sql;
pub mod sql_types;
mod tag;
pub(crate) mod typed;
pub(crate) mod ungated;
pub(crate) mod value;
mod view;

pub(crate) use engine::{
    ALL_RECORDS, Address, Batch, Deed, Ending, Engine, Expected, Extent, Fence, ListPage, Mode, Origin, Outcome,
    PAGE_MAX, PAGE_SIZE, PAGE_SIZE_MAX, Report, Stored, Task, Terms, Turn,
};
pub(crate) use error::DataError;
pub(crate) use json::address_text;
pub(crate) use limits::Limits;
pub(crate) use mistake::{FieldError, FieldFault, QueryFault, QueryMistake};
pub(crate) use nearest::nearest_names;
pub(crate) use question::ordering::has_order;
pub(crate) use question::query::{AggregateQuery, AskedFilter, ExportFormat, ExportQuery, FILTER, Query, ValuesQuery};
pub(crate) use question::query_limits::QueryLimits;
pub(crate) use session::{DatabaseConfig, Db, FileTrace, briefly, sqlite_file};
pub(crate) use tag::tag_of;
pub(crate) use view::View;

#[cfg(test)]
pub(crate) use session::test_database;
