//! The connections of a server: readers that nobody uses right now, and the one writer.

use std::sync::{Mutex, MutexGuard};

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::connection::{open_for_reading, open_for_writing};

/// A database file that requests are answered from.
pub(crate) struct Database {
    path: String,
    idle: Mutex<Vec<Connection>>,
    writer: Mutex<Connection>,
}

impl Database {
    pub(crate) fn open(path: &str) -> rusqlite::Result<Self> {
        let writer = Mutex::new(open_for_writing(path)?);
        Ok(Self { path: path.to_owned(), idle: Mutex::default(), writer })
    }

    /// Reads with an idle connection, or a new one.
    pub(crate) fn read<T>(&self, work: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> rusqlite::Result<T> {
        let idle = self.idle().pop();
        let connection = idle.map_or_else(|| open_for_reading(&self.path), Ok)?;
        let worked = work(&connection);
        self.idle().push(connection);
        worked
    }

    /// Writes in one transaction.
    pub(crate) fn write<T>(&self, work: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T>) -> rusqlite::Result<T> {
        let mut writer = self.writer.lock().expect("nobody panics while holding it");
        let transaction = writer.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let worked = work(&transaction)?;
        transaction.commit()?;
        Ok(worked)
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Connection>> {
        self.idle.lock().expect("nobody panics while holding it")
    }
}
