//! The servers that tests need, on private ports and in private folders.
//!
//! A server that the environment names is used as it is; it is neither started nor stopped here.

mod account;
mod installation;
mod mysql;
mod postgres;
mod server;

use std::fmt;
use std::path::Path;
use std::process::Command;

use crate::error::TaskError;
use crate::project::Project;

/// The servers that tests talk to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Postgres,
    /// MariaDB, in the place of both.
    Mysql,
}

/// Servers that answer.
#[derive(Debug)]
pub(crate) struct Services(Vec<Service>);

/// A server that answers.
#[derive(Debug)]
struct Service {
    kind: Kind,
    /// The URL of a database on it.
    url: String,
    /// Who has to stop it.
    start: Start,
}

/// How a server came to run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Start {
    /// It ran before.
    Found,
    /// By this call.
    Now,
}

/// Makes sure that all servers run.
pub(crate) fn up(project: &Project) -> Result<Services, TaskError> {
    Kind::ALL.into_iter().map(|kind| kind.up(&project.services())).collect::<Result<_, _>>().map(Services)
}

/// Stops what [`up`] started, in this call or an earlier one, and removes its data.
pub(crate) fn down(project: &Project) -> Result<(), TaskError> {
    Kind::ALL.into_iter().try_for_each(|kind| kind.down(&project.services()))
}

impl Services {
    /// Tells a command where the servers are.
    pub(crate) fn known_to<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command.envs(self.0.iter().map(|service| (service.kind.variable(), &service.url)))
    }

    /// The URL of a database on the PostgreSQL server.
    pub(crate) fn postgres(&self) -> &str {
        self.url(Kind::Postgres)
    }

    /// The URL of a database on the MariaDB server.
    pub(crate) fn mysql(&self) -> &str {
        self.url(Kind::Mysql)
    }

    fn url(&self, kind: Kind) -> &str {
        let found = self.0.iter().find(|service| service.kind == kind);
        &found.expect("every kind of server runs").url
    }

    /// Stops what this call of [`up`] started.
    pub(crate) fn down(&self, project: &Project) -> Result<(), TaskError> {
        let started = self.0.iter().filter(|service| service.start == Start::Now);
        started.map(|service| service.kind).try_for_each(|kind| kind.down(&project.services()))
    }
}

/// As lines that a shell takes.
impl fmt::Display for Services {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|service| writeln!(f, "export {}={}", service.kind.variable(), service.url))
    }
}

impl Kind {
    const ALL: [Self; 2] = [Self::Postgres, Self::Mysql];

    /// The variable that names such a server for tests: a URL with a database on it.
    const fn variable(self) -> &'static str {
        match self {
            Self::Postgres => "ZIMAGI_TEST_POSTGRES",
            Self::Mysql => "ZIMAGI_TEST_MYSQL",
        }
    }

    fn up(self, folder: &Path) -> Result<Service, TaskError> {
        let (url, start) = match std::env::var(self.variable()) {
            Ok(url) if !url.is_empty() => (url, Start::Found),
            _ => match self {
                Self::Postgres => postgres::up(folder)?,
                Self::Mysql => mysql::up(folder)?,
            },
        };
        Ok(Service { kind: self, url, start })
    }

    fn down(self, folder: &Path) -> Result<(), TaskError> {
        match self {
            Self::Postgres => postgres::down(folder),
            Self::Mysql => mysql::down(folder),
        }
    }
}
