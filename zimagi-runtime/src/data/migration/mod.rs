//! Migrations: the application's history, compiled in, and its application to a database.
//!
//! The runtime has no migrations of its own; what tables there are is decided where the specs are compiled. What was applied a
//! database remembers in the table `zimagi_migration`: the version, the name, whether older programs can go on after it, and a
//! digest of the statements.

mod apply;
mod error;
mod ledger;
mod revert;
mod set;
mod statements;
mod status;
#[cfg(test)]
mod tests;

pub(crate) use apply::apply;
pub(crate) use error::MigrationError;
pub(crate) use revert::{Extent, plan as plan_revert, revert};
pub use set::{MigrationEffect, MigrationEntry, MigrationSet};
pub(crate) use status::{UnknownMigration, status};
