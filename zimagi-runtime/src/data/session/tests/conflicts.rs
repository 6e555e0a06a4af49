//! Writes that get in each other's way.

use tokio::sync::oneshot;
use zimagi_spec::descriptor::{ScalarKind, Store};
use zimagi_spec::names::Database;

use super::notes::{NOTES, TEXT, cells, database, note, notes, select, write};
use crate::data::error::DataError;
use crate::data::session::Session;
use crate::data::session::test_database::DATABASES;
use crate::data::sql::{Conflict, Insert, Statement};
use crate::data::value::Value;

fn upsert(id: i64, body: &str, price: f64) -> Statement {
    let columns = vec![("id", ScalarKind::Integer), ("body", TEXT), ("price", ScalarKind::Float)];
    let row = vec![Value::Integer(id), Value::Text(body.to_owned()), Value::Float(price)];
    let conflict =
        Conflict::UpdateIfDifferent { target: vec!["id"], compared: vec!["body", "price"], also: Vec::new() };
    Statement::Insert(Insert { table: NOTES, columns, rows: vec![row], conflict })
}

#[tokio::test(flavor = "multi_thread")]
async fn an_upsert_does_not_write_over_a_record_that_shares_another_key() {
    for database in DATABASES {
        let test = super::notes::database(database).await;
        test.say("CREATE UNIQUE INDEX note_price ON note (price)").await;
        assert_eq!(write(&test.db, &upsert(1, "a", 1.5)).await.unwrap(), 1);
        for statement in [upsert(2, "b", 1.5), upsert(2, "a", 1.5)] {
            let error = write(&test.db, &statement).await.unwrap_err();
            assert!(matches!(error, DataError::Conflict { source: Some(_), .. }), "{database:?}: {error:?}");
        }
        let bodies = cells(&test.db, &select("body", TEXT, None)).await;
        assert_eq!(bodies, [Value::Text("a".to_owned())], "{database:?}");
        assert_eq!(write(&test.db, &upsert(1, "a", 2.5)).await.unwrap(), 1, "{database:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_told_of_a_second_row_holds_no_values() {
    for database in DATABASES {
        let test = super::notes::database(database).await;
        write(&test.db, &note(4711, "a")).await.unwrap();
        let refusal = write(&test.db, &note(4711, "b")).await.unwrap_err().refusal().unwrap();
        assert!(!refusal.contains("4711"), "{database:?}: {refusal}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_that_wait_for_each_other_one_is_told_to_come_again() {
    let test = database(Database::Mysql).await;
    write(&test.db, &notes(&[(1, "a"), (2, "a")], Conflict::Fail)).await.unwrap();
    let (first_has, first_may) = (oneshot::channel(), oneshot::channel());
    let change = |id| upsert(id, "b", f64::from(u8::try_from(id).unwrap()));
    let one = test.db.write(Store::Main, async move |session: &mut Session| {
        session.execute(&change(1)).await?;
        first_has.0.send(()).unwrap();
        first_may.1.await.unwrap();
        session.execute(&change(2)).await
    });
    let other = test.db.write(Store::Main, async move |session: &mut Session| {
        first_has.1.await.unwrap();
        session.execute(&change(2)).await?;
        first_may.0.send(()).unwrap();
        session.execute(&change(1)).await
    });
    let (one, other): (Result<u64, DataError>, Result<u64, DataError>) = tokio::join!(one, other);
    let failed = if one.is_err() { &one } else { &other };
    assert!(matches!(failed, Err(DataError::Busy)), "{one:?} {other:?}");
    assert!(one.is_ok() || other.is_ok(), "{one:?} {other:?}");
}
