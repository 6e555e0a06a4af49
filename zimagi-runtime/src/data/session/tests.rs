//! Sessions against real databases: what is stored, and every way in which something could be lost in silence.

use std::time::Duration;

use zimagi_spec::descriptor::{ScalarKind, Store};

use super::{DatabaseConfig, Db, Session};
use crate::data::error::DataError;
use crate::data::sql::{Alias, Conflict, Expr, Insert, Output, Select, Statement, Table};
use crate::data::value::Value;

const NOTES: &str = "note";

fn config(url: String) -> DatabaseConfig {
    DatabaseConfig { url, readers: 2, busy_timeout: Duration::from_secs(5), statement_timeout: Duration::from_secs(5) }
}

/// A SQLite database with one table, and the folder that holds it.
async fn sqlite() -> (Db, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::connect(config(format!("sqlite:{}", folder.path().join("notes.db").display()))).unwrap();
    create(&db).await;
    (db, folder)
}

/// A PostgreSQL database whose only connection sees a table of its own.
async fn postgresql() -> Db {
    let url = std::env::var("ZIMAGI_TEST_POSTGRES").expect("`cargo xtask services up` says what this is");
    let mut config = config(url);
    config.readers = 0;
    let db = Db::connect(config).unwrap();
    create(&db).await;
    db
}

async fn create(db: &Db) {
    let kind = if db.database() == zimagi_spec::names::Database::Sqlite { "" } else { "TEMPORARY" };
    let words = format!("CREATE {kind} TABLE {NOTES} (id BIGINT PRIMARY KEY, body TEXT, price DOUBLE PRECISION)");
    let created = db.write(Store::Main, async |session: &mut Session| session.sound_link()?.say(&words).await).await;
    created.unwrap_or_else(|error: DataError| panic!("{error}"));
}

fn insert(ids: &[i64], body: &str, conflict: Conflict) -> Statement {
    let rows = ids.iter().map(|id| vec![Value::Integer(*id), Value::Text(body.to_owned()), Value::Null]).collect();
    let columns = vec![("id", ScalarKind::Integer), ("body", ScalarKind::Text), ("price", ScalarKind::Float)];
    Statement::Insert(Insert { table: NOTES, columns, rows, conflict })
}

fn upsert(ids: &[i64], body: &str) -> Statement {
    insert(ids, body, Conflict::UpdateIfDifferent { target: vec!["id"], compared: vec!["body", "price"], also: vec![] })
}

async fn count(db: &Db) -> Value {
    let outputs = vec![Output { expr: Expr::CountAll, kind: ScalarKind::Integer }];
    let from = Table { name: NOTES, alias: Alias(0) };
    let select = Select { outputs, from, filter: None, order: vec![], limit: None, offset: None };
    let rows = db.write(Store::Main, async |session: &mut Session| session.rows(&select).await).await;
    rows.unwrap_or_else(|error: DataError| panic!("{error}")).remove(0).cells.remove(0)
}

async fn write(db: &Db, statement: &Statement) -> Result<u64, DataError> {
    db.write(Store::Main, async |session: &mut Session| session.execute(statement).await).await
}

async fn unchanged_rows_are_not_counted(db: &Db) {
    assert_eq!(write(db, &upsert(&[1, 2, 3], "a")).await.unwrap(), 3);
    assert_eq!(write(db, &upsert(&[1, 2, 3, 4], "a")).await.unwrap(), 1);
    assert_eq!(write(db, &upsert(&[1, 2], "b")).await.unwrap(), 2);
}

async fn an_ignored_failure_stores_nothing(db: &Db) {
    let result: Result<(), DataError> = db
        .write(Store::Main, async |session: &mut Session| {
            session.execute(&insert(&[10], "a", Conflict::Fail)).await?;
            let _ = session.execute(&insert(&[10], "b", Conflict::Fail)).await;
            Ok(())
        })
        .await;
    assert_eq!(result.unwrap_err().to_string(), "a failed statement was ignored");
    assert_eq!(count(db).await, Value::Integer(4));
}

async fn a_savepoint_lets_a_part_fail(db: &Db) {
    let result: Result<(), DataError> = db
        .write(Store::Main, async |session: &mut Session| {
            session.execute(&insert(&[20], "a", Conflict::Fail)).await?;
            session.savepoint().await?;
            assert!(session.execute(&insert(&[20], "b", Conflict::Fail)).await.is_err());
            session.undo().await
        })
        .await;
    result.unwrap();
    assert_eq!(count(db).await, Value::Integer(5));
}

async fn a_second_row_of_a_key_is_a_conflict(db: &Db) {
    let error = write(db, &insert(&[1], "again", Conflict::Fail)).await.unwrap_err();
    assert!(matches!(error, DataError::Conflict(_)), "{error}");
}

async fn all(db: &Db) {
    unchanged_rows_are_not_counted(db).await;
    an_ignored_failure_stores_nothing(db).await;
    a_savepoint_lets_a_part_fail(db).await;
    a_second_row_of_a_key_is_a_conflict(db).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn sessions_behave_on_sqlite() {
    let (db, _folder) = sqlite().await;
    all(&db).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn sessions_behave_on_postgresql() {
    all(&postgresql().await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn logic_that_waits_for_something_else_is_rolled_back() {
    let (db, _folder) = sqlite().await;
    let result: Result<(), DataError> = db
        .write(Store::Main, async |session: &mut Session| {
            session.execute(&insert(&[1], "a", Conflict::Fail)).await?;
            tokio::task::yield_now().await;
            Ok(())
        })
        .await;
    assert_eq!(result.unwrap_err().to_string(), "session logic awaited something other than its session");
    assert_eq!(count(&db).await, Value::Integer(0));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_write_on_one_file_does_not_wait_for_the_other() {
    let (db, _folder) = sqlite().await;
    let other = db.clone();
    let outer: Result<(), DataError> = db
        .write(Store::Main, async |session: &mut Session| {
            session.execute(&insert(&[1], "a", Conflict::Fail)).await?;
            std::thread::spawn(move || {
                let runtime = tokio::runtime::Builder::new_multi_thread().build().unwrap();
                let inner: Result<(), DataError> =
                    runtime.block_on(other.write(Store::Messages, async |_: &mut Session| Ok(())));
                inner.unwrap();
            })
            .join()
            .unwrap();
            Ok(())
        })
        .await;
    outer.unwrap();
}
