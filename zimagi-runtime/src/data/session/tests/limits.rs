//! What statements and connections may take.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use diesel::sql_types::BigInt;
use zimagi_spec::descriptor::{ScalarKind, Store};
use zimagi_spec::names::Database;

use super::notes::{column, database, note, numbers, schema, select, write};
use crate::data::error::DataError;
use crate::data::session::test_database::{DATABASES, TestDatabase};
use crate::data::session::{Db, Session, Trace, TracedStatement};
use crate::data::sql::{Bind, Expr};
use crate::data::value::Value;

#[derive(Debug, diesel::QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    number: i64,
}

/// It does not end by itself while somebody waits. MariaDB counts the steps of a recursion, and stops.
const fn endless(database: Database) -> &'static str {
    match database {
        Database::Sqlite | Database::Postgresql => {
            "WITH RECURSIVE step(n) AS (SELECT 1 UNION ALL SELECT 1 - n FROM step) SELECT count(*) AS number FROM step"
        }
        Database::Mysql => {
            "SELECT count(*) AS number FROM information_schema.collations a, information_schema.collations b, \
             information_schema.collations c, information_schema.collations d"
        }
    }
}

async fn count(db: &Db, sql: &str) -> Result<i64, DataError> {
    let counted: Result<Vec<Count>, DataError> =
        db.write(Store::Main, async |session: &mut Session| session.load(diesel::sql_query(sql)).await).await;
    counted.map(|rows| rows[0].number)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_statement_ends_at_its_deadline() {
    for database in DATABASES {
        let limit = Duration::from_millis(200);
        let test = TestDatabase::with(database, schema(database), |config| config.statement_timeout = limit).await;
        let started = Instant::now();
        let error = count(&test.db, endless(database)).await.unwrap_err();
        assert!(matches!(error, DataError::Deadline), "{database:?}: {error:?}");
        assert!(started.elapsed() >= limit, "{database:?}");
        assert_eq!(write(&test.db, &note(1, "a")).await.unwrap(), 1, "{database:?}");
        assert_eq!(numbers(&test.db).await, [1], "{database:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_waits_only_so_long_for_a_connection() {
    for database in DATABASES {
        let test = TestDatabase::with(database, schema(database), |config| {
            config.readers = 1;
            config.busy_timeout = Duration::from_millis(100);
        })
        .await;
        let (entered, has_entered) = std::sync::mpsc::channel();
        let (leave, may_leave) = std::sync::mpsc::channel();
        let db = test.db.clone();
        let holder = tokio::spawn(async move {
            db.write(Store::Main, async move |_: &mut Session| {
                entered.send(()).unwrap();
                tokio::task::block_in_place(|| may_leave.recv().unwrap());
                Ok::<_, DataError>(())
            })
            .await
        });
        tokio::task::block_in_place(|| has_entered.recv().unwrap());
        let waited = write(&test.db, &note(1, "a")).await;
        assert!(matches!(waited, Err(DataError::Busy)), "{database:?}: {waited:?}");
        leave.send(()).unwrap();
        holder.await.unwrap().unwrap();
        assert_eq!(write(&test.db, &note(1, "a")).await.unwrap(), 1, "{database:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_keeps_a_bounded_number_of_statements() {
    let test =
        TestDatabase::with(Database::Postgresql, schema(Database::Postgresql), |config| config.readers = 1).await;
    let kept: Result<Vec<Count>, DataError> = test
        .db
        .read(Store::Main, async |session: &mut Session| {
            for length in 0..400 {
                let bind = Bind { value: Value::Integer(1), kind: ScalarKind::Integer };
                let filter = Expr::In(Box::new(column("id")), vec![bind; length]);
                session.rows(&select("id", ScalarKind::Integer, Some(filter))).await?;
            }
            session.load(diesel::sql_query("SELECT count(*) AS number FROM pg_prepared_statements")).await
        })
        .await;
    let kept = kept.unwrap()[0].number;
    assert!((200..=260).contains(&kept), "{kept}");
}

/// Keeps what it is shown.
#[derive(Default)]
struct Notebook(Mutex<Vec<TracedStatement>>);

impl Trace for Notebook {
    fn note(&self, statement: &TracedStatement) {
        self.0.lock().unwrap().push(statement.clone());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_trace_sees_each_statement_in_the_words_of_every_database() {
    let test = database(Database::Sqlite).await;
    let notebook = Arc::new(Notebook::default());
    let db = test.db.clone().with_trace(notebook.clone());
    write(&db, &note(1, "secret")).await.unwrap();
    numbers(&db).await;
    let texts: Vec<String> = notebook.0.lock().unwrap().iter().flat_map(lines).collect();
    assert_eq!(
        texts,
        [
            "sqlite: INSERT INTO `note` (`id`, `body`, `price`) VALUES (?, ?, ?)",
            "postgresql: INSERT INTO \"note\" (\"id\", \"body\", \"price\") VALUES ($1, $2, $3)",
            "mysql: INSERT INTO `note` (`id`, `body`, `price`) VALUES (?, ?, ?)",
            "sqlite: SELECT t0.`id` FROM `note` AS t0 ORDER BY t0.`id`",
            "postgresql: SELECT t0.\"id\" FROM \"note\" AS t0 ORDER BY t0.\"id\"",
            "mysql: SELECT t0.`id` FROM `note` AS t0 ORDER BY t0.`id`",
        ]
    );
}

fn lines(statement: &TracedStatement) -> Vec<String> {
    statement.texts.iter().map(|(database, text)| format!("{}: {text}", database.word())).collect()
}
