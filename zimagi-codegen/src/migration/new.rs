//! Writing the next migration.

use std::path::{Path, PathBuf};

use super::diff::diff;
use super::of_plan::schema_of;
use super::recorded::Recorded;
use super::schema::Schema;
use super::sql::{render_down, render_up};
use super::step::Step;
use super::{History, MigrationError, Refusal, Version};
use crate::plan::Plan;

/// The folders that were written; none if specs and recorded schema agree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// One for each history that changed, each with `up.sql` and `down.sql`.
    pub folders: Vec<PathBuf>,
}

/// Writes the migration from the recorded schema to the plan's, for every database of the manifest, below `migrations`.
///
/// # Errors
///
/// If a change needs a decision, the version is not later than the last one, or files cannot be read or written. Nothing is
/// written then, except that a failing disk may leave folders that the record does not name.
pub fn new(plan: &Plan, migrations: &Path, slug: &str, version: &Version) -> Result<Written, MigrationError> {
    require_slug(slug)?;
    let mut recorded = Recorded::read(migrations)?;
    let changes = changes(plan, &recorded)?;
    for change in &changes {
        require_later(migrations, change.history, version)?;
    }
    let mut folders = Vec::new();
    for change in changes {
        folders.push(write_change(&change, migrations, slug, version)?);
        recorded.record(change.history, change.schema);
    }
    if !folders.is_empty() {
        recorded.write(migrations)?;
    }
    Ok(Written { folders })
}

/// Whether the specs ask for tables, columns or indexes that no migration makes yet.
///
/// # Errors
///
/// As [`new`], since a change that needs a decision is pending too.
pub fn pending(plan: &Plan, migrations: &Path) -> Result<bool, MigrationError> {
    let recorded = Recorded::read(migrations)?;
    Ok(!changes(plan, &recorded)?.is_empty())
}

/// What one history needs.
struct Change {
    history: History,
    schema: Schema,
    steps: Vec<Step>,
}

fn changes(plan: &Plan, recorded: &Recorded) -> Result<Vec<Change>, MigrationError> {
    let mut changes = Vec::new();
    let mut refusals: Vec<Refusal> = Vec::new();
    for history in History::of(&plan.databases) {
        let schema = schema_of(plan, history);
        match diff(history, &recorded.schema(history), &schema) {
            Ok(steps) if steps.is_empty() => {}
            Ok(steps) => changes.push(Change { history, schema, steps }),
            Err(refused) => refusals.extend(refused),
        }
    }
    if refusals.is_empty() { Ok(changes) } else { Err(MigrationError::Refused { refusals: distinct(refusals) }) }
}

/// Every database refuses the same change; it is said once.
fn distinct(refusals: Vec<Refusal>) -> Vec<Refusal> {
    refusals.into_iter().fold(Vec::new(), |mut kept, refusal| {
        if !kept.contains(&refusal) {
            kept.push(refusal);
        }
        kept
    })
}

fn require_slug(slug: &str) -> Result<(), MigrationError> {
    let is_slug = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    if !slug.is_empty() && slug.bytes().all(is_slug) {
        Ok(())
    } else {
        Err(MigrationError::BadSlug { slug: slug.to_owned() })
    }
}

fn require_later(migrations: &Path, history: History, version: &Version) -> Result<(), MigrationError> {
    let folder = migrations.join(history.folder());
    let names = folder_names(&folder).map_err(|source| MigrationError::Io { path: folder, source })?;
    let last = names.iter().filter_map(|name| name.get(..14).and_then(Version::parse)).max();
    match last {
        Some(last) if last >= *version => Err(MigrationError::NotLater { version: version.clone(), last, history }),
        _ => Ok(()),
    }
}

fn folder_names(folder: &Path) -> std::io::Result<Vec<String>> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let entries = std::fs::read_dir(folder)?.collect::<std::io::Result<Vec<_>>>()?;
    Ok(entries.iter().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect())
}

fn write_change(change: &Change, migrations: &Path, slug: &str, version: &Version) -> Result<PathBuf, MigrationError> {
    let folder = migrations.join(change.history.folder()).join(format!("{version}_{slug}"));
    let database = change.history.database();
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |source| MigrationError::Io { path, source }
    };
    std::fs::create_dir_all(&folder).map_err(failed(&folder))?;
    for (file, text) in
        [("up.sql", render_up(&change.steps, database)), ("down.sql", render_down(&change.steps, database))]
    {
        let path = folder.join(file);
        std::fs::write(&path, text).map_err(failed(&path))?;
    }
    Ok(folder)
}
