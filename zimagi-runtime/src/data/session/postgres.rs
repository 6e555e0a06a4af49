//! PostgreSQL: pooled connections and statements on them, through diesel-async.

use diesel_async::pooled_connection::AsyncDieselConnectionManager;
use diesel_async::pooled_connection::deadpool::{Object, Pool};
use diesel_async::{AsyncPgConnection, RunQueryDsl, SimpleAsyncConnection};

use super::config::DatabaseConfig;
use super::row::{RawRow, Row};
use super::shapes::Shapes;
use crate::data::error::DataError;
use crate::data::sql::{Body, Select, Statement};

/// Connections at rest.
pub(super) type PostgresPool = Pool<AsyncPgConnection>;

/// One connection, lent by the pool.
pub(super) struct PostgresLink {
    connection: Object<AsyncPgConnection>,
    shapes: Shapes,
}

/// A pool; nothing is connected yet.
pub(super) fn pool(url: &str, config: &DatabaseConfig) -> Result<PostgresPool, DataError> {
    let manager = AsyncDieselConnectionManager::<AsyncPgConnection>::new(url);
    Pool::builder(manager)
        .max_size(config.readers as usize + 1)
        .build()
        .map_err(|error| DataError::Unavailable(error.to_string()))
}

impl PostgresLink {
    /// Takes a connection, waiting for at most the busy time-out.
    pub(super) async fn take(pool: &PostgresPool, config: &DatabaseConfig) -> Result<Self, DataError> {
        let unavailable = |error: &dyn std::fmt::Display| DataError::Unavailable(error.to_string());
        let taken = tokio::time::timeout(config.busy_timeout, pool.get()).await;
        let connection = taken.map_err(|error| unavailable(&error))?.map_err(|error| unavailable(&error))?;
        let mut link = Self { connection, shapes: Shapes::default() };
        let timeout_ms = config.statement_timeout.as_millis();
        link.say(&format!("SET TIME ZONE 'UTC'; SET statement_timeout = {timeout_ms}")).await?;
        Ok(link)
    }

    pub(super) async fn rows(&mut self, select: &Select) -> Result<Vec<Row>, DataError> {
        let prepared = self.shapes.prepare(Body::Select(select));
        let rows: Vec<RawRow> = RunQueryDsl::load(prepared, &mut *self.connection).await?;
        rows.into_iter().map(|row| row.decode(&select.outputs)).collect()
    }

    pub(super) async fn execute(&mut self, statement: &Statement) -> Result<u64, DataError> {
        let prepared = self.shapes.prepare(Body::Statement(statement));
        Ok(RunQueryDsl::execute(prepared, &mut *self.connection).await? as u64)
    }

    pub(super) async fn say(&mut self, words: &str) -> Result<(), DataError> {
        Ok(self.connection.batch_execute(words).await?)
    }

    /// The connection itself, for hand-written queries.
    pub(super) fn connection(&mut self) -> &mut AsyncPgConnection {
        &mut self.connection
    }

    /// Ends the connection in place of giving it back: it is in the middle of a transaction.
    pub(super) fn discard(self) {
        drop(Object::take(self.connection));
    }
}
