//! Fresh databases of each kind, for statements as text and answers as text.

use std::sync::atomic::{AtomicU32, Ordering};

use mysql_async::prelude::Queryable;
use zimagi_spec::names::Database as Kind;

/// A connection to a database of its own, which ends with it.
pub struct Database {
    /// What it is.
    pub kind: Kind,
    connection: Connection,
}

#[expect(clippy::large_enum_variant, reason = "a test has one or two of them")]
enum Connection {
    Sqlite(rusqlite::Connection),
    Postgresql { client: postgres::Client, schema: String },
    Mysql { runtime: tokio::runtime::Runtime, connection: Option<mysql_async::Conn>, schema: String },
}

/// A row as texts.
pub type Row = Vec<Option<String>>;

impl Database {
    /// A fresh one.
    ///
    /// # Panics
    ///
    /// If no server is named by `ZIMAGI_TEST_POSTGRES` or `ZIMAGI_TEST_MYSQL`, which `cargo xtask services up` tells.
    #[must_use]
    pub fn fresh(kind: Kind) -> Self {
        let connection = match kind {
            Kind::Sqlite => Connection::Sqlite(rusqlite::Connection::open_in_memory().unwrap()),
            Kind::Postgresql => postgresql(),
            Kind::Mysql => mysql(),
        };
        let mut database = Self { kind, connection };
        if kind == Kind::Sqlite {
            // As the runtime applies migrations.
            database.run("PRAGMA foreign_keys = OFF").unwrap();
        }
        database
    }

    /// Runs statements; what the database says against them is the error.
    ///
    /// # Errors
    ///
    /// If it refuses one.
    pub fn run(&mut self, statements: &str) -> Result<(), String> {
        // MySQL takes no question without words.
        if statements.trim().is_empty() {
            return Ok(());
        }
        match &mut self.connection {
            Connection::Sqlite(connection) => connection.execute_batch(statements).map_err(|error| error.to_string()),
            Connection::Postgresql { client, .. } => {
                let text = |error: postgres::Error| error.as_db_error().map_or(error.to_string(), ToString::to_string);
                client.batch_execute(statements).map_err(text)
            }
            Connection::Mysql { runtime, connection, .. } => {
                let connection = connection.as_mut().expect("the connection ends with the database");
                let run = async {
                    let mut results = connection.query_iter(statements).await?;
                    // Later statements answer in results of their own.
                    while !results.is_empty() {
                        results.collect::<mysql_async::Row>().await?;
                    }
                    Ok(())
                };
                runtime.block_on(run).map_err(|error: mysql_async::Error| error.to_string())
            }
        }
    }

    /// The rows of a question, all cells as text.
    ///
    /// # Panics
    ///
    /// If the database refuses it.
    pub fn rows(&mut self, question: &str) -> Vec<Row> {
        match &mut self.connection {
            Connection::Sqlite(connection) => {
                let mut statement = connection.prepare(question).unwrap_or_else(|error| panic!("{error}\n{question}"));
                let width = statement.column_count();
                let row = |row: &rusqlite::Row<'_>| (0..width).map(|at| Ok(text_of(row.get_ref(at)?))).collect();
                statement.query_map([], row).unwrap().collect::<Result<_, _>>().unwrap()
            }
            Connection::Postgresql { client, .. } => {
                let answer = client.simple_query(question).unwrap_or_else(|error| panic!("{error}\n{question}"));
                let rows = answer.iter().filter_map(|message| match message {
                    postgres::SimpleQueryMessage::Row(row) => Some(row),
                    _ => None,
                });
                rows.map(|row| (0..row.len()).map(|at| row.get(at).map(str::to_owned)).collect()).collect()
            }
            Connection::Mysql { runtime, connection, .. } => {
                let connection = connection.as_mut().expect("the connection ends with the database");
                let rows: Vec<mysql_async::Row> =
                    runtime.block_on(connection.query(question)).unwrap_or_else(|error| panic!("{error}\n{question}"));
                rows.into_iter().map(|row| row.unwrap().into_iter().map(text_of_mysql).collect()).collect()
            }
        }
    }

    /// The name of the schema that it has to itself.
    #[must_use]
    pub fn schema(&self) -> &str {
        match &self.connection {
            Connection::Sqlite(_) => "main",
            Connection::Postgresql { schema, .. } | Connection::Mysql { schema, .. } => schema,
        }
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        let words = match &self.connection {
            Connection::Sqlite(_) => return,
            Connection::Postgresql { schema, .. } => format!("DROP SCHEMA {schema} CASCADE"),
            Connection::Mysql { schema, .. } => format!("DROP DATABASE {schema}"),
        };
        let _ = self.run(&words);
        if let Connection::Mysql { runtime, connection, .. } = &mut self.connection
            && let Some(connection) = connection.take()
        {
            let _ = runtime.block_on(connection.disconnect());
        }
    }
}

fn name() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    format!("migrations_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed))
}

fn url(variable: &str) -> String {
    std::env::var(variable).unwrap_or_else(|_| panic!("{variable} is not set: `cargo xtask services up` says it"))
}

fn postgresql() -> Connection {
    let mut client = postgres::Client::connect(&url("ZIMAGI_TEST_POSTGRES"), postgres::NoTls).unwrap();
    let schema = name();
    client.batch_execute(&format!("CREATE SCHEMA {schema}; SET search_path = {schema}")).unwrap();
    Connection::Postgresql { client, schema }
}

fn mysql() -> Connection {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let schema = name();
    let connection = runtime.block_on(async {
        let mut connection = mysql_async::Conn::from_url(url("ZIMAGI_TEST_MYSQL")).await.unwrap();
        connection.query_drop(format!("CREATE DATABASE {schema}")).await.unwrap();
        connection.query_drop(format!("USE {schema}")).await.unwrap();
        connection
    });
    Connection::Mysql { runtime, connection: Some(connection), schema }
}

fn text_of(value: rusqlite::types::ValueRef<'_>) -> Option<String> {
    use rusqlite::types::ValueRef;
    match value {
        ValueRef::Null => None,
        ValueRef::Integer(number) => Some(number.to_string()),
        ValueRef::Real(number) => Some(number.to_string()),
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => Some(String::from_utf8_lossy(bytes).into_owned()),
    }
}

fn text_of_mysql(value: mysql_async::Value) -> Option<String> {
    match value {
        mysql_async::Value::NULL => None,
        mysql_async::Value::Bytes(bytes) => Some(String::from_utf8_lossy(&bytes).into_owned()),
        other => Some(other.as_sql(true)),
    }
}
