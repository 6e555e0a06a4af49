//! SQLite: connections, their settings, and statements on them, all synchronous.

use std::path::Path;
use std::time::Duration;

use diesel::connection::SimpleConnection;
use diesel::query_dsl::LoadQuery;
use diesel::result::QueryResult;
use diesel::sql_types::{Nullable, Text};
use diesel::sqlite::SqliteConnection;
use diesel::{Connection, RunQueryDsl};

use super::config::DatabaseConfig;
use super::deadline::{self, Pace};
use super::row::Row;
use super::shapes::{KEPT_MAX, Shapes};
use super::source::Purpose;
use super::{exact_sum, threading, variance};
use crate::data::error::DataError;
use crate::data::sql::{Body, Conflict, Insert, RowInsert, Select, Statement, fold, part_of};
use crate::data::value::Value;

diesel::define_sql_function! {
    /// The one folding that ignoring case means.
    fn zimagi_fold(text: Nullable<Text>) -> Nullable<Text>;
}

diesel::define_sql_function! {
    /// A part of a day, a moment or a time of day.
    fn zimagi_part(part: Text, of: Nullable<Text>) -> Nullable<diesel::sql_types::BigInt>;
}

/// One connection to one file.
pub(super) struct SqliteLink {
    connection: SqliteConnection,
    shapes: Shapes,
    limit: Duration,
}

impl SqliteLink {
    /// Opens a file, which is made if it does not exist.
    pub(super) fn open(path: &Path, purpose: Purpose, config: &DatabaseConfig) -> Result<Self, DataError> {
        threading::choose();
        deadline::install();
        let unavailable =
            |error: &dyn std::fmt::Display| DataError::Unavailable(format!("{}: {error}", path.display()));
        let url = path.to_str().ok_or_else(|| unavailable(&"the path is not UTF-8"))?;
        let mut connection = SqliteConnection::establish(url).map_err(|error| unavailable(&error))?;
        connection.batch_execute(&settings(purpose, config)).map_err(|error| unavailable(&error))?;
        zimagi_fold_utils::register_impl(&mut connection, |text: Option<String>| text.as_deref().map(fold))?;
        zimagi_part_utils::register_impl(&mut connection, |part: String, of: Option<String>| part_of(&part, &of?))?;
        variance::register(&mut connection)?;
        exact_sum::register(&mut connection)?;
        Ok(Self { connection, shapes: Shapes::keeping(KEPT_MAX), limit: config.statement_timeout })
    }

    pub(super) fn rows(&mut self, select: &Select) -> Result<Vec<Row>, DataError> {
        let prepared = self.shapes.prepare(Body::Select(select));
        let mut rows: Vec<Row> = self.load(prepared)?;
        Row::settle_all(&mut rows, &select.outputs)?;
        Ok(rows)
    }

    pub(super) fn execute(&mut self, statement: &Statement) -> Result<u64, DataError> {
        match statement {
            Statement::Insert(insert) => self.insert(statement, insert),
            Statement::Update(_) | Statement::Delete(_) => self.run(statement),
        }
    }

    fn run(&mut self, statement: &Statement) -> Result<u64, DataError> {
        let prepared = self.shapes.prepare(Body::Statement(statement));
        Ok(self.in_time(|connection| prepared.execute(connection))? as u64)
    }

    /// Rows are taken for new ones, which are stored fastest one by one, until one is not. If a row fails, those before it are
    /// stored: the session undoes them with all else.
    fn insert(&mut self, statement: &Statement, insert: &Insert) -> Result<u64, DataError> {
        let Conflict::UpdateIfDifferent { target, .. } = &insert.conflict else {
            return self.insert_each(insert, &insert.conflict, &insert.rows);
        };
        match self.insert_new(insert, Conflict::Ignore { target: target.clone() })? {
            0 => self.run(statement),
            new => Ok(new as u64 + self.insert_each(insert, &insert.conflict, &insert.rows[new..])?),
        }
    }

    /// Stores rows up to the first whose key exists, and gives their number.
    fn insert_new(&mut self, insert: &Insert, ignore: Conflict) -> Result<usize, DataError> {
        let text = RowInsert::new(insert, &ignore, self.shapes.caching_of_row(insert, &ignore))?;
        self.in_time(|connection| {
            for (place, row) in insert.rows.iter().enumerate() {
                if text.row(row).execute(connection)? == 0 {
                    return Ok(place);
                }
            }
            Ok(insert.rows.len())
        })
    }

    fn insert_each(&mut self, insert: &Insert, conflict: &Conflict, rows: &[Vec<Value>]) -> Result<u64, DataError> {
        let text = RowInsert::new(insert, conflict, self.shapes.caching_of_row(insert, conflict))?;
        let stored = self.in_time(|connection| rows.iter().map(|row| text.row(row).execute(connection)).sum());
        stored.map(|stored: usize| stored as u64)
    }

    pub(super) fn load<'q, Q, U>(&mut self, query: Q) -> Result<Vec<U>, DataError>
    where
        Q: RunQueryDsl<SqliteConnection> + LoadQuery<'q, SqliteConnection, U>,
    {
        self.in_time(|connection| query.load(connection))
    }

    pub(super) fn say(&mut self, words: &str) -> Result<(), DataError> {
        Ok(self.connection.batch_execute(words)?)
    }

    /// Runs one statement within the limit.
    pub(super) fn in_time<T>(
        &mut self,
        run: impl FnOnce(&mut SqliteConnection) -> QueryResult<T>,
    ) -> Result<T, DataError> {
        let (result, pace) = deadline::within(self.limit, || run(&mut self.connection));
        result.map_err(|error| if pace == Pace::TooSlow { DataError::Deadline } else { error.into() })
    }
}

/// The write-ahead log lets readers go on beside the writer; a commit has reached the disk when it returns. The caches are sized
/// for one writer with wide indexes and several readers in a hundred megabytes.
fn settings(purpose: Purpose, config: &DatabaseConfig) -> String {
    let busy_ms = config.busy_timeout.as_millis();
    let (cache_kib, query_only) = match purpose {
        Purpose::Reading => (8_192, "ON"),
        Purpose::Writing => (32_768, "OFF"),
    };
    format!(
        "PRAGMA busy_timeout = {busy_ms}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
         PRAGMA foreign_keys = ON; PRAGMA cache_size = -{cache_kib}; PRAGMA temp_store = MEMORY; \
         PRAGMA wal_autocheckpoint = 4000; PRAGMA journal_size_limit = 67108864; PRAGMA query_only = {query_only};"
    )
}
