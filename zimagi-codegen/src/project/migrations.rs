//! The migrations that lie in a project's folder.

use std::io;
use std::path::Path;

use zimagi_spec::diagnostic::{Code, Diagnostic, Diagnostics};
use zimagi_spec::names::Database;
use zimagi_spec::resolve::Manifest;

use super::Project;
use crate::migration::{History, Version};
use crate::plan::{MigrationPlan, MigrationSetPlan, Unit};

impl Project {
    /// The migrations of every database of the manifest, oldest first.
    pub(crate) fn load_migrations(&self, manifest: &Manifest, diagnostics: &mut Diagnostics) -> Vec<MigrationSetPlan> {
        if self.unit == Unit::Platform {
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
        let migrations = names.into_iter().filter_map(|name| {
            let migration = read_migration(&folder, &name);
            migration.map_err(|message| diagnostics.push(mistake(&shown, &name, message))).ok()
        });
        MigrationSetPlan { history, migrations: migrations.collect() }
    }
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

fn read_migration(folder: &Path, name: &str) -> Result<MigrationPlan, &'static str> {
    let parts = name.split_once('_').and_then(|(version, slug)| Some((Version::parse(version)?, slug)));
    let (version, slug) = parts.ok_or("the folder is not named like a migration: fourteen digits, `_` and a name")?;
    if ["up.sql", "down.sql"].iter().any(|file| !folder.join(name).join(file).is_file()) {
        return Err("the migration lacks `up.sql` or `down.sql`");
    }
    Ok(MigrationPlan { version: version.to_string(), name: slug.to_owned(), folder: name.to_owned() })
}

fn mistake(shown: &str, name: &str, message: &str) -> Diagnostic {
    Diagnostic::at_path(Code::UnreadableFile, format!("{shown}/{name}"), message)
        .help("migrations are written by `cargo zimagi migration new NAME`")
}
