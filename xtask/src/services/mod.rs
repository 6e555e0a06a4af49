//! The servers that tests need, on private ports and in private folders.
//!
//! A server that the environment names is used as it is; it is neither started nor stopped here.

mod account;
mod installation;
mod postgres;

use crate::error::TaskError;
use crate::project::Project;

/// The variable that names a PostgreSQL server for tests: a URL with a database on it.
pub(crate) const POSTGRES_VARIABLE: &str = "ZIMAGI_TEST_POSTGRES";

/// A PostgreSQL server that answers.
#[derive(Debug)]
pub(crate) struct Postgres {
    /// The URL of a database on it.
    pub(crate) url: String,
    /// Who has to stop it.
    pub(crate) start: Start,
}

/// How a server came to run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Start {
    /// It ran before.
    Found,
    /// By this call.
    Now,
}

/// Makes sure that all servers run.
pub(crate) fn up(project: &Project) -> Result<Postgres, TaskError> {
    match std::env::var(POSTGRES_VARIABLE) {
        Ok(url) if !url.is_empty() => Ok(Postgres { url, start: Start::Found }),
        _ => postgres::up(&project.services()),
    }
}

/// Stops what [`up`] started and removes its data.
pub(crate) fn down(project: &Project) -> Result<(), TaskError> {
    postgres::down(&project.services())
}
