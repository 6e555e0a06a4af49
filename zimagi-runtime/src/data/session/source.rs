//! Where connections to one file or one server come from.

use std::path::PathBuf;
use std::sync::Arc;

use super::config::DatabaseConfig;
use super::link::Link;
use super::server::ServerLink;
use super::shelf::Shelf;
use super::sqlite::SqliteLink;
use crate::data::error::DataError;

/// One file or one server, with its idle connections.
pub(super) struct Source {
    target: Target,
    config: Arc<DatabaseConfig>,
    reading: Shelf<Link>,
    writing: Shelf<Link>,
}

/// What connections are made to.
pub(super) enum Target {
    File(PathBuf),
    Postgres(String),
    Mysql(String),
}

/// What a connection is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    Reading,
    Writing,
}

impl Source {
    /// A SQLite file has one writer; on a server as many write as read. Nothing is opened yet.
    pub(super) fn new(target: Target, config: Arc<DatabaseConfig>) -> Self {
        let readers = config.readers.max(1) as usize;
        let writers = match target {
            Target::File(_) => 1,
            Target::Postgres(_) | Target::Mysql(_) => readers,
        };
        let wait = config.busy_timeout;
        Self { target, config, reading: Shelf::new(readers, wait), writing: Shelf::new(writers, wait) }
    }

    pub(super) const fn shelf(&self, purpose: Purpose) -> &Shelf<Link> {
        match purpose {
            Purpose::Reading => &self.reading,
            Purpose::Writing => &self.writing,
        }
    }

    /// A connection on which a transaction has begun.
    ///
    /// An idle connection may have been lost meanwhile, by a restart of the server: then the next one is tried, at last a new one.
    pub(super) async fn begin(&self, purpose: Purpose) -> Result<Link, DataError> {
        let words = self.opening_words(purpose);
        while let Some(mut link) = self.shelf(purpose).take() {
            match link.say(words).await {
                Ok(()) => return Ok(link),
                Err(DataError::Unavailable(_)) => drop(link),
                Err(error) => {
                    self.shelf(purpose).put(link);
                    return Err(error);
                }
            }
        }
        let mut link = self.open(purpose).await?;
        link.say(words).await?;
        Ok(link)
    }

    /// A new connection.
    pub(super) async fn open(&self, purpose: Purpose) -> Result<Link, DataError> {
        self.open_with(purpose, &self.config).await
    }

    /// A new connection with limits of its own.
    pub(super) async fn open_with(&self, purpose: Purpose, config: &DatabaseConfig) -> Result<Link, DataError> {
        match &self.target {
            Target::File(path) => SqliteLink::open(path, purpose, config).map(Box::new).map(Link::Sqlite),
            Target::Postgres(url) => Ok(Link::Postgres(Box::new(ServerLink::open(url, purpose, config).await?))),
            Target::Mysql(url) => Ok(Link::Mysql(Box::new(ServerLink::open(url, purpose, config).await?))),
        }
    }

    /// A writing transaction on a file takes the write lock at its start: taken later, it could fail after work was done.
    const fn opening_words(&self, purpose: Purpose) -> &'static str {
        match (&self.target, purpose) {
            (Target::File(_), Purpose::Writing) => "BEGIN IMMEDIATE",
            (Target::File(_), Purpose::Reading) | (Target::Postgres(_) | Target::Mysql(_), Purpose::Writing) => "BEGIN",
            (Target::Postgres(_), Purpose::Reading) => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
            (Target::Mysql(_), Purpose::Reading) => "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY",
        }
    }
}
