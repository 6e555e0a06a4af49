//! Databases for tests: each test has one of its own, which ends with it.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use diesel_async::{AsyncConnection, AsyncMysqlConnection, SimpleAsyncConnection};
use postgres::{Client, NoTls};
use tempfile::TempDir;
use zimagi_spec::descriptor::Store;
use zimagi_spec::names::Database;

use super::{DatabaseConfig, Db, Session};
use crate::data::error::DataError;

/// The databases that the tests run on.
pub(crate) const DATABASES: [Database; 3] = Database::ALL;

/// An open database, alone in its folder or on its server.
pub(crate) struct TestDatabase {
    pub(crate) db: Db,
    url: String,
    _place: Place,
}

/// What ends with the test.
enum Place {
    Folder { _folder: TempDir },
    Server { _database: ServerDatabase },
}

/// A database on the server of `ZIMAGI_TEST_POSTGRES` or `ZIMAGI_TEST_MYSQL`, dropped with this.
pub(crate) struct ServerDatabase {
    server: Server,
    name: String,
    pub(crate) url: String,
}

impl TestDatabase {
    /// A database with this schema.
    pub(crate) async fn new(database: Database, schema: &str) -> Self {
        Self::with(database, schema, |_| ()).await
    }

    /// A database with this schema, reached in a way of its own.
    pub(crate) async fn with(database: Database, schema: &str, change: impl FnOnce(&mut DatabaseConfig)) -> Self {
        let (url, place) = match database {
            Database::Sqlite => on_files(),
            Database::Postgresql => on_server(Server::Postgres),
            Database::Mysql => on_server(Server::Mysql),
        };
        let test = Self { db: open(&url, change), url, _place: place };
        test.say(schema).await;
        test
    }

    /// The same database as another process sees it: with connections of its own.
    pub(crate) fn again(&self, change: impl FnOnce(&mut DatabaseConfig)) -> Db {
        open(&self.url, change)
    }

    /// Says words to the main store.
    pub(crate) async fn say(&self, words: &str) {
        let said =
            self.db.write(Store::Main, async |session: &mut Session| session.sound_link()?.say(words).await).await;
        said.unwrap_or_else(|error: DataError| panic!("{error:?}"));
    }
}

pub(super) fn open(url: &str, change: impl FnOnce(&mut DatabaseConfig)) -> Db {
    let mut config = DatabaseConfig {
        url: url.to_owned(),
        readers: 2,
        busy_timeout: Duration::from_secs(20),
        statement_timeout: Duration::from_secs(20),
    };
    change(&mut config);
    Db::connect(config).unwrap()
}

fn on_files() -> (String, Place) {
    let folder = tempfile::tempdir().unwrap();
    (format!("sqlite:{}", folder.path().join("test.db").display()), Place::Folder { _folder: folder })
}

fn on_server(server: Server) -> (String, Place) {
    let database = ServerDatabase::new(server);
    (database.url.clone(), Place::Server { _database: database })
}

/// Which server a database is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Server {
    Postgres,
    Mysql,
}

impl ServerDatabase {
    pub(crate) fn new(server: Server) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("zimagi_runtime_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        server.say(format!("CREATE DATABASE {name}"));
        let url = server.url();
        let (url, _) = url.rsplit_once('/').expect("a URL with a database");
        Self { url: format!("{url}/{name}"), server, name }
    }
}

impl Drop for ServerDatabase {
    fn drop(&mut self) {
        self.server.say(match self.server {
            Server::Postgres => format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name),
            Server::Mysql => format!("DROP DATABASE IF EXISTS {}", self.name),
        });
    }
}

impl Server {
    /// A database on the server of the tests, to make others from.
    pub(crate) fn url(self) -> String {
        let variable = match self {
            Self::Postgres => "ZIMAGI_TEST_POSTGRES",
            Self::Mysql => "ZIMAGI_TEST_MYSQL",
        };
        std::env::var(variable).unwrap_or_else(|_| panic!("`cargo xtask services up` says what {variable} is"))
    }

    /// On a thread of its own: a client blocks, and a test's thread belongs to its runtime.
    fn say(self, words: String) {
        let said = std::thread::spawn(move || match self {
            Self::Postgres => Client::connect(&self.url(), NoTls).unwrap().batch_execute(&words).unwrap(),
            Self::Mysql => {
                let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
                runtime.block_on(async {
                    let mut connection = AsyncMysqlConnection::establish(&self.url()).await.unwrap();
                    connection.batch_execute(&words).await.unwrap();
                });
            }
        });
        said.join().unwrap();
    }
}
