//! The migrations that lie in a project's folder.

use std::io;
use std::path::Path;

use zimagi_spec::diagnostic::{Code, Diagnostic, Diagnostics};
use zimagi_spec::names::Database;
use zimagi_spec::resolve::Manifest;

use super::Project;
use crate::migration::{History, RECORD, Version, read_record};
use crate::plan::{MigrationPlan, MigrationSetPlan, Unit};

impl Project {
    /// The migrations of every database of the manifest, oldest first.
    pub(crate) fn load_migrations(&self, manifest: &Manifest, diagnostics: &mut Diagnostics) -> Vec<MigrationSetPlan> {
        if self.unit != Unit::Application {
            return Vec::new();
        }
        let databases: Vec<Database> = manifest.databases.iter().map(|database| database.value).collect();
        History::of(&databases).map(|history| self.load_history(history, diagnostics)).collect()
    }

    fn load_history(&self, history: History, diagnostics: &mut Diagnostics) -> MigrationSetPlan {
        let folder = self.migrations().join(history.folder());
        let shown = format!("migrations/{}", history.folder());
        let names = list_folders(&folder).unwrap_or_else(|error| {
            let message = format!("the folder cannot be read: {error}");
            diagnostics.push(Diagnostic::at_path(Code::UnreadableFile, shown.clone(), message));
            Vec::new()
        });
        let found: Vec<(MigrationPlan, Option<Version>)> = names
            .into_iter()
            .filter_map(|name| {
                let migration = read_migration(&folder, &name);
                migration.map_err(|message| diagnostics.push(mistake(&shown, &name, &message))).ok()
            })
            .collect();
        each_follows_the_one_before(&shown, &found, diagnostics);
        MigrationSetPlan { history, migrations: found.into_iter().map(|(migration, _)| migration).collect() }
    }
}

fn each_follows_the_one_before(
    shown: &str,
    migrations: &[(MigrationPlan, Option<Version>)],
    diagnostics: &mut Diagnostics,
) {
    for (at, (migration, parent)) in migrations.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| migrations[at].0.version.as_str());
        let parent = parent.as_ref().map(Version::as_str);
        if parent == before {
            continue;
        }
        let path = format!("{shown}/{}", migration.folder);
        let twin = migrations[..at].iter().find(|(_, other)| other.as_ref().map(Version::as_str) == parent);
        diagnostics.push(match twin {
            Some((twin, _)) => {
                let message = format!("`{}` and this migration follow {}", twin.folder, named(parent));
                let help = "put them in order with `cargo zimagi migration rebase`, which moves this one to the end";
                Diagnostic::at_path(Code::SameParent, path, message).help(help)
            }
            None => {
                let message = format!("the migration follows {} and stands after {}", named(parent), named(before));
                let help = format!(
                    "take what is missing from version control, or write this one anew with \
                     `cargo zimagi migration rebase {}`",
                    migration.version
                );
                Diagnostic::at_path(Code::OutOfOrder, path, message).help(help)
            }
        });
    }
}

fn named(version: Option<&str>) -> String {
    version.map_or_else(|| "no other".to_owned(), |version| format!("`{version}`"))
}

/// The folders below a folder, sorted; none if it does not exist.
fn list_folders(folder: &Path) -> io::Result<Vec<String>> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let entries = std::fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    let folders = entries.iter().filter(|entry| entry.path().is_dir());
    let mut names: Vec<String> = folders.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    Ok(names)
}

fn read_migration(folder: &Path, name: &str) -> Result<(MigrationPlan, Option<Version>), String> {
    let parts = name.split_once('_').and_then(|(version, slug)| Some((Version::parse(version)?, slug)));
    let (version, slug) = parts.ok_or("the folder is not named like a migration: fourteen digits, `_` and a name")?;
    if let Some(file) = ["up.sql", "down.sql", RECORD].iter().find(|file| !folder.join(name).join(file).is_file()) {
        return Err(format!("the migration lacks `{file}`"));
    }
    let record = read_record(&folder.join(name)).map_err(|error| error.to_string())?;
    let (version, folder, effect) = (version.to_string(), name.to_owned(), record.effect);
    Ok((MigrationPlan { version, name: slug.to_owned(), folder, effect }, record.parent))
}

fn mistake(shown: &str, name: &str, message: &str) -> Diagnostic {
    Diagnostic::at_path(Code::UnreadableFile, format!("{shown}/{name}"), message)
        .help("migrations are written by `cargo zimagi migration new NAME`")
}
