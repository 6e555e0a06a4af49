//! The folders of migrations and what is in them.

use std::io;
use std::path::{Path, PathBuf};

use super::{History, MigrationError, Record, Version};

/// The file of the record.
pub(crate) const RECORD: &str = "migration.json";

/// A migration as it lies on disk.
#[derive(Debug, Clone)]
pub(super) struct Lying {
    pub(super) version: Version,
    /// The rest of the folder's name.
    pub(super) slug: String,
    pub(super) path: PathBuf,
    pub(super) record: Record,
}

impl Lying {
    pub(super) fn name(&self) -> String {
        format!("{}_{}", self.version, self.slug)
    }
}

/// The migrations of a history in the order of their versions. Folders that are named otherwise are none.
pub(super) fn read(migrations: &Path, history: History) -> Result<Vec<Lying>, MigrationError> {
    let folder = migrations.join(history.folder());
    let names = folder_names(&folder).map_err(|source| MigrationError::Io { path: folder.clone(), source })?;
    let named = names.iter().filter_map(|name| {
        let (version, slug) = name.split_once('_')?;
        Some((Version::parse(version)?, slug.to_owned(), folder.join(name)))
    });
    let lying = named.map(|(version, slug, path)| {
        let record = read_record(&path)?;
        Ok(Lying { version, slug, path, record })
    });
    let mut lying: Vec<Lying> = lying.collect::<Result<_, MigrationError>>()?;
    lying.sort_by(|one, other| one.version.cmp(&other.version));
    Ok(lying)
}

/// The record of the migration in a folder.
pub(crate) fn read_record(folder: &Path) -> Result<Record, MigrationError> {
    let path = folder.join(RECORD);
    let text = std::fs::read_to_string(&path).map_err(failed(&path))?;
    serde_json::from_str(&text).map_err(|source| MigrationError::Unreadable { path, source })
}

/// Writes the record of the migration in a folder.
pub(super) fn write_record(folder: &Path, record: &Record) -> Result<(), MigrationError> {
    let path = folder.join(RECORD);
    std::fs::write(&path, record.render()).map_err(failed(&path))
}

/// Writes a migration's files.
pub(super) fn write(folder: &Path, up: &str, down: &str, record: &Record) -> Result<(), MigrationError> {
    std::fs::create_dir_all(folder).map_err(failed(folder))?;
    for (file, text) in [("up.sql", up), ("down.sql", down)] {
        let path = folder.join(file);
        std::fs::write(&path, text).map_err(failed(&path))?;
    }
    write_record(folder, record)
}

/// For `map_err` on operations with one file or folder.
pub(super) fn failed(path: &Path) -> impl FnOnce(io::Error) -> MigrationError {
    let path = path.to_owned();
    |source| MigrationError::Io { path, source }
}

fn folder_names(folder: &Path) -> io::Result<Vec<String>> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let entries = std::fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    let folders = entries.iter().filter(|entry| entry.path().is_dir());
    Ok(folders.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect())
}
