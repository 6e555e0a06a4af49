//! What a database and a program know of each other's migrations.

use super::super::error::DataError;
use super::super::session::{Db, SchemaLink};
use super::ledger::{self, Applied};
use super::set::{MigrationEffect, MigrationSet, of_history};

/// What was applied and what was not, each migration as `VERSION_NAME`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct MigrationStatus {
    /// Applied ones.
    pub(crate) applied: Vec<String>,
    /// Those of them whose statements are not any more what was applied.
    pub(crate) changed: Vec<String>,
    /// Those that wait.
    pub(crate) pending: Vec<String>,
    /// Those that were applied and that this program does not know.
    pub(crate) unknown: Vec<UnknownMigration>,
}

impl MigrationStatus {
    /// Whether this program can serve the database: nothing waits, and nothing unknown stands in its way.
    pub(crate) fn is_served(&self) -> bool {
        let is_harmless = |unknown: &UnknownMigration| unknown.effect == MigrationEffect::Additive;
        self.pending.is_empty() && self.unknown.iter().all(is_harmless)
    }
}

/// A migration of another version of this program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct UnknownMigration {
    pub(crate) name: String,
    pub(crate) effect: MigrationEffect,
}

/// What is applied, what waits and what is unknown.
pub(crate) async fn status(db: &Db, sets: &[MigrationSet]) -> Result<MigrationStatus, DataError> {
    let mut status = MigrationStatus::default();
    for store in db.histories() {
        let mut unknown = db.on_schema(*store, async |link: &mut SchemaLink| ledger::read(link).await).await?;
        for entry in of_history(db, *store, sets) {
            match unknown.iter().position(|applied| applied.version == entry.version) {
                Some(place) => {
                    if unknown.remove(place).digest != entry.digest() {
                        status.changed.push(entry.to_string());
                    }
                    status.applied.push(entry.to_string());
                }
                None => status.pending.push(entry.to_string()),
            }
        }
        let named =
            unknown.iter().map(|applied| UnknownMigration { name: applied.full_name(), effect: applied.effect });
        status.unknown.extend(named);
    }
    Ok(status)
}

/// Everything that was applied to a database.
pub(super) async fn applied(db: &Db) -> Result<Vec<Applied>, DataError> {
    let mut applied = Vec::new();
    for store in db.histories() {
        applied.extend(db.on_schema(*store, async |link: &mut SchemaLink| ledger::read(link).await).await?);
    }
    Ok(applied)
}
