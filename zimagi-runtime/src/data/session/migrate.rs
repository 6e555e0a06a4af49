//! Connections on which the schema is changed: no deadline holds for them, and one process has them at a time.

use diesel::QueryableByName;
use diesel::sql_types::{BigInt, Nullable, Text};
use zimagi_spec::descriptor::Store;
use zimagi_spec::names::Database;

use super::config::DatabaseConfig;
use super::db::Db;
use super::drive::{blocking, drive};
use super::link::Link;
use super::logic::Logic;
use super::row::Row;
use super::source::Purpose;
use crate::data::error::DataError;
use crate::data::sql::{Select, Statement};

/// The advisory lock that migrating processes hold on PostgreSQL.
const LOCK: i64 = 0x7a69_6d61_6769;

/// MySQL's locks hold for all databases of a server, so its name says which is meant.
const MYSQL_LOCK: &str = "SELECT GET_LOCK(CONCAT('zimagi_migration.', MD5(DATABASE())), 86400) AS number";

/// A connection to one file or server, for changes of its schema.
pub(crate) struct SchemaLink {
    link: Link,
    database: Database,
}

/// A number that a database was asked for.
#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = Nullable<BigInt>)]
    number: Option<i64>,
}

/// Rows of one table that refer to rows of another one that are not there.
#[derive(QueryableByName)]
struct Dangling {
    #[diesel(sql_type = Text)]
    table: String,
    #[diesel(sql_type = Text)]
    parent: String,
    #[diesel(sql_type = BigInt)]
    rows: i64,
}

impl Db {
    /// The stores that have a history of their own: each file has one, and on a server both stores share one.
    pub(crate) const fn histories(&self) -> &'static [Store] {
        match self.database() {
            Database::Sqlite => &[Store::Main, Store::Messages],
            Database::Postgresql | Database::Mysql => &[Store::Main],
        }
    }

    /// Runs logic on a connection of its own, which ends with it, and with it locks and what was not committed.
    pub(crate) async fn on_schema<R, F>(&self, store: Store, logic: F) -> Result<R, DataError>
    where
        for<'s> F: Logic<&'s mut SchemaLink, Result<R, DataError>, Future: Send>,
    {
        let source = self.source(store);
        let run = async {
            let config = DatabaseConfig { statement_timeout: DatabaseConfig::LONGEST, ..(*self.config).clone() };
            let link = source.open_with(Purpose::Writing, &config).await?;
            logic(&mut SchemaLink { link, database: self.database() }).await
        };
        match self.database() {
            Database::Sqlite => blocking(|| drive(run))?,
            Database::Postgresql | Database::Mysql => run.await,
        }
    }
}

impl SchemaLink {
    pub(crate) const fn database(&self) -> Database {
        self.database
    }

    /// Waits until no other process changes the schema. On SQLite each transaction locks the file by itself.
    ///
    /// There a table is made anew to be changed: with foreign keys on, dropping the old one would drop what refers to it. They can
    /// be switched outside a transaction only.
    pub(crate) async fn lock(&mut self) -> Result<(), DataError> {
        match self.database {
            Database::Sqlite => self.link.say("PRAGMA foreign_keys = OFF").await,
            Database::Postgresql => self.link.say(&format!("SELECT pg_advisory_lock({LOCK})")).await,
            Database::Mysql => match self.number(MYSQL_LOCK).await? {
                Some(1) => Ok(()),
                _ => Err(DataError::Busy),
            },
        }
    }

    pub(crate) async fn has_table(&mut self, table: &str) -> Result<bool, DataError> {
        let (tables, here) = match self.database {
            Database::Sqlite => ("sqlite_master", "type = 'table' AND name"),
            Database::Postgresql => ("information_schema.tables", "table_schema = current_schema() AND table_name"),
            Database::Mysql => ("information_schema.tables", "table_schema = database() AND table_name"),
        };
        let question = format!("SELECT count(*) AS number FROM {tables} WHERE {here} = '{table}'");
        Ok(self.number(&question).await? > Some(0))
    }

    pub(crate) async fn begin(&mut self) -> Result<(), DataError> {
        let words = if self.database == Database::Sqlite { "BEGIN IMMEDIATE" } else { "BEGIN" };
        self.link.say(words).await
    }

    pub(crate) async fn commit(&mut self) -> Result<(), DataError> {
        self.link.say("COMMIT").await
    }

    pub(crate) async fn say(&mut self, words: &str) -> Result<(), DataError> {
        self.link.say(words).await
    }

    pub(crate) async fn rows(&mut self, select: &Select) -> Result<Vec<Row>, DataError> {
        self.link.rows(select).await
    }

    pub(crate) async fn execute(&mut self, statement: &Statement) -> Result<u64, DataError> {
        self.link.execute(statement).await
    }

    /// What SQLite's foreign keys would have refused, had they been on.
    pub(crate) async fn dangling(&mut self) -> Result<Option<String>, DataError> {
        let Link::Sqlite(link) = &mut self.link else { return Ok(None) };
        let question = "SELECT \"table\", parent, count(*) AS rows FROM pragma_foreign_key_check GROUP BY 1, 2 LIMIT 1";
        let found: Vec<Dangling> = link.load(diesel::sql_query(question))?;
        let text = |Dangling { table, parent, rows }: &Dangling| {
            format!("{rows} rows of `{table}` refer to rows of `{parent}` that are not there")
        };
        Ok(found.first().map(text))
    }

    async fn number(&mut self, question: &str) -> Result<Option<i64>, DataError> {
        let query = diesel::sql_query(question);
        let found: Vec<Number> = match &mut self.link {
            Link::Sqlite(link) => link.load(query)?,
            Link::Postgres(link) => link.load(query).await?,
            Link::Mysql(link) => link.load(query).await?,
        };
        Ok(found.first().and_then(|row| row.number))
    }
}
