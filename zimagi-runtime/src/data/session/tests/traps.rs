//! What could be lost in silence, or stand still for ever.

use std::future::pending;
use std::time::Duration;

use tokio::sync::oneshot;
use zimagi_spec::descriptor::{ScalarKind, Store};
use zimagi_spec::names::Database;

use super::notes::{database, note, numbers, select, write};
use crate::data::error::DataError;
use crate::data::session::test_database::DATABASES;
use crate::data::session::{Db, Session};

/// Runs logic as another process would: on a thread and a runtime of its own.
fn elsewhere<R: Send + 'static>(logic: impl Future<Output = R> + Send + 'static) -> R {
    let run = || tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap().block_on(logic);
    std::thread::spawn(run).join().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_ignored_failure_stores_nothing() {
    for database in DATABASES {
        let test = super::notes::database(database).await;
        let result: Result<(), DataError> = test
            .db
            .write(Store::Main, async |session: &mut Session| {
                session.execute(&note(1, "a")).await?;
                let _ = session.execute(&note(1, "b")).await;
                Ok(())
            })
            .await;
        let text = result.unwrap_err().to_string();
        assert_eq!(text, "an earlier statement of the transaction failed", "{database:?}");
        assert!(numbers(&test.db).await.is_empty(), "{database:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_said_after_a_failure() {
    for database in DATABASES {
        let test = super::notes::database(database).await;
        let result: Result<(), DataError> = test
            .db
            .write(Store::Main, async |session: &mut Session| {
                session.execute(&note(1, "a")).await?;
                let _ = session.execute(&note(1, "b")).await;
                session.execute(&note(2, "c")).await.map(drop)
            })
            .await;
        let text = result.unwrap_err().to_string();
        assert_eq!(text, "an earlier statement of the transaction failed", "{database:?}");
        assert!(numbers(&test.db).await.is_empty(), "{database:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn logic_that_fails_stores_nothing() {
    for database in DATABASES {
        let test = super::notes::database(database).await;
        let result: Result<(), DataError> = test
            .db
            .write(Store::Main, async |session: &mut Session| {
                session.execute(&note(1, "a")).await?;
                Err(DataError::Fenced)
            })
            .await;
        assert!(matches!(result, Err(DataError::Fenced)), "{database:?}: {result:?}");
        assert!(numbers(&test.db).await.is_empty(), "{database:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_savepoint_lets_a_part_fail() {
    for database in DATABASES {
        let test = super::notes::database(database).await;
        let result: Result<(), DataError> = test
            .db
            .write(Store::Main, async |session: &mut Session| {
                session.execute(&note(1, "a")).await?;
                session.savepoint().await?;
                session.execute(&note(2, "a")).await?;
                session.savepoint().await?;
                session.execute(&note(3, "a")).await?;
                assert!(session.execute(&note(1, "b")).await.is_err());
                session.undo().await?;
                session.release().await?;
                session.execute(&note(4, "a")).await.map(drop)
            })
            .await;
        result.unwrap();
        assert_eq!(numbers(&test.db).await, [1, 2, 4], "{database:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_inside_another_is_refused_at_once() {
    for database in DATABASES {
        let test = super::notes::database(database).await;
        let result: Result<(), DataError> = test
            .db
            .write(Store::Main, async |session: &mut Session| {
                session.execute(&note(1, "a")).await?;
                write(&test.db, &note(2, "b")).await.map(drop)
            })
            .await;
        assert_eq!(result.unwrap_err().to_string(), "a session was opened inside another", "{database:?}");
        assert!(numbers(&test.db).await.is_empty(), "{database:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn logic_that_waits_for_something_else_is_undone() {
    let test = database(Database::Sqlite).await;
    let result: Result<(), DataError> = test
        .db
        .write(Store::Main, async |session: &mut Session| {
            session.execute(&note(1, "a")).await?;
            tokio::task::yield_now().await;
            Ok(())
        })
        .await;
    assert_eq!(result.unwrap_err().to_string(), "session logic awaited something other than its session");
    assert!(numbers(&test.db).await.is_empty());
    assert_eq!(write(&test.db, &note(1, "b")).await.unwrap(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn dropped_logic_leaves_no_locks() {
    for database in SERVERS {
        let test = super::notes::database(database).await;
        let (inserted, is_inserted) = oneshot::channel();
        let db = test.db.clone();
        let task = tokio::spawn(async move {
            db.write(Store::Main, async |session: &mut Session| {
                session.execute(&note(1, "dropped")).await?;
                inserted.send(()).unwrap();
                pending::<Result<(), DataError>>().await
            })
            .await
        });
        is_inserted.await.unwrap();
        task.abort();
        // It would wait for the lock on the key for as long as the transaction stays open.
        let stored = tokio::time::timeout(Duration::from_secs(10), write(&test.db, &note(1, "kept"))).await;
        assert_eq!(stored.unwrap().unwrap(), 1, "{database:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_connection_is_replaced() {
    for database in SERVERS {
        let test = super::notes::database(database).await;
        assert_eq!(write(&test.db, &note(1, "a")).await.unwrap(), 1);
        assert_eq!(numbers(&test.db).await, [1]);
        let other = test.again(|_| ());
        let said: Result<(), DataError> =
            other.write(Store::Main, async |session: &mut Session| end_others(session, database).await).await;
        said.unwrap();
        assert_eq!(numbers(&test.db).await, [1], "{database:?}");
        assert_eq!(write(&test.db, &note(2, "b")).await.unwrap(), 1, "{database:?}");
    }
}

const SERVERS: [Database; 2] = [Database::Postgresql, Database::Mysql];

#[derive(diesel::QueryableByName)]
struct Words {
    #[diesel(sql_type = diesel::sql_types::Text)]
    words: String,
}

/// Has the server end all other connections to the same database.
async fn end_others(session: &mut Session, database: Database) -> Result<(), DataError> {
    let question = match database {
        Database::Postgresql => {
            "SELECT 'SELECT pg_terminate_backend(' || pid || ')' AS words FROM pg_stat_activity \
             WHERE datname = current_database() AND pid <> pg_backend_pid()"
        }
        Database::Mysql | Database::Sqlite => {
            "SELECT concat('KILL ', id) AS words FROM information_schema.processlist \
             WHERE db = database() AND id <> connection_id()"
        }
    };
    let others: Vec<Words> = session.load(diesel::sql_query(question)).await?;
    assert!(others.len() >= 2, "{database:?}: {}", others.len());
    for Words { words } in others {
        session.sound_link()?.say(&words).await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_write_on_one_file_does_not_wait_for_the_other() {
    let test = database(Database::Sqlite).await;
    let other = test.again(|config| config.busy_timeout = Duration::from_millis(50));
    let outer: Result<(), DataError> = test
        .db
        .write(Store::Main, async |session: &mut Session| {
            session.execute(&note(1, "a")).await?;
            let messages = other.clone();
            elsewhere(
                async move { messages.write(Store::Messages, async |_: &mut Session| Ok::<_, DataError>(())).await },
            )?;
            let main = other.clone();
            let busy =
                elsewhere(async move { main.write(Store::Main, async |_: &mut Session| Ok::<_, DataError>(())).await });
            assert!(matches!(busy, Err(DataError::Busy)), "{busy:?}");
            Ok(())
        })
        .await;
    outer.unwrap();
    assert_eq!(write(&other, &note(2, "b")).await.unwrap(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reading_session_sees_one_snapshot_and_writes_nothing() {
    for database in DATABASES {
        let test = super::notes::database(database).await;
        write(&test.db, &note(1, "a")).await.unwrap();
        let all = select("id", ScalarKind::Integer, None);
        let seen: Result<(usize, usize), DataError> = test
            .db
            .read(Store::Main, async |session: &mut Session| {
                let before = session.rows(&all).await?.len();
                let db: Db = test.again(|_| ());
                elsewhere(async move { write(&db, &note(2, "b")).await })?;
                Ok((before, session.rows(&all).await?.len()))
            })
            .await;
        assert_eq!(seen.unwrap(), (1, 1), "{database:?}");
        let refused: Result<u64, DataError> =
            test.db.read(Store::Main, async |session: &mut Session| session.execute(&note(3, "c")).await).await;
        assert!(matches!(refused, Err(DataError::Database(_))), "{database:?}: {refused:?}");
        assert_eq!(numbers(&test.db).await, [1, 2], "{database:?}");
    }
}

#[tokio::test]
async fn a_runtime_of_one_thread_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("test.db").display());
    let limit = Duration::from_secs(1);
    let config = super::super::DatabaseConfig { url, readers: 1, busy_timeout: limit, statement_timeout: limit };
    let error = numbers_error(&Db::connect(config).unwrap()).await;
    assert_eq!(error.to_string(), "a database was used outside the multi-thread runtime");
}

async fn numbers_error(db: &Db) -> DataError {
    db.rows(Store::Main, &select("id", ScalarKind::Integer, None)).await.unwrap_err()
}
