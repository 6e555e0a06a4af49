//! Applying migrations under a lock, and asking what waits.

use diesel::migration::{Migration, MigrationSource};
use diesel_async::pooled_connection::deadpool::Object;
use diesel_async::{AsyncMigrationHarness, AsyncPgConnection};
use diesel_migrations::MigrationHarness;
use zimagi_spec::descriptor::Store;

use super::db::{Db, Kind};
use super::sqlite::{Purpose, SqliteLink};
use crate::data::error::DataError;
use crate::data::migration::{Compiled, MigrationSet, MigrationStatus};

/// The advisory lock that migrating processes hold on PostgreSQL.
const LOCK: i64 = 0x7a69_6d61_6769;

/// What to do with the migrations that wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Aim {
    Apply,
    Ask,
}

impl Db {
    /// Applies what waits and tells what is applied then. Of several processes one applies, the others wait for it.
    pub(crate) async fn migrate(&self, sets: &[MigrationSet]) -> Result<MigrationStatus, DataError> {
        self.go_through(sets, Aim::Apply).await
    }

    /// What is applied and what waits.
    pub(crate) async fn migration_status(&self, sets: &[MigrationSet]) -> Result<MigrationStatus, DataError> {
        self.go_through(sets, Aim::Ask).await
    }

    async fn go_through(&self, sets: &[MigrationSet], aim: Aim) -> Result<MigrationStatus, DataError> {
        let of_store = |store| self.compiled(sets, Some(store));
        match &self.kind {
            Kind::Sqlite { main, messages } => {
                let main = tokio::task::block_in_place(|| {
                    on_sqlite(main.link(Purpose::Writing, &self.config)?.as_mut(), &of_store(Store::Main), aim)
                })?;
                let messages = tokio::task::block_in_place(|| {
                    on_sqlite(messages.link(Purpose::Writing, &self.config)?.as_mut(), &of_store(Store::Messages), aim)
                })?;
                Ok(main.join(messages))
            }
            Kind::Postgres(pool) => {
                let connection = pool.get().await.map_err(|error| DataError::Unavailable(error.to_string()))?;
                on_postgres(Object::take(connection), &self.compiled(sets, None), aim).await
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
fn on_sqlite(link: &mut SqliteLink, migrations: &Compiled, aim: Aim) -> Result<MigrationStatus, DataError> {
    link.connection().immediate_transaction(|connection| go_through(connection, migrations, aim))
}

async fn on_postgres(
    mut connection: AsyncPgConnection,
    migrations: &Compiled,
    aim: Aim,
) -> Result<MigrationStatus, DataError> {
    use diesel_async::SimpleAsyncConnection as _;
    connection.batch_execute(&format!("SELECT pg_advisory_lock({LOCK})")).await?;
    let mut harness = AsyncMigrationHarness::new(connection);
    let result = go_through(&mut harness, migrations, aim);
    let mut connection = harness.into_inner();
    connection.batch_execute(&format!("SELECT pg_advisory_unlock({LOCK})")).await?;
    result
}

fn go_through<DB: diesel::backend::Backend>(
    harness: &mut impl MigrationHarness<DB>,
    migrations: &Compiled,
    aim: Aim,
) -> Result<MigrationStatus, DataError> {
    if aim == Aim::Apply {
        harness.run_pending_migrations(migrations.clone()).map_err(refused)?;
    }
    let applied = harness.applied_migrations().map_err(refused)?;
    let all: Vec<Box<dyn Migration<DB>>> = migrations.migrations().map_err(refused)?;
    let mut status = MigrationStatus::default();
    for migration in all {
        let name = migration.name();
        let list = if applied.contains(&name.version()) { &mut status.applied } else { &mut status.pending };
        list.push(name.to_string());
    }
    Ok(status)
}

fn refused(error: Box<dyn std::error::Error + Send + Sync>) -> DataError {
    match error.downcast::<diesel::result::Error>() {
        Ok(error) => DataError::from(*error),
        Err(error) => DataError::Migration(error),
    }
}
