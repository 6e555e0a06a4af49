//! Hand-written Diesel queries on a session, the same on both databases.

use diesel::query_dsl::LoadQuery;
use diesel::sqlite::SqliteConnection;
use diesel_async::AsyncPgConnection;

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
            + Send
            + 'q,
    {
        let loaded = match self.sound_link()? {
            Link::Sqlite(link) => diesel::RunQueryDsl::load(query, link.connection()).map_err(DataError::from),
            Link::Postgres(link) => diesel_async::RunQueryDsl::load(query, link.connection()).await.map_err(DataError::from),
        };
        self.note(loaded)
    }
}
