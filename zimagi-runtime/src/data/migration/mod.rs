//! Migrations: the application's history, compiled in, and its application to a database.
//!
//! The runtime has no migrations of its own; what tables there are is decided where the specs are compiled.

mod set;
mod source;

pub use set::{MigrationEntry, MigrationSet};
pub(crate) use set::MigrationStatus;
pub(crate) use source::Compiled;
