//! A database for one test, dropped with it.

use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};

use postgres::{Client, NoTls};

/// Which database a test runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Backend {
    /// A file in the test's folder.
    Sqlite,
    /// A new database on the server of `ZIMAGI_TEST_POSTGRES`.
    Postgresql,
}

/// An empty database.
#[derive(Debug)]
pub struct TestDatabase {
    url: String,
    server_name: Option<String>,
}

impl TestDatabase {
    /// Makes an empty database.
    ///
    /// # Panics
    ///
    /// If the server of `ZIMAGI_TEST_POSTGRES` does not make one.
    #[must_use]
    pub fn new(backend: Backend, folder: &Path) -> Self {
        match backend {
            Backend::Sqlite => {
                Self { url: format!("sqlite:{}", folder.join("example.db").display()), server_name: None }
            }
            Backend::Postgresql => Self::on_server(),
        }
    }

    /// What `DATABASE_URL` must say.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    fn on_server() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("zimagi_e2e_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        execute_on_server(&format!("CREATE DATABASE {name}"));
        let (server, _) =
            server_url().rsplit_once('/').map(|(s, d)| (s.to_owned(), d.to_owned())).expect("a URL with a database");
        Self { url: format!("{server}/{name}"), server_name: Some(name) }
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        if let Some(name) = &self.server_name {
            execute_on_server(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
        }
    }
}

fn execute_on_server(statement: &str) {
    let mut client = Client::connect(&server_url(), NoTls).expect("the PostgreSQL server answers");
    client.batch_execute(statement).unwrap_or_else(|error| panic!("`{statement}`: {error}"));
}

fn server_url() -> String {
    std::env::var("ZIMAGI_TEST_POSTGRES").expect("ZIMAGI_TEST_POSTGRES names a database on a PostgreSQL server")
}
