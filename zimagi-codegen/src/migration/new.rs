//! Writing the next migration.

use std::path::{Path, PathBuf};

use super::difference::{Difference, Renames, difference};
use super::effect::effect_of;
use super::folder::{self, Lying};
use super::judge::judge;
use super::of_plan::{labels_of, schema_of};
use super::record::{Record, fold};
use super::rename::renames_of;
use super::schema::Schema;
use super::sql::{Direction, Labels, Passage, render};
use super::{Decisions, Effect, History, MigrationError, Refusal, Version};
use crate::plan::Plan;

/// The folders that were written; none if specs and recorded schema agree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// One for each history that changed, each with `up.sql`, `down.sql` and `migration.json`.
    pub folders: Vec<PathBuf>,
}

/// Writes the migration from the recorded schema to the plan's, for every database of the manifest, below `migrations`.
///
/// # Errors
///
/// If a change needs a decision, the version is not later than the last one, or files cannot be read or written. Nothing is
/// written then, except that a failing disk may leave folders.
pub fn new(
    plan: &Plan,
    migrations: &Path,
    slug: &str,
    version: &Version,
    decisions: &Decisions,
) -> Result<Written, MigrationError> {
    require_slug(slug)?;
    let labels = labels_of(plan);
    let changes = changes(plan, migrations, decisions)?;
    for change in &changes {
        require_later(&change.lying, change.history, version)?;
    }
    let written = changes.iter().map(|change| change.write(migrations, &format!("{version}_{slug}"), &labels));
    Ok(Written { folders: written.collect::<Result<_, _>>()? })
}

/// Writes a migration without statements, for those that somebody writes by hand, for every database of the manifest.
///
/// # Errors
///
/// If the version is not later than the last one, or files cannot be read or written.
pub fn empty(plan: &Plan, migrations: &Path, slug: &str, version: &Version) -> Result<Written, MigrationError> {
    require_slug(slug)?;
    let mut folders = Vec::new();
    // Data is moved where the models are; messages come and go.
    for history in History::of(&plan.databases).filter(|history| *history != History::SqliteMessages) {
        let lying = folder::read(migrations, history)?;
        require_later(&lying, history, version)?;
        let parent = lying.last().map(|last| last.version.clone());
        let record = Record { parent, effect: Effect::Breaking, changes: Difference::default() };
        let path = migrations.join(history.folder()).join(format!("{version}_{slug}"));
        folder::write(&path, EMPTY_UP, EMPTY_DOWN, &record)?;
        folders.push(path);
    }
    Ok(Written { folders })
}

const EMPTY_UP: &str = "\
-- Written by hand: statements that move data. Tables, columns and indexes come from the specs.
-- A program that does not know this migration is refused by the database; if it can go on, write
-- \"effect\": \"additive\" in `migration.json`.
";

const EMPTY_DOWN: &str = "-- Written by hand: statements that undo those of `up.sql`, as far as that is possible.\n";

/// Whether the specs ask for tables, columns or indexes that no migration makes yet.
///
/// # Errors
///
/// As [`new`], since a change that needs a decision is pending too.
pub fn pending(plan: &Plan, migrations: &Path) -> Result<bool, MigrationError> {
    Ok(!changes(plan, migrations, &Decisions::default())?.is_empty())
}

/// What one history needs.
pub(super) struct Change {
    pub(super) history: History,
    pub(super) lying: Vec<Lying>,
    pub(super) before: Schema,
    pub(super) difference: Difference,
}

impl Change {
    fn write(&self, migrations: &Path, name: &str, labels: &Labels) -> Result<PathBuf, MigrationError> {
        let path = migrations.join(self.history.folder()).join(name);
        let parent = self.lying.last().map(|last| last.version.clone());
        write(&path, parent, &self.before, &self.difference, (self.history, labels))?;
        Ok(path)
    }
}

/// Writes both directions of a difference and its record.
pub(super) fn write(
    path: &Path,
    parent: Option<Version>,
    before: &Schema,
    difference: &Difference,
    (history, labels): (History, &Labels),
) -> Result<(), MigrationError> {
    let unfit = |conflict: super::difference::Conflict| MigrationError::Unfit {
        migration: path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
        conflict: conflict.to_string(),
    };
    let after = difference.apply(before).map_err(unfit)?;
    let reverse = difference.clone().reverse();
    let up = Passage { difference, before, after: &after, direction: Direction::Up, labels };
    let down = Passage { difference: &reverse, before: &after, after: before, direction: Direction::Down, labels };
    let record = Record { parent, effect: effect_of(difference), changes: difference.clone() };
    let database = history.database();
    folder::write(path, &render(up, database), &render(down, database), &record)
}

fn changes(plan: &Plan, migrations: &Path, decisions: &Decisions) -> Result<Vec<Change>, MigrationError> {
    let all = differences(plan, migrations, decisions)?;
    let mut refusals: Vec<Refusal> = Vec::new();
    for refusal in all.iter().flat_map(|change| judge(&change.difference, decisions)) {
        // Every database refuses the same change; it is said once.
        if !refusals.contains(&refusal) {
            refusals.push(refusal);
        }
    }
    if refusals.is_empty() { Ok(all) } else { Err(MigrationError::Refused { refusals }) }
}

/// What every history needs, refused or not; the ones that need nothing are left out.
pub(super) fn differences(
    plan: &Plan,
    migrations: &Path,
    decisions: &Decisions,
) -> Result<Vec<Change>, MigrationError> {
    let mut changes = Vec::new();
    let mut states = Vec::new();
    for history in History::of(&plan.databases) {
        let lying = folder::read(migrations, history)?;
        let before = fold(&lying)?;
        states.push((history, lying, before, schema_of(plan, history)));
    }
    let pairs: Vec<(&Schema, &Schema)> = states.iter().map(|(.., before, after)| (before, after)).collect();
    let renames: Vec<Renames> = renames_of(plan, &pairs, &decisions.renames)?;
    for ((history, lying, before, after), renames) in states.into_iter().zip(renames) {
        let difference = difference(&before, &after, &renames);
        if !difference.is_empty() {
            changes.push(Change { history, lying, before, difference });
        }
    }
    Ok(changes)
}

fn require_slug(slug: &str) -> Result<(), MigrationError> {
    let is_slug = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    if !slug.is_empty() && slug.bytes().all(is_slug) {
        Ok(())
    } else {
        Err(MigrationError::BadSlug { slug: slug.to_owned() })
    }
}

fn require_later(lying: &[Lying], history: History, version: &Version) -> Result<(), MigrationError> {
    match lying.last().map(|last| &last.version) {
        Some(last) if last >= version => {
            Err(MigrationError::NotLater { version: version.clone(), last: last.clone(), history })
        }
        _ => Ok(()),
    }
}
