//! `migrations/schema.json`: what the migrations written so far add up to, per history.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::schema::Schema;
use super::{History, MigrationError};

/// The recorded schemas by the folders of their histories.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Recorded {
    /// The form of this file.
    format: u32,
    histories: BTreeMap<String, Schema>,
}

/// The form that is written.
const FORMAT: u32 = 1;

impl Recorded {
    /// Reads the record below `migrations/`; without a file nothing is recorded.
    pub(super) fn read(migrations: &Path) -> Result<Self, MigrationError> {
        let path = path_of(migrations);
        match std::fs::read_to_string(&path) {
            Ok(text) => serde_json::from_str(&text).map_err(|source| MigrationError::Unreadable { path, source }),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Self::default()),
            Err(source) => Err(MigrationError::Io { path, source }),
        }
    }

    /// Writes the record below `migrations/`.
    pub(super) fn write(&self, migrations: &Path) -> Result<(), MigrationError> {
        let path = path_of(migrations);
        let text = serde_json::to_string_pretty(self).expect("a schema has only text keys") + "\n";
        std::fs::write(&path, text).map_err(|source| MigrationError::Io { path, source })
    }

    /// The schema of one history, empty if it is new.
    pub(super) fn schema(&self, history: History) -> Schema {
        self.histories.get(history.folder()).cloned().unwrap_or_default()
    }

    /// Takes the new schema of one history.
    pub(super) fn record(&mut self, history: History, schema: Schema) {
        self.format = FORMAT;
        self.histories.insert(history.folder().to_owned(), schema);
    }
}

fn path_of(migrations: &Path) -> PathBuf {
    migrations.join("schema.json")
}
