//! Migrations as an application passes them, and what a database knows of them.

use zimagi_spec::descriptor::Store;
use zimagi_spec::names::Database;

/// The migrations of one database, oldest first.
#[derive(Debug, Clone, Copy)]
pub struct MigrationSet {
    /// Which database they are written for.
    pub database: Database,
    /// Which file of it, where there are two.
    pub store: Store,
    /// The migrations.
    pub migrations: &'static [MigrationEntry],
}

/// One migration, compiled in.
#[derive(Debug, Clone, Copy)]
pub struct MigrationEntry {
    /// `YYYYMMDDHHMMSS`.
    pub version: &'static str,
    /// The rest of its folder's name.
    pub name: &'static str,
    /// What it means for programs that do not know it.
    pub effect: MigrationEffect,
    /// The statements that apply it.
    pub up: &'static str,
    /// The statements that undo it.
    pub down: &'static str,
}

/// Whether a program that was built before a migration can go on after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MigrationEffect {
    /// Everything that such a program reads and writes is as it was.
    Additive,
    /// Something that it may read or write is gone or is not taken any more.
    Breaking,
}

/// What a database knows of the history, each migration as `VERSION_NAME`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct MigrationStatus {
    /// Applied ones.
    pub(crate) applied: Vec<String>,
    /// Those that wait.
    pub(crate) pending: Vec<String>,
    /// Versions that were applied and that this program does not know.
    pub(crate) unknown: Vec<String>,
}

impl MigrationStatus {
    pub(crate) fn join(mut self, other: Self) -> Self {
        self.applied.extend(other.applied);
        self.pending.extend(other.pending);
        self.unknown.extend(other.unknown);
        self
    }
}
