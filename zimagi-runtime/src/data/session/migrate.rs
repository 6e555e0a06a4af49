//! Applying migrations under a lock, and asking what waits.

use std::marker::PhantomData;

use diesel::backend::Backend;
use diesel::connection::SimpleConnection;
use diesel::migration::{Migration, MigrationSource};
use diesel::pg::Pg;
use diesel::sql_types::{BigInt, Text};
use diesel::sqlite::SqliteConnection;
use diesel::{Connection, OptionalExtension, QueryableByName, RunQueryDsl, sql_query};
use diesel_async::{AnsiTransactionManager, AsyncMigrationHarness, SimpleAsyncConnection, TransactionManager};
use diesel_migrations::MigrationHarness;
use zimagi_spec::descriptor::Store;
use zimagi_spec::names::Database;

use super::db::Db;
use super::drive::blocking;
use super::postgres::connect;
use super::source::{Purpose, Source, Target};
use super::sqlite::SqliteLink;
use crate::data::error::DataError;
use crate::data::migration::{Compiled, MigrationSet, MigrationStatus};

/// The advisory lock that migrating processes hold on PostgreSQL.
const LOCK: i64 = 0x7a69_6d61_6769;

/// A step over the history of one file or server.
type Step<T> = fn(&mut dyn History, &Compiled) -> Result<T, DataError>;

/// Whether a step changes the history: then no other process takes one meanwhile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Aim {
    Apply,
    Ask,
}

/// What Diesel's harness does, whichever database it is on.
trait History {
    fn apply_pending(&mut self, migrations: &Compiled) -> Result<Vec<String>, DataError>;
    fn status(&mut self, migrations: &Compiled) -> Result<MigrationStatus, DataError>;
}

impl Db {
    /// Applies what waits and gives its names.
    pub(crate) async fn migrate(&self, sets: &[MigrationSet]) -> Result<Vec<String>, DataError> {
        let applied =
            self.on_histories(sets, Aim::Apply, |history, migrations| history.apply_pending(migrations)).await?;
        Ok(applied.into_iter().flatten().collect())
    }

    /// What is applied and what waits.
    pub(crate) async fn migration_status(&self, sets: &[MigrationSet]) -> Result<MigrationStatus, DataError> {
        let status = self.on_histories(sets, Aim::Ask, |history, migrations| history.status(migrations)).await?;
        Ok(status.into_iter().fold(MigrationStatus::default(), MigrationStatus::join))
    }

    /// Migrations get connections of their own: no deadline holds for them.
    async fn on_histories<T: Send>(&self, sets: &[MigrationSet], aim: Aim, step: Step<T>) -> Result<Vec<T>, DataError> {
        let mut results = Vec::new();
        for (source, store) in self.histories() {
            let migrations = self.compiled(sets, store);
            results.push(match source.target() {
                Target::File(path) => {
                    let open = || SqliteLink::open(path, Purpose::Writing, &self.config);
                    blocking(|| on_sqlite(&mut open()?, &migrations, aim, step))??
                }
                Target::Server(url) => self.on_postgres(url, &migrations, aim, step).await?,
            });
        }
        Ok(results)
    }

    /// A file has a history of its own; on a server both stores share one.
    fn histories(&self) -> Vec<(&Source, Option<Store>)> {
        match self.database() {
            Database::Sqlite => [Store::Main, Store::Messages].map(|store| (self.source(store), Some(store))).to_vec(),
            Database::Postgresql | Database::Mysql => vec![(self.source(Store::Main), None)],
        }
    }

    /// The migrations of one history, in the order of their versions.
    fn compiled(&self, sets: &[MigrationSet], store: Option<Store>) -> Compiled {
        let chosen = sets.iter().filter(|set| set.database == self.database());
        let chosen = chosen.filter(|set| store.is_none_or(|store| set.store == store));
        let mut migrations: Vec<_> = chosen.flat_map(|set| set.migrations).copied().collect();
        migrations.sort_by_key(|migration| migration.version);
        Compiled(migrations)
    }

    /// All or nothing, as on a file. The connection ends with the step, and with it the lock and what was not committed.
    async fn on_postgres<T>(&self, url: &str, migrations: &Compiled, aim: Aim, step: Step<T>) -> Result<T, DataError> {
        let mut connection = connect(url, &self.config).await?;
        if aim == Aim::Apply {
            connection.batch_execute(&format!("SELECT pg_advisory_lock({LOCK})")).await?;
        }
        AnsiTransactionManager::begin_transaction(&mut connection).await?;
        let mut harness = AsyncMigrationHarness::new(connection);
        let done = blocking(|| step(&mut Harness::<Pg, _>::new(&mut harness), migrations))??;
        AnsiTransactionManager::commit_transaction(&mut harness.into_inner()).await?;
        Ok(done)
    }
}

/// The write lock is held from the question which ones wait to the last of them. A table is made anew to be changed: with
/// foreign keys on, dropping the old one would drop what refers to it. They can be switched outside a transaction only.
fn on_sqlite<T>(link: &mut SqliteLink, migrations: &Compiled, aim: Aim, step: Step<T>) -> Result<T, DataError> {
    let connection = link.connection();
    match aim {
        Aim::Apply => {
            connection.batch_execute("PRAGMA foreign_keys = OFF")?;
            connection.immediate_transaction(|connection| {
                let done = step(&mut Harness::new(connection), migrations)?;
                require_whole_references(connection)?;
                Ok(done)
            })
        }
        Aim::Ask => connection.transaction(|connection| step(&mut Harness::new(connection), migrations)),
    }
}

/// What foreign keys would have refused.
fn require_whole_references(connection: &mut SqliteConnection) -> Result<(), DataError> {
    #[derive(QueryableByName)]
    struct Broken {
        #[diesel(sql_type = Text)]
        table: String,
        #[diesel(sql_type = Text)]
        parent: String,
        #[diesel(sql_type = BigInt)]
        rows: i64,
    }
    let question = "SELECT \"table\", parent, count(*) AS rows FROM pragma_foreign_key_check GROUP BY 1, 2 LIMIT 1";
    match sql_query(question).get_result::<Broken>(connection).optional()? {
        None => Ok(()),
        Some(Broken { table, parent, rows }) => {
            let text = format!("{rows} rows of `{table}` refer to rows of `{parent}` that are not there");
            Err(DataError::Migration(text.into()))
        }
    }
}

/// Diesel's harness with its database type put away.
struct Harness<'a, DB, H> {
    harness: &'a mut H,
    database: PhantomData<DB>,
}

impl<'a, DB, H> Harness<'a, DB, H> {
    const fn new(harness: &'a mut H) -> Self {
        Self { harness, database: PhantomData }
    }
}

impl<DB: Backend, H: MigrationHarness<DB>> History for Harness<'_, DB, H> {
    fn apply_pending(&mut self, migrations: &Compiled) -> Result<Vec<String>, DataError> {
        let pending = self.status(migrations)?.pending;
        self.harness.run_pending_migrations(migrations.clone()).map_err(refused)?;
        Ok(pending)
    }

    fn status(&mut self, migrations: &Compiled) -> Result<MigrationStatus, DataError> {
        let mut unknown = self.harness.applied_migrations().map_err(refused)?;
        let all: Vec<Box<dyn Migration<DB>>> = migrations.migrations().map_err(refused)?;
        let mut status = MigrationStatus::default();
        for migration in all {
            let name = migration.name();
            let place = unknown.iter().position(|version| *version == name.version());
            match place {
                Some(place) => {
                    unknown.swap_remove(place);
                    status.applied.push(name.to_string());
                }
                None => status.pending.push(name.to_string()),
            }
        }
        status.unknown = unknown.iter().map(ToString::to_string).collect();
        Ok(status)
    }
}

fn refused(error: Box<dyn std::error::Error + Send + Sync>) -> DataError {
    match error.downcast::<diesel::result::Error>() {
        Ok(error) => DataError::from(*error),
        Err(error) => DataError::Migration(error),
    }
}
