//! Migrations: the application's history, compiled in, and its application to a database.
//!
//! The runtime has no migrations of its own; what tables there are is decided where the specs are compiled.

mod set;
mod source;
#[cfg(test)]
mod tests;

use super::error::DataError;
use super::session::Db;

pub(crate) use set::MigrationStatus;
pub use set::{MigrationEffect, MigrationEntry, MigrationSet};
pub(crate) use source::Compiled;

/// Applies what waits and gives its names. Of several processes one applies, the others wait for it.
pub(crate) async fn apply(db: &Db, sets: &[MigrationSet]) -> Result<Vec<String>, DataError> {
    db.migrate(sets).await
}

/// What is applied, what waits and what is unknown.
pub(crate) async fn status(db: &Db, sets: &[MigrationSet]) -> Result<MigrationStatus, DataError> {
    db.migration_status(sets).await
}
