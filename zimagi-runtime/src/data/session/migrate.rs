//! Applying migrations under a lock, and asking what waits.

use std::marker::PhantomData;

use diesel::backend::Backend;
use diesel::migration::{Migration, MigrationSource};
use diesel::pg::Pg;
use diesel_async::pooled_connection::deadpool::Object;
use diesel_async::{AsyncMigrationHarness, AsyncPgConnection, SimpleAsyncConnection};
use diesel_migrations::MigrationHarness;
use zimagi_spec::descriptor::Store;

use super::db::{Db, Kind};
use super::sqlite::{Purpose, SqliteLink};
use crate::data::error::DataError;
use crate::data::migration::{Compiled, MigrationSet, MigrationStatus};

/// The advisory lock that migrating processes hold on PostgreSQL.
const LOCK: i64 = 0x7a69_6d61_6769;

/// A step over the history of one file, under its lock.
type Step<T> = fn(&mut dyn History, &Compiled) -> Result<T, DataError>;

/// What Diesel's harness does, whichever database it is on.
trait History {
    fn apply_pending(&mut self, migrations: &Compiled) -> Result<Vec<String>, DataError>;
    fn status(&mut self, migrations: &Compiled) -> Result<MigrationStatus, DataError>;
}

impl Db {
    /// Applies what waits and gives its names.
    pub(crate) async fn migrate(&self, sets: &[MigrationSet]) -> Result<Vec<String>, DataError> {
        let applied = self.on_histories(sets, |history, migrations| history.apply_pending(migrations)).await?;
        Ok(applied.into_iter().flatten().collect())
    }

    /// What is applied and what waits.
    pub(crate) async fn migration_status(&self, sets: &[MigrationSet]) -> Result<MigrationStatus, DataError> {
        let status = self.on_histories(sets, |history, migrations| history.status(migrations)).await?;
        Ok(status.into_iter().fold(MigrationStatus::default(), MigrationStatus::join))
    }

    async fn on_histories<T: Send>(&self, sets: &[MigrationSet], step: Step<T>) -> Result<Vec<T>, DataError> {
        match &self.kind {
            Kind::Sqlite { main, messages } => [(Store::Main, main), (Store::Messages, messages)]
                .into_iter()
                .map(|(store, file)| {
                    let migrations = self.compiled(sets, Some(store));
                    tokio::task::block_in_place(|| {
                        on_sqlite(file.link(Purpose::Writing, &self.config)?.as_mut(), &migrations, step)
                    })
                })
                .collect(),
            Kind::Postgres(pool) => {
                let connection = pool.get().await.map_err(|error| DataError::Unavailable(error.to_string()))?;
                let done = on_postgres(Object::take(connection), &self.compiled(sets, None), step).await?;
                Ok(vec![done])
            }
        }
    }

    /// The migrations for this database; on a server both stores are one history, in the order of their versions.
    fn compiled(&self, sets: &[MigrationSet], store: Option<Store>) -> Compiled {
        let chosen = sets.iter().filter(|set| set.database == self.database());
        let chosen = chosen.filter(|set| store.is_none_or(|store| set.store == store));
        let mut migrations: Vec<_> = chosen.flat_map(|set| set.migrations).copied().collect();
        migrations.sort_by_key(|migration| migration.version);
        Compiled(migrations)
    }
}

/// The write lock is held from the question which ones wait to the last of them.
fn on_sqlite<T>(link: &mut SqliteLink, migrations: &Compiled, step: Step<T>) -> Result<T, DataError> {
    link.connection().immediate_transaction(|connection| step(&mut Harness::new(connection), migrations))
}

/// The connection is not given back: it may hold the lock.
async fn on_postgres<T>(
    mut connection: AsyncPgConnection,
    migrations: &Compiled,
    step: Step<T>,
) -> Result<T, DataError> {
    connection.batch_execute(&format!("SELECT pg_advisory_lock({LOCK})")).await?;
    let mut harness = AsyncMigrationHarness::new(connection);
    step(&mut Harness::<Pg, _>::new(&mut harness), migrations)
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
