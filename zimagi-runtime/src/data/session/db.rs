//! A database: its connections at rest, and transactions on them.

use std::path::PathBuf;
use std::sync::Arc;

use tokio::sync::{Mutex, Semaphore};
use zimagi_spec::descriptor::Store;
use zimagi_spec::names::Database;

use super::callback::Logic;
use super::config::{Address, DatabaseConfig};
use super::drive::drive;
use super::link::Link;
use super::postgres::{PostgresLink, PostgresPool, pool};
use super::session::Session;
use super::sqlite::{Purpose, SqliteLink};
use crate::data::error::DataError;

/// A database that sessions are opened on. Clones share their connections.
#[derive(Clone)]
pub(crate) struct Db {
    pub(super) config: Arc<DatabaseConfig>,
    pub(super) kind: Kind,
}

#[derive(Clone)]
pub(super) enum Kind {
    Sqlite { main: Arc<File>, messages: Arc<File> },
    Postgres(PostgresPool),
}

/// One file: one writer, several readers.
pub(super) struct File {
    path: PathBuf,
    writer: Mutex<Option<Box<SqliteLink>>>,
    readers: std::sync::Mutex<Vec<Box<SqliteLink>>>,
    reading: Semaphore,
}

impl Db {
    /// Opens what the URL names.
    pub(crate) fn connect(config: DatabaseConfig) -> Result<Self, DataError> {
        let kind = match config.address()? {
            Address::Sqlite { main, messages } => {
                Kind::Sqlite { main: File::open(main, &config)?, messages: File::open(messages, &config)? }
            }
            Address::Postgresql(url) => Kind::Postgres(pool(&url, &config)?),
        };
        Ok(Self { config: Arc::new(config), kind })
    }

    /// Which database it is.
    pub(crate) const fn database(&self) -> Database {
        match self.kind {
            Kind::Sqlite { .. } => Database::Sqlite,
            Kind::Postgres(_) => Database::Postgresql,
        }
    }

    /// Runs logic in one writing transaction.
    ///
    /// On SQLite the logic may await nothing but its session, and no other session: both would wait for ever for each other.
    pub(crate) async fn write<R, E, F>(&self, store: Store, logic: F) -> Result<R, E>
    where
        E: From<DataError>,
        for<'s> F: Logic<&'s mut Session, Result<R, E>, Future: Send>,
    {
        match &self.kind {
            Kind::Sqlite { main, messages } => {
                let file = match store {
                    Store::Main => main,
                    Store::Messages => messages,
                };
                // The one writer is waited for here, where waiting blocks no thread.
                let mut writer = file.writer.lock().await;
                tokio::task::block_in_place(|| {
                    let link = writer.take().map_or_else(|| file.link(Purpose::Writing, &self.config), Ok)?;
                    let (link, result) = drive_sqlite(link, "BEGIN IMMEDIATE", logic);
                    *writer = link;
                    result
                })
            }
            Kind::Postgres(pool) => self.run_postgres(pool, "BEGIN", logic).await,
        }
    }

    /// Runs logic over one snapshot.
    pub(crate) async fn read<R, E, F>(&self, store: Store, logic: F) -> Result<R, E>
    where
        E: From<DataError>,
        for<'s> F: Logic<&'s mut Session, Result<R, E>, Future: Send>,
    {
        match &self.kind {
            Kind::Sqlite { main, messages } => {
                let file = match store {
                    Store::Main => main,
                    Store::Messages => messages,
                };
                let _permit = file.reading.acquire().await.map_err(|_| DataError::Broken("the readers are closed"))?;
                tokio::task::block_in_place(|| {
                    let idle = file.readers.lock().ok().and_then(|mut readers| readers.pop());
                    let link = idle.map_or_else(|| file.link(Purpose::Reading, &self.config), Ok)?;
                    let (link, result) = drive_sqlite(link, "BEGIN", logic);
                    if let (Some(link), Ok(mut readers)) = (link, file.readers.lock()) {
                        readers.push(link);
                    }
                    result
                })
            }
            Kind::Postgres(pool) => {
                self.run_postgres(pool, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", logic).await
            }
        }
    }

    async fn run_postgres<R, E, F>(&self, pool: &PostgresPool, words: &str, logic: F) -> Result<R, E>
    where
        E: From<DataError>,
        for<'s> F: Logic<&'s mut Session, Result<R, E>, Future: Send>,
    {
        let link = Link::Postgres(Box::new(PostgresLink::take(pool, &self.config).await?));
        run(link, words, logic).await.1
    }
}

/// Runs logic on a SQLite connection; without a connection in the answer, it broke.
fn drive_sqlite<R, E, F>(link: Box<SqliteLink>, words: &str, logic: F) -> (Option<Box<SqliteLink>>, Result<R, E>)
where
    E: From<DataError>,
    for<'s> F: Logic<&'s mut Session, Result<R, E>, Future: Send>,
{
    let mut link_after = None;
    let result = drive(async {
        let (link, result) = run(Link::Sqlite(link), words, logic).await;
        link_after = link;
        result
    });
    let link = link_after.and_then(|link| match link {
        Link::Sqlite(link) => Some(link),
        Link::Postgres(_) => None,
    });
    (link, result)
}

async fn run<R, E, F>(link: Link, words: &str, logic: F) -> (Option<Link>, Result<R, E>)
where
    E: From<DataError>,
    for<'s> F: Logic<&'s mut Session, Result<R, E>, Future: Send>,
{
    let mut session = match Session::begin(link, words).await {
        Ok(session) => session,
        Err(error) => return (None, Err(error.into())),
    };
    let result = logic(&mut session).await;
    let (link, ended) = session.end(result.is_ok()).await;
    (link, result.and_then(|value| ended.map(|()| value).map_err(E::from)))
}

impl File {
    fn open(path: PathBuf, config: &DatabaseConfig) -> Result<Arc<Self>, DataError> {
        let writer = Box::new(SqliteLink::open(&path, Purpose::Writing, config)?);
        Ok(Arc::new(Self {
            path,
            writer: Mutex::new(Some(writer)),
            readers: std::sync::Mutex::new(Vec::new()),
            reading: Semaphore::new(config.readers as usize),
        }))
    }

    pub(super) fn link(&self, purpose: Purpose, config: &DatabaseConfig) -> Result<Box<SqliteLink>, DataError> {
        SqliteLink::open(&self.path, purpose, config).map(Box::new)
    }
}
