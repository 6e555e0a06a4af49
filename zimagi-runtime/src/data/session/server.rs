//! Connections to a server and statements on them, through diesel-async: what all servers have in common.
//!
//! What they differ in, words and errors, is in the file of each.

use std::time::{Duration, Instant};

use diesel::deserialize::QueryableByName;
use diesel::result::{DatabaseErrorKind, Error, QueryResult};
use diesel_async::{AsyncConnection, AsyncConnectionCore, RunQueryDsl};
use futures_util::{Stream, StreamExt, TryStreamExt};
use tokio::time::error::Elapsed;
use tokio::time::timeout;

use super::config::DatabaseConfig;
use super::row::Row;
use super::shapes::Shapes;
use super::source::Purpose;
use crate::data::error::DataError;
use crate::data::sql::{Body, Dialect, Select, Statement};

/// How long after its own deadline a server is given up.
const GRACE: Duration = Duration::from_secs(2);

/// What a kind of server has of its own.
pub(super) trait Server: AsyncConnection<Backend: Dialect> {
    /// A statement that does nothing and is answered in the middle of a failed transaction too, but not on a connection that the
    /// server ends.
    const NOTHING: &'static str;

    /// The most statements that a connection keeps prepared.
    const KEPT_MAX: usize;

    /// What a new connection is told.
    fn settings(purpose: Purpose, config: &DatabaseConfig) -> String;

    /// What an error means, as far as it says so.
    fn fault(error: Error) -> DataError;

    /// Has the server end a statement that it did not end by itself.
    fn give_up(&mut self) -> impl Future<Output = ()> + Send;
}

/// One connection.
pub(super) struct ServerLink<C> {
    connection: C,
    shapes: Shapes,
    limit: Duration,
    health: Health,
}

/// Whether anything more can be said on a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Health {
    Good,
    /// A statement was given up; its answer would be taken for the next one's.
    Lost,
}

impl<C: Server> ServerLink<C>
where
    Row: QueryableByName<C::Backend>,
{
    pub(super) async fn open(url: &str, purpose: Purpose, config: &DatabaseConfig) -> Result<Self, DataError> {
        let made = timeout(config.busy_timeout, C::establish(url)).await;
        let made = made.map_err(|_| DataError::Unavailable("the server did not answer in time".to_owned()))?;
        let connection = made.map_err(|error| DataError::Unavailable(error.to_string()))?;
        let limit = config.statement_timeout;
        let mut link = Self { connection, shapes: Shapes::keeping(C::KEPT_MAX), limit, health: Health::Good };
        link.say(&C::settings(purpose, config)).await?;
        Ok(link)
    }

    pub(super) async fn rows(&mut self, select: &Select) -> Result<Vec<Row>, DataError> {
        let mut rows = self.answer(Body::Select(select)).await?;
        Row::settle_all(&mut rows, &select.outputs)?;
        Ok(rows)
    }

    /// Rows as they come, in the types of the database.
    pub(super) async fn answer(&mut self, body: Body<'_>) -> Result<Vec<Row>, DataError> {
        self.require_good()?;
        let started = Instant::now();
        // Diesel's own `load` keeps the query in its future, and of that the compiler cannot prove for every lifetime at once that it
        // may move between threads. The connection's does not.
        let loading = AsyncConnectionCore::load(&mut self.connection, self.shapes.prepare(body));
        let loaded = timeout(self.limit + GRACE, gather(loading)).await;
        self.judge(started, loaded).await
    }

    pub(super) async fn execute(&mut self, statement: &Statement) -> Result<u64, DataError> {
        self.require_good()?;
        let started = Instant::now();
        let prepared = self.shapes.prepare(Body::Statement(statement));
        let changing = AsyncConnectionCore::execute_returning_count(&mut self.connection, prepared);
        let changed = timeout(self.limit + GRACE, changing).await;
        Ok(self.judge(started, changed).await? as u64)
    }

    pub(super) async fn load<'q, Q, U>(&mut self, query: Q) -> Result<Vec<U>, DataError>
    where
        U: Send,
        Q: diesel_async::methods::LoadQuery<'q, C, U> + Send + 'q,
    {
        self.require_good()?;
        let started = Instant::now();
        let loaded = timeout(self.limit + GRACE, RunQueryDsl::load(query, &mut self.connection)).await;
        self.judge(started, loaded).await
    }

    pub(super) async fn change<'q, Q>(&mut self, query: Q) -> Result<usize, DataError>
    where
        Q: diesel_async::methods::ExecuteDsl<C> + Send + 'q,
    {
        self.require_good()?;
        let started = Instant::now();
        let changed = timeout(self.limit + GRACE, Q::execute(query, &mut self.connection)).await;
        self.judge(started, changed).await
    }

    pub(super) async fn say(&mut self, words: &str) -> Result<(), DataError> {
        self.require_good()?;
        let started = Instant::now();
        let said = timeout(self.limit + GRACE, self.connection.batch_execute(words)).await;
        self.judge(started, said).await
    }

    fn require_good(&self) -> Result<(), DataError> {
        match self.health {
            Health::Good => Ok(()),
            Health::Lost => Err(DataError::Unavailable("the server did not answer in time".to_owned())),
        }
    }

    async fn judge<T>(&mut self, started: Instant, ran: Result<QueryResult<T>, Elapsed>) -> Result<T, DataError> {
        let Ok(ran) = ran else {
            self.health = Health::Lost;
            // Whether it was heard or not, nobody waits for it.
            let _ = timeout(GRACE, self.connection.give_up()).await;
            return Err(DataError::Deadline);
        };
        match ran {
            Ok(value) => Ok(value),
            Err(error) => Err(self.fault(started, error).await),
        }
    }

    /// What an error means. The server's codes do not reach us through Diesel.
    async fn fault(&mut self, started: Instant, error: Error) -> DataError {
        let Error::DatabaseError(DatabaseErrorKind::Unknown, information) = &error else { return C::fault(error) };
        let is_late = started.elapsed() >= self.limit;
        let answer = timeout(GRACE, self.connection.batch_execute(C::NOTHING)).await;
        if !matches!(answer, Ok(Ok(()))) {
            self.health = Health::Lost;
            return DataError::Unavailable(information.message().to_owned());
        }
        if is_late { DataError::Deadline } else { C::fault(error) }
    }
}

/// All rows of an answer.
async fn gather<'r, DB, S, R>(loading: impl Future<Output = QueryResult<S>>) -> QueryResult<Vec<Row>>
where
    DB: Dialect,
    S: Stream<Item = QueryResult<R>>,
    R: diesel::row::Row<'r, DB>,
    Row: QueryableByName<DB>,
{
    let build = |row: QueryResult<R>| Row::build(&row?).map_err(Error::DeserializationError);
    loading.await?.map(build).try_collect().await
}
