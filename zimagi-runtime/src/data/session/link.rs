//! A connection of either database, at rest or in use.

use super::postgres::PostgresLink;
use super::sqlite::SqliteLink;
use crate::data::error::DataError;
use crate::data::sql::{Select, Statement};
use super::row::Row;

/// The two ways to a database.
pub(super) enum Link {
    Sqlite(Box<SqliteLink>),
    Postgres(Box<PostgresLink>),
}

impl Link {
    pub(super) async fn rows(&mut self, select: &Select) -> Result<Vec<Row>, DataError> {
        match self {
            Self::Sqlite(link) => link.rows(select),
            Self::Postgres(link) => link.rows(select).await,
        }
    }

    pub(super) async fn execute(&mut self, statement: &Statement) -> Result<u64, DataError> {
        match self {
            Self::Sqlite(link) => link.execute(statement),
            Self::Postgres(link) => link.execute(statement).await,
        }
    }

    /// A word without rows: `COMMIT`, `SAVEPOINT s1`.
    pub(super) async fn say(&mut self, words: &str) -> Result<(), DataError> {
        match self {
            Self::Sqlite(link) => link.say(words),
            Self::Postgres(link) => link.say(words).await,
        }
    }
}
