//! Raw Diesel for commands: hand-written queries that no permission is asked for.
//!
//! A command says why it needs this, and the record of its run keeps the reason. Queries are written once and run on whichever
//! database the process is connected to.

use diesel::query_dsl::LoadQuery;
use diesel::query_dsl::methods::ExecuteDsl;
use diesel::sqlite::SqliteConnection;
use diesel_async::{AsyncMysqlConnection, AsyncPgConnection};
use zimagi_spec::descriptor::Store;

use super::error::DataError;
use super::session::{Db, Session};

/// Diesel queries on the application's data, past the gate.
pub struct Ungated {
    db: Db,
}

impl Ungated {
    pub(crate) const fn new(db: Db) -> Self {
        Self { db }
    }

    /// Loads the rows of a query.
    ///
    /// # Errors
    ///
    /// If the database cannot be reached or refuses the query.
    pub async fn load<'q, Q, U>(&self, query: Q) -> Result<Vec<U>, UngatedError>
    where
        U: Send + 'q,
        Q: diesel::RunQueryDsl<SqliteConnection>
            + LoadQuery<'q, SqliteConnection, U>
            + diesel_async::methods::LoadQuery<'q, AsyncPgConnection, U>
            + diesel_async::methods::LoadQuery<'q, AsyncMysqlConnection, U>
            + Send
            + 'q,
    {
        let loaded = self.db.read(Store::Main, async |session: &mut Session| session.load(query).await).await;
        loaded.map_err(UngatedError)
    }

    /// Executes a statement in a transaction of its own and gives the number of rows it changed.
    ///
    /// # Errors
    ///
    /// If the database cannot be reached or refuses the statement.
    pub async fn execute<Q>(&self, statement: Q) -> Result<usize, UngatedError>
    where
        Q: ExecuteDsl<SqliteConnection>
            + diesel_async::methods::ExecuteDsl<AsyncPgConnection>
            + diesel_async::methods::ExecuteDsl<AsyncMysqlConnection>
            + Send,
    {
        let changed = self.db.write(Store::Main, async |session: &mut Session| session.change(statement).await).await;
        changed.map_err(UngatedError)
    }
}

/// A query that could not be run.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct UngatedError(DataError);
