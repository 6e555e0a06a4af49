//! What MySQL and MariaDB have of their own.
//!
//! Diesel keeps no code of an error it does not know, so meanings are read from the words, which a setting makes English.

use diesel::result::{DatabaseErrorInformation, DatabaseErrorKind, Error};
use diesel_async::AsyncMysqlConnection;

use super::config::DatabaseConfig;
use super::server::{Server, ServerLink};
use super::source::Purpose;
use crate::data::error::DataError;
use crate::data::sql::{Insert, Statement};
use crate::data::value::Value;

impl Server for AsyncMysqlConnection {
    const NOTHING: &'static str = "DO 0";

    /// The server counts those of all connections together, and allows some 16,000.
    const KEPT_MAX: usize = 64;

    /// What the server's administrator chose decides nothing: modes, language, isolation and patience are set anew.
    ///
    /// A writing transaction sees what others have committed, as on PostgreSQL, and locks no gaps between rows, over which two
    /// imports would stop each other. A reading one has one snapshot. Each server passes over what only the other understands.
    fn settings(purpose: Purpose, config: &DatabaseConfig) -> String {
        let isolation = match purpose {
            Purpose::Reading => "REPEATABLE READ",
            Purpose::Writing => "READ COMMITTED",
        };
        let lock_seconds = config.busy_timeout.as_secs().max(1);
        let limit = config.statement_timeout;
        format!(
            "SET SESSION sql_mode = '{SQL_MODE}', SESSION lc_messages = 'en_US', SESSION autocommit = 1, \
             SESSION innodb_lock_wait_timeout = {lock_seconds}, SESSION lock_wait_timeout = {lock_seconds} \
             /*M!, SESSION max_statement_time = {} */ /*!50708 , SESSION max_execution_time = {} */; \
             SET NAMES utf8mb4 COLLATE utf8mb4_bin; SET SESSION TRANSACTION ISOLATION LEVEL {isolation}",
            limit.as_secs_f64(),
            limit.as_millis(),
        )
    }

    fn fault(error: Error) -> DataError {
        let Error::DatabaseError(kind, information) = &error else { return error.into() };
        let message = information.message();
        match kind {
            DatabaseErrorKind::UniqueViolation => conflict(duplicate(message)),
            DatabaseErrorKind::Unknown if has_any(message, &LOCKED) => DataError::Busy,
            DatabaseErrorKind::Unknown if has_any(message, &LATE) => DataError::Deadline,
            DatabaseErrorKind::Unknown if is_failed_check(message) => {
                DataError::Database(Error::DatabaseError(DatabaseErrorKind::CheckViolation, boxed(message.to_owned())))
            }
            _ => error.into(),
        }
    }

    /// MySQL itself knows limits for queries only.
    async fn give_up(&mut self) {
        let _ = self.cancel_token().cancel_query().await;
    }
}

impl ServerLink<AsyncMysqlConnection> {
    /// Executes a statement and gives the number of rows it changed.
    ///
    /// The driver has the server count rows that were found, so an insert counts a new row once, a changed one twice and one that
    /// is left alone once. Less those that were there before, that is the number of new and changed rows.
    pub(super) async fn execute_counting(&mut self, statement: &Statement) -> Result<u64, DataError> {
        let Statement::Insert(insert) = statement else { return self.execute(statement).await };
        let Some(existing) = insert.existing() else { return self.execute(statement).await };
        let counted = self.rows(&existing).await?;
        let before = match counted.first().and_then(|row| row.cells.first()) {
            Some(Value::Integer(number)) => u64::try_from(*number).unwrap_or_default(),
            _ => return Err(DataError::Broken("a count gave no number")),
        };
        match self.execute(statement).await {
            Ok(affected) => Ok(affected.saturating_sub(before)),
            Err(error) => Err(unless_key_moved(insert, error)),
        }
    }
}

/// Strict whatever the server's version, with Diesel's quotes and the backslashes that migrations expect.
const SQL_MODE: &str =
    "STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION";

/// Another transaction is in the way; the server has undone this one, or will.
const LOCKED: [&str; 2] = ["Deadlock found when trying to get lock", "Lock wait timeout exceeded"];

/// MariaDB's words and MySQL's.
const LATE: [&str; 2] = ["max_statement_time exceeded", "maximum statement execution time exceeded"];

fn has_any(message: &str, parts: &[&str]) -> bool {
    parts.iter().any(|part| message.contains(part))
}

fn is_failed_check(message: &str) -> bool {
    message.starts_with("CONSTRAINT `") && message.contains("` failed for `")
}

/// The server's words hold the values, which nobody else may see: only the name of the key is kept.
fn duplicate(message: &str) -> String {
    let key = message.rsplit_once(" for key ").map_or("", |(_, key)| key.trim_matches('\''));
    format!("duplicate value for the unique key `{key}`")
}

/// An insert that came upon a record by another key than the one it was written for sets that one to null, which is refused.
fn unless_key_moved(insert: &Insert, error: DataError) -> DataError {
    use DatabaseErrorKind::NotNullViolation;
    let DataError::Database(Error::DatabaseError(NotNullViolation, information)) = &error else { return error };
    let is_key = insert.key().iter().any(|column| information.message().contains(&format!("'{column}'")));
    if is_key { conflict("duplicate value for a unique key".to_owned()) } else { error }
}

fn conflict(message: String) -> DataError {
    let source = Error::DatabaseError(DatabaseErrorKind::UniqueViolation, boxed(message));
    DataError::Conflict { fields: Vec::new(), source: Some(source) }
}

fn boxed(message: String) -> Box<dyn DatabaseErrorInformation + Send + Sync> {
    Box::new(message)
}
