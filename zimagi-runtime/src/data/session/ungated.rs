//! Hand-written Diesel queries on a session, the same on every database.

use diesel::query_dsl::LoadQuery;
use diesel::query_dsl::methods::ExecuteDsl;
use diesel::sqlite::SqliteConnection;
use diesel_async::{AsyncMysqlConnection, AsyncPgConnection};

use super::link::Link;
use super::session::Session;
use crate::data::error::DataError;

impl Session {
    /// Loads the rows of a Diesel query.
    pub(crate) async fn load<'q, Q, U>(&mut self, query: Q) -> Result<Vec<U>, DataError>
    where
        U: Send + 'q,
        Q: diesel::RunQueryDsl<SqliteConnection>
            + LoadQuery<'q, SqliteConnection, U>
            + diesel_async::methods::LoadQuery<'q, AsyncPgConnection, U>
            + diesel_async::methods::LoadQuery<'q, AsyncMysqlConnection, U>
            + Send
            + 'q,
    {
        let loaded = match self.sound_link()? {
            Link::Sqlite(link) => link.load(query),
            Link::Postgres(link) => link.load(query).await,
            Link::Mysql(link) => link.load(query).await,
        };
        self.note(loaded)
    }

    /// Executes a Diesel statement and gives the number of rows it changed.
    pub(crate) async fn change<Q>(&mut self, statement: Q) -> Result<usize, DataError>
    where
        Q: ExecuteDsl<SqliteConnection>
            + diesel_async::methods::ExecuteDsl<AsyncPgConnection>
            + diesel_async::methods::ExecuteDsl<AsyncMysqlConnection>
            + Send,
    {
        let changed = match self.sound_link()? {
            Link::Sqlite(link) => {
                link.in_time(|connection| <Q as ExecuteDsl<SqliteConnection>>::execute(statement, connection))
            }
            Link::Postgres(link) => link.change(statement).await,
            Link::Mysql(link) => link.change(statement).await,
        };
        self.note(changed)
    }
}
