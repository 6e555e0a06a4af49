//! Migrations as an application passes them.

use std::fmt;

use zimagi_spec::descriptor::Store;
use zimagi_spec::names::Database;

use super::super::session::Db;
use crate::crypto::sha256;

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

/// The name by which people know it.
impl fmt::Display for MigrationEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}_{}", self.version, self.name)
    }
}

impl MigrationEntry {
    /// Tells whether it is still the one that was applied.
    pub(super) fn digest(&self) -> [u8; 32] {
        sha256(self.up.as_bytes())
    }
}

/// The migrations of one history of a database, in the order of their versions.
pub(super) fn of_history(db: &Db, store: Store, sets: &[MigrationSet]) -> Vec<MigrationEntry> {
    let is_alone = db.histories().len() == 1;
    let chosen = sets.iter().filter(|set| set.database == db.database() && (is_alone || set.store == store));
    let mut migrations: Vec<_> = chosen.flat_map(|set| set.migrations).copied().collect();
    migrations.sort_by_key(|migration| migration.version);
    migrations
}
