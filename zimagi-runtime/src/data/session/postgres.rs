//! What PostgreSQL has of its own.

use diesel::result::Error;
use diesel_async::AsyncPgConnection;

use super::config::DatabaseConfig;
use super::server::Server;
use super::shapes::KEPT_MAX;
use super::source::Purpose;
use crate::data::error::DataError;

impl Server for AsyncPgConnection {
    const NOTHING: &'static str = "";

    const KEPT_MAX: usize = KEPT_MAX;

    fn settings(_purpose: Purpose, config: &DatabaseConfig) -> String {
        format!("SET TIME ZONE 'UTC'; SET statement_timeout = {}", config.statement_timeout.as_millis())
    }

    /// The server's words depend on its language: only Diesel's kind is taken.
    fn fault(error: Error) -> DataError {
        error.into()
    }

    /// The server ends it with the connection.
    async fn give_up(&mut self) {}
}
