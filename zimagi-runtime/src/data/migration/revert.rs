//! Going back along the history.

use std::collections::BTreeSet;

use super::super::error::DataError;
use super::super::session::{Db, SchemaLink};
use super::error::MigrationError;
use super::ledger::{self, Applied, Outcome, Way};
use super::set::{MigrationEntry, MigrationSet, of_history};
use super::status::applied;

/// How far to go back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Extent {
    /// The latest migration only.
    Latest,
    /// All that are later than this version.
    To(String),
}

/// The names of what [`revert`] would revert, latest first.
///
/// # Errors
///
/// If no applied migration has the version, or one that would be reverted is not known to this program.
pub(crate) async fn plan(db: &Db, sets: &[MigrationSet], extent: &Extent) -> Result<Vec<String>, DataError> {
    let applied = applied(db).await?;
    let known: Vec<MigrationEntry> = db.histories().iter().flat_map(|store| of_history(db, *store, sets)).collect();
    let names = versions(&applied, extent)?.into_iter().rev().map(|version| {
        let entry = known.iter().find(|entry| entry.version == version);
        entry.map(ToString::to_string).ok_or_else(|| unknown(&applied, version))
    });
    names.collect()
}

/// Reverts applied migrations, latest first, and gives their names. A migration with a part in each file of a database is named once.
pub(crate) async fn revert(db: &Db, sets: &[MigrationSet], extent: &Extent) -> Result<Vec<String>, DataError> {
    let doomed: BTreeSet<String> = plan(db, sets, extent).await?.into_iter().collect();
    let mut reverted = BTreeSet::new();
    for store in db.histories().iter().rev() {
        let entries = of_history(db, *store, sets);
        let revert = async |link: &mut SchemaLink| {
            link.lock().await?;
            let mut names = Vec::new();
            for entry in entries.iter().rev().filter(|entry| doomed.contains(&entry.to_string())) {
                if ledger::step(link, entry, Way::Down).await? == Outcome::Done {
                    names.push(entry.to_string());
                }
            }
            Ok::<_, DataError>(names)
        };
        reverted.extend(db.on_schema(*store, revert).await?);
    }
    Ok(reverted.into_iter().rev().collect())
}

/// The versions to revert, in order.
fn versions<'a>(applied: &'a [Applied], extent: &'a Extent) -> Result<BTreeSet<&'a str>, DataError> {
    let all: BTreeSet<&str> = applied.iter().map(|applied| applied.version.as_str()).collect();
    match extent {
        Extent::Latest => Ok(all.last().copied().into_iter().collect()),
        Extent::To(version) if all.contains(version.as_str()) => {
            Ok(all.into_iter().filter(|other| *other > version.as_str()).collect())
        }
        Extent::To(version) => Err(MigrationError::NoSuchVersion { version: version.clone() }.into()),
    }
}

fn unknown(applied: &[Applied], version: &str) -> DataError {
    let name = applied.iter().find(|applied| applied.version == version).map(Applied::full_name);
    MigrationError::Unknown { name: name.unwrap_or_default() }.into()
}
