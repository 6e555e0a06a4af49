//! How a database is reached, and the limits on it.

use std::path::PathBuf;
use std::time::Duration;

use crate::data::error::DataError;

/// Everything that decides how connections are made.
#[derive(Clone)]
pub(crate) struct DatabaseConfig {
    /// `sqlite:PATH`, a plain path, `postgres://…` or `mysql://…`. It may hold a password.
    pub(crate) url: String,
    /// Connections that read at the same time; on a server, as many again write.
    pub(crate) readers: u32,
    /// How long a write waits for another one, and a request for a connection.
    pub(crate) busy_timeout: Duration,
    /// How long one statement may take.
    pub(crate) statement_timeout: Duration,
}

/// What a URL names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Address {
    /// Two files, so that short writes of messages do not wait for long ones of data.
    Sqlite { main: PathBuf, messages: PathBuf },
    /// A server, as its URL.
    Postgresql(String),
    /// MySQL or MariaDB, as its URL.
    Mysql(String),
}

impl DatabaseConfig {
    /// As long as every database can count.
    pub(super) const LONGEST: Duration = Duration::from_millis(i32::MAX as u64);

    pub(super) fn address(&self) -> Result<Address, DataError> {
        address(&self.url)
    }
}

/// The file with the data, if the URL names a SQLite database.
pub(crate) fn sqlite_file(url: &str) -> Option<PathBuf> {
    match address(url).ok()? {
        Address::Sqlite { main, .. } => Some(main),
        Address::Postgresql(_) | Address::Mysql(_) => None,
    }
}

fn address(url: &str) -> Result<Address, DataError> {
    if url.starts_with("postgres://") || url.starts_with("postgresql://") {
        return Ok(Address::Postgresql(url.to_owned()));
    }
    if url.starts_with("mysql://") {
        return Ok(Address::Mysql(url.to_owned()));
    }
    let path = url.strip_prefix("sqlite://").or_else(|| url.strip_prefix("sqlite:")).unwrap_or(url);
    if path.is_empty() || path.contains("://") {
        let reason = "its URL is none of `sqlite:PATH`, `postgres://USER@HOST/NAME` and `mysql://USER@HOST/NAME`";
        return Err(DataError::Unavailable(reason.to_owned()));
    }
    let main = PathBuf::from(path);
    let messages = main.with_extension("messages.db");
    Ok(Address::Sqlite { main, messages })
}
