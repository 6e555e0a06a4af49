//! A database for one test, dropped with it.

use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};

use mysql_async::prelude::Queryable;
use postgres::{Client, NoTls};

/// Which database a test runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Backend {
    /// A file in the test's folder.
    Sqlite,
    /// A new database on the server of `ZIMAGI_TEST_POSTGRES`.
    Postgresql,
    /// A new database on the server of `ZIMAGI_TEST_MYSQL`.
    Mysql,
}

/// An empty database.
#[derive(Debug)]
pub struct TestDatabase {
    url: String,
    on_server: Option<(Server, String)>,
}

/// A server that holds databases of tests.
#[derive(Debug, Clone, Copy)]
enum Server {
    Postgres,
    Mysql,
}

impl TestDatabase {
    /// Makes an empty database.
    ///
    /// # Panics
    ///
    /// If the server does not make one.
    #[must_use]
    pub fn new(backend: Backend, folder: &Path) -> Self {
        match backend {
            Backend::Sqlite => Self { url: format!("sqlite:{}", folder.join("example.db").display()), on_server: None },
            Backend::Postgresql => Self::on_server(Server::Postgres),
            Backend::Mysql => Self::on_server(Server::Mysql),
        }
    }

    /// What `DATABASE_URL` must say.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    fn on_server(server: Server) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("zimagi_e2e_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        server.execute(&format!("CREATE DATABASE {name}"));
        let url = server.url();
        let (base, _) = url.rsplit_once('/').expect("a URL with a database");
        Self { url: format!("{base}/{name}"), on_server: Some((server, name)) }
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        match &self.on_server {
            Some((server @ Server::Postgres, name)) => {
                server.execute(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
            }
            Some((server @ Server::Mysql, name)) => server.execute(&format!("DROP DATABASE IF EXISTS {name}")),
            None => {}
        }
    }
}

impl Server {
    fn url(self) -> String {
        let variable = match self {
            Self::Postgres => "ZIMAGI_TEST_POSTGRES",
            Self::Mysql => "ZIMAGI_TEST_MYSQL",
        };
        std::env::var(variable).unwrap_or_else(|_| panic!("{variable} names a database on a server"))
    }

    fn execute(self, statement: &str) {
        match self {
            Self::Postgres => {
                let mut client = Client::connect(&self.url(), NoTls).expect("the PostgreSQL server answers");
                client.batch_execute(statement).unwrap_or_else(|error| panic!("`{statement}`: {error}"));
            }
            Self::Mysql => {
                let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
                let said = runtime.expect("a runtime can be made").block_on(async {
                    let mut connection = mysql_async::Conn::from_url(self.url()).await?;
                    connection.query_drop(statement).await?;
                    connection.disconnect().await
                });
                said.unwrap_or_else(|error| panic!("`{statement}`: {error}"));
            }
        }
    }
}
