//! SQLite: connections, their settings, and statements on them, all synchronous.

use std::path::Path;

use diesel::connection::SimpleConnection;
use diesel::sqlite::SqliteConnection;
use diesel::{Connection, RunQueryDsl};

use super::config::DatabaseConfig;
use super::row::{RawRow, Row};
use super::shapes::Shapes;
use crate::data::error::DataError;
use crate::data::sql::{Body, Select, Statement};

diesel::define_sql_function! {
    /// The one folding that ignoring case means on every database.
    fn zimagi_fold(text: diesel::sql_types::Nullable<diesel::sql_types::Text>) -> diesel::sql_types::Nullable<diesel::sql_types::Text>;
}

/// One connection to one file.
pub(super) struct SqliteLink {
    connection: SqliteConnection,
    shapes: Shapes,
}

/// What a connection is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    Reading,
    Writing,
}

impl SqliteLink {
    /// Opens a file, which is made if it does not exist.
    pub(super) fn open(path: &Path, purpose: Purpose, config: &DatabaseConfig) -> Result<Self, DataError> {
        let unavailable = |error: &dyn std::fmt::Display| DataError::Unavailable(format!("{}: {error}", path.display()));
        let mut connection =
            SqliteConnection::establish(&path.to_string_lossy()).map_err(|error| unavailable(&error))?;
        connection.batch_execute(&pragmas(purpose, config)).map_err(|error| unavailable(&error))?;
        zimagi_fold_utils::register_impl(&mut connection, |text: Option<String>| text.map(|text| text.to_lowercase()))?;
        Ok(Self { connection, shapes: Shapes::default() })
    }

    pub(super) fn rows(&mut self, select: &Select) -> Result<Vec<Row>, DataError> {
        let prepared = self.shapes.prepare(Body::Select(select));
        let rows: Vec<RawRow> = prepared.load(&mut self.connection)?;
        rows.into_iter().map(|row| row.decode(&select.outputs)).collect()
    }

    pub(super) fn execute(&mut self, statement: &Statement) -> Result<u64, DataError> {
        let prepared = self.shapes.prepare(Body::Statement(statement));
        Ok(prepared.execute(&mut self.connection)? as u64)
    }

    pub(super) fn say(&mut self, words: &str) -> Result<(), DataError> {
        Ok(self.connection.batch_execute(words)?)
    }

    /// The connection itself, for migrations and hand-written queries.
    pub(super) fn connection(&mut self) -> &mut SqliteConnection {
        &mut self.connection
    }
}

/// The write-ahead log lets readers go on beside the writer; every commit that accepts something reaches the disk.
fn pragmas(purpose: Purpose, config: &DatabaseConfig) -> String {
    let busy_ms = config.busy_timeout.as_millis();
    let query_only = match purpose {
        Purpose::Reading => "ON",
        Purpose::Writing => "OFF",
    };
    format!(
        "PRAGMA busy_timeout = {busy_ms}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; \
         PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY; PRAGMA query_only = {query_only};"
    )
}
