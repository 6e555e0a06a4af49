//! Putting migrations in one order that were written beside each other.
//!
//! The one that moves gets a version of its own and the last one as its parent, and its files are written anew for the
//! schema that it now finds: a table that SQLite makes anew must have the columns that came in between.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::effect::effect_of;
use super::folder::{self, Lying};
use super::record::fold;
use super::sql::Labels;
use super::{History, MigrationError, Version, new};

/// A migration that was moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rebased {
    /// Its folder before.
    pub before: PathBuf,
    /// Its folder now.
    pub after: PathBuf,
}

/// Moves the migrations that have the parent of another one to the end of their history, or the one of this version, with
/// those that follow from it. They get versions from `version` on, which must be later than all others.
///
/// # Errors
///
/// If there is no such migration, one does not fit what is now before it, or files cannot be read or written.
pub fn rebase(migrations: &Path, chosen: Option<&Version>, version: &Version) -> Result<Vec<Rebased>, MigrationError> {
    let read = History::ALL.iter().map(|history| Ok((*history, folder::read(migrations, *history)?)));
    let lying = read.collect::<Result<Vec<_>, MigrationError>>()?;
    // A migration moves in all its histories, to the same version.
    let moved: BTreeSet<Version> = lying.iter().flat_map(|(_, lying)| moving(lying, chosen)).collect();
    if let Some(chosen) = chosen.filter(|_| moved.is_empty()) {
        return Err(MigrationError::NoMigration { version: chosen.to_string() });
    }
    let versions = std::iter::successors(Some(version.clone()), |version| Some(version.following()));
    let moved: BTreeMap<Version, Version> = moved.into_iter().zip(versions).collect();
    let rebased = lying.into_iter().map(|(history, lying)| move_to_end(history, lying, &moved));
    Ok(rebased.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
}

fn moving(lying: &[Lying], chosen: Option<&Version>) -> Vec<Version> {
    chosen.map_or_else(|| branches(lying), |chosen| descendants(lying, chosen))
}

/// Of those with the same parent all but the one with the lowest version, and what follows from them.
fn branches(lying: &[Lying]) -> Vec<Version> {
    let is_second = |at: usize| lying[..at].iter().any(|earlier| earlier.record.parent == lying[at].record.parent);
    let roots = (0..lying.len()).filter(|at| is_second(*at));
    let mut moved: Vec<Version> = roots.flat_map(|at| descendants(lying, &lying[at].version)).collect();
    moved.sort();
    moved.dedup();
    moved
}

/// A migration and all that follow from it; nothing if there is none.
fn descendants(lying: &[Lying], root: &Version) -> Vec<Version> {
    let mut found: Vec<Version> = lying.iter().map(|one| &one.version).filter(|one| *one == root).cloned().collect();
    for one in lying {
        if one.record.parent.as_ref().is_some_and(|parent| found.contains(parent)) {
            found.push(one.version.clone());
        }
    }
    found
}

fn move_to_end(
    history: History,
    lying: Vec<Lying>,
    versions: &BTreeMap<Version, Version>,
) -> Result<Vec<Rebased>, MigrationError> {
    let (moved, mut kept): (Vec<Lying>, Vec<Lying>) =
        lying.into_iter().partition(|one| versions.contains_key(&one.version));
    let mut rebased = Vec::new();
    for mut one in moved {
        let before = one.path.clone();
        one.record.parent = kept.last().map(|last| last.version.clone());
        one.version = versions[&one.version].clone();
        one.path = before.with_file_name(one.name());
        rewrite(history, &kept, &one, &before)?;
        rebased.push(Rebased { before, after: one.path.clone() });
        kept.push(one);
    }
    Ok(rebased)
}

/// A migration by hand keeps its statements.
fn rewrite(history: History, kept: &[Lying], one: &Lying, before: &Path) -> Result<(), MigrationError> {
    let record = &one.record;
    if record.changes.is_empty() {
        let read = |file: &str| std::fs::read_to_string(before.join(file)).map_err(folder::failed(&before.join(file)));
        let (up, down) = (read("up.sql")?, read("down.sql")?);
        folder::write(&one.path, &up, &down, record)?;
    } else {
        // Specs with such migrations do not compile: tables have the names of the database in comments.
        let labels = Labels::default();
        new::write(&one.path, record.parent.clone(), &fold(kept)?, &record.changes, (history, &labels))?;
        if record.effect != effect_of(&record.changes) {
            folder::write_record(&one.path, record)?;
        }
    }
    std::fs::remove_dir_all(before).map_err(folder::failed(before))
}
