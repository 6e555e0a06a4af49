//! Applying what waits.

use super::super::error::DataError;
use super::super::session::{Db, SchemaLink};
use super::ledger::{self, Outcome, Way};
use super::set::{MigrationSet, of_history};

/// Applies what waits, each migration by itself, and gives their names. Of several processes one applies, the others wait for it.
pub(crate) async fn apply(db: &Db, sets: &[MigrationSet]) -> Result<Vec<String>, DataError> {
    let mut names = Vec::new();
    for store in db.histories() {
        let entries = of_history(db, *store, sets);
        let apply = async |link: &mut SchemaLink| {
            link.lock().await?;
            ledger::ensure(link).await?;
            let mut names = Vec::new();
            for entry in &entries {
                if ledger::step(link, entry, Way::Up).await? == Outcome::Done {
                    names.push(entry.to_string());
                }
            }
            Ok::<_, DataError>(names)
        };
        names.extend(db.on_schema(*store, apply).await?);
    }
    Ok(names)
}
