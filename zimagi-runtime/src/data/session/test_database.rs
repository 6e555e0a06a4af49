//! Databases for tests: each test has one of its own, which ends with it.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use postgres::{Client, NoTls};
use tempfile::TempDir;
use zimagi_spec::descriptor::Store;
use zimagi_spec::names::Database;

use super::{DatabaseConfig, Db, Session};
use crate::data::error::DataError;

/// The databases that the tests run on.
pub(crate) const DATABASES: [Database; 2] = [Database::Sqlite, Database::Postgresql];

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

/// A database on the server of `ZIMAGI_TEST_POSTGRES`, dropped with this.
pub(crate) struct ServerDatabase {
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
            Database::Postgresql | Database::Mysql => on_server(),
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

fn open(url: &str, change: impl FnOnce(&mut DatabaseConfig)) -> Db {
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

fn on_server() -> (String, Place) {
    let database = ServerDatabase::new();
    (database.url.clone(), Place::Server { _database: database })
}

impl ServerDatabase {
    pub(crate) fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("zimagi_runtime_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        say_to_server(format!("CREATE DATABASE {name}"));
        let server = server_url();
        let (server, _) = server.rsplit_once('/').expect("a URL with a database");
        Self { url: format!("{server}/{name}"), name }
    }
}

impl Drop for ServerDatabase {
    fn drop(&mut self) {
        say_to_server(format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name));
    }
}

/// On a thread of its own: the client blocks, and a test's thread belongs to its runtime.
fn say_to_server(words: String) {
    let said =
        std::thread::spawn(move || Client::connect(&server_url(), NoTls).unwrap().batch_execute(&words).unwrap());
    said.join().unwrap();
}

/// A database on the server of the tests, to make others from.
pub(crate) fn server_url() -> String {
    std::env::var("ZIMAGI_TEST_POSTGRES").expect("`cargo xtask services up` says what this is")
}
