//! Migrations that are compiled in.

use super::{Effect, History};

/// The migrations of one database file or server, oldest first.
#[derive(Debug)]
pub(crate) struct MigrationSetPlan {
    pub(crate) history: History,
    pub(crate) migrations: Vec<MigrationPlan>,
}

/// One migration: a folder with `up.sql`, `down.sql` and `migration.json`.
#[derive(Debug)]
pub(crate) struct MigrationPlan {
    /// `YYYYMMDDHHMMSS`.
    pub(crate) version: String,
    /// The rest of the folder's name.
    pub(crate) name: String,
    /// The folder's whole name.
    pub(crate) folder: String,
    /// What it means for programs that do not know it.
    pub(crate) effect: Effect,
}
