//! A connection of any database, at rest or in use.

use std::pin::Pin;

use diesel_async::{AsyncMysqlConnection, AsyncPgConnection};

use super::row::Row;
use super::server::ServerLink;
use super::sqlite::SqliteLink;
use crate::data::error::DataError;
use crate::data::sql::{Select, Statement};

/// What a statement gives. The future is boxed because the compiler cannot prove of the unboxed one, for every lifetime at once,
/// that it may move between threads.
pub(super) type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<T, DataError>> + Send + 'a>>;

/// The ways to a database. To drop one ends the connection, and whatever it was in the middle of.
pub(super) enum Link {
    Sqlite(Box<SqliteLink>),
    Postgres(Box<ServerLink<AsyncPgConnection>>),
    Mysql(Box<ServerLink<AsyncMysqlConnection>>),
}

impl Link {
    pub(super) fn rows<'a>(&'a mut self, select: &'a Select) -> Answer<'a, Vec<Row>> {
        Box::pin(async move {
            match self {
                Self::Sqlite(link) => link.rows(select),
                Self::Postgres(link) => link.rows(select).await,
                Self::Mysql(link) => link.rows(select).await,
            }
        })
    }

    pub(super) fn execute<'a>(&'a mut self, statement: &'a Statement) -> Answer<'a, u64> {
        Box::pin(async move {
            match self {
                Self::Sqlite(link) => link.execute(statement),
                Self::Postgres(link) => link.execute(statement).await,
                Self::Mysql(link) => link.execute_counting(statement).await,
            }
        })
    }

    /// A word without rows: `COMMIT`, `SAVEPOINT s1`.
    pub(super) async fn say(&mut self, words: &str) -> Result<(), DataError> {
        match self {
            Self::Sqlite(link) => link.say(words),
            Self::Postgres(link) => link.say(words).await,
            Self::Mysql(link) => link.say(words).await,
        }
    }
}
