//! Tracing: what is said to a database, in the words of all of them.
//!
//! Only texts are traced, never values. Without a trace nothing is rendered.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use zimagi_spec::names::Database;

use crate::data::sql::{Body, sql_text};

/// Whoever wants to see the statements.
pub(crate) trait Trace: Send + Sync {
    /// Takes one statement, before it runs.
    fn note(&self, statement: &TracedStatement);
}

/// One statement in the words of each database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TracedStatement {
    /// In the order of [`Database::ALL`].
    pub(crate) texts: [(Database, String); 3],
}

/// A trace that appends to a file: `DATABASE: TEXT`, a line for each database, and an empty line after each statement.
pub(crate) struct FileTrace(Mutex<File>);

impl TracedStatement {
    pub(super) fn new(body: Body<'_>) -> Self {
        Self { texts: Database::ALL.map(|database| (database, sql_text(body, database))) }
    }
}

impl FileTrace {
    /// Opens the file, which is made if it does not exist.
    pub(crate) fn open(path: &Path) -> io::Result<Self> {
        File::options().create(true).append(true).open(path).map(|file| Self(Mutex::new(file)))
    }
}

impl Trace for FileTrace {
    fn note(&self, statement: &TracedStatement) {
        let mut block = String::new();
        for (database, text) in &statement.texts {
            block.push_str(&format!("{}: {text}\n", database.word()));
        }
        block.push('\n');
        let mut file = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Err(error) = file.write_all(block.as_bytes()) {
            tracing::warn!(%error, "a statement could not be traced");
        }
    }
}
