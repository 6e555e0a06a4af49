//! What is stored, and what a statement says it stored.

use chrono::{NaiveDate, NaiveDateTime};
use zimagi_spec::descriptor::{Direction, ScalarKind, Store};
use zimagi_spec::names::Database;

use super::notes::{NOTES, TEXT, cells, column, database, note, notes, numbers, numbers_where, select, text, write};
use crate::data::error::DataError;
use crate::data::session::Session;
use crate::data::session::test_database::{DATABASES, TestDatabase};
use crate::data::sql::{
    Alias, Bind, Comparison, Conflict, Delete, Expr, Insert, Nulls, OrderTerm, Output, Select, Statement, Table, Update,
};
use crate::data::value::Value;

diesel::table! {
    note (id) {
        id -> BigInt,
        body -> Nullable<Text>,
        price -> Nullable<Double>,
        changed -> Nullable<Timestamp>,
    }
}

fn moment(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

fn every_kind() -> Vec<(ScalarKind, Vec<Value>)> {
    let text = |text: &str| Value::Text(text.to_owned());
    let date = |year, month, day| Value::Date(NaiveDate::from_ymd_opt(year, month, day).unwrap());
    vec![
        (ScalarKind::String { max_length: 20 }, vec![text(""), text("O'Hare \"x\" $1 ?"), text("Ωß🛩")]),
        (ScalarKind::Text, vec![text("NULL"), text("a\nb\tc"), text(" ")]),
        (ScalarKind::Integer, vec![Value::Integer(i64::MIN), Value::Integer(i64::MAX), Value::Integer(0)]),
        (ScalarKind::Float, vec![Value::Float(0.1), Value::Float(3.0), Value::Float(-1e300)]),
        (ScalarKind::Boolean, vec![Value::Boolean(true), Value::Boolean(false), Value::Boolean(true)]),
        (ScalarKind::Date, vec![date(2013, 1, 31), date(1, 1, 1), date(9999, 12, 31)]),
        (
            ScalarKind::DateTime,
            ["2013-01-01T05:00:00", "1969-12-31T23:59:59.000001", "2013-07-04T12:30:00.120"]
                .map(|text| Value::DateTime(moment(text)))
                .to_vec(),
        ),
        (
            ScalarKind::Identifier,
            vec![Value::Identifier([0; 32]), Value::Identifier([255; 32]), Value::Identifier([7; 32])],
        ),
    ]
}

const COLUMNS: [&str; 8] = ["a", "b", "c", "d", "e", "f", "g", "h"];

fn all_kinds_schema(database: Database) -> &'static str {
    match database {
        Database::Sqlite => {
            "CREATE TABLE thing (a TEXT, b TEXT, c BIGINT, d DOUBLE, e BOOLEAN, f DATE, g TIMESTAMP, h BLOB)"
        }
        Database::Mysql => {
            "CREATE TABLE thing (a varchar(20) COLLATE utf8mb4_nopad_bin, b longtext COLLATE utf8mb4_nopad_bin, c bigint, \
             d double, e boolean, f date, g datetime(6), h binary(32))"
        }
        Database::Postgresql => {
            "CREATE TABLE thing (a varchar(20) COLLATE \"C\", b text COLLATE \"C\", c bigint, d double precision, e boolean, \
             f date, g timestamp(6) without time zone, h bytea)"
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_kind_comes_back_as_it_was_stored() {
    for database in DATABASES {
        let test = TestDatabase::new(database, all_kinds_schema(database)).await;
        let kinds = every_kind();
        let columns: Vec<_> = COLUMNS.into_iter().zip(kinds.iter().map(|(kind, _)| *kind)).collect();
        let mut rows: Vec<Vec<_>> =
            (0..3).map(|at| kinds.iter().map(|(_, values)| values[at].clone()).collect()).collect();
        rows.push(vec![Value::Null; 8]);
        let insert = Insert { table: "thing", columns: columns.clone(), rows: rows.clone(), conflict: Conflict::Fail };
        assert_eq!(write(&test.db, &Statement::Insert(insert)).await.unwrap(), 4);
        let from = Table { name: "thing", alias: Alias(0) };
        let outputs = columns.iter().map(|(name, kind)| Output { expr: column(name), kind: *kind }).collect();
        let all = Select::new(from, outputs, None);
        let found = test.db.rows(Store::Main, &all).await.unwrap();
        assert_eq!(found.into_iter().map(|row| row.cells).collect::<Vec<_>>(), rows, "{database:?}");
        for (row, at) in rows.iter().zip(0..3) {
            for ((name, kind), value) in columns.iter().zip(row) {
                let bind = Bind { value: value.clone(), kind: *kind };
                let filter = Some(Expr::equal(column(name), Expr::Bind(bind)));
                let outputs = vec![Output { expr: Expr::CountAll, kind: ScalarKind::Integer }];
                let counted = Select::new(from, outputs, filter);
                let expected = rows[..3].iter().filter(|other| other.contains(value)).count();
                let count = cells(&test.db, &counted).await;
                assert_eq!(count, [Value::Integer(i64::try_from(expected).unwrap())], "{database:?} {at} {name}");
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_column_of_another_kind_is_an_error() {
    for database in DATABASES {
        let test = super::notes::database(database).await;
        write(&test.db, &note(1, "no number")).await.unwrap();
        let error = test.db.rows(Store::Main, &select("body", ScalarKind::Integer, None)).await.unwrap_err();
        assert_eq!(error.to_string(), "a column holds another kind than its field", "{database:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn hand_written_queries_agree_on_the_stored_form() {
    use diesel::{ExpressionMethods, QueryDsl};
    for database in DATABASES {
        let test = super::notes::database(database).await;
        let moments = ["2013-01-01T05:00:00", "2013-01-01T05:00:00.25", "2013-01-01T05:00:00.000001"].map(moment);
        for (id, moment) in (1..).zip(moments) {
            let row = vec![Value::Integer(id), Value::DateTime(moment)];
            let columns = vec![("id", ScalarKind::Integer), ("changed", ScalarKind::DateTime)];
            let insert = Insert { table: NOTES, columns, rows: vec![row], conflict: Conflict::Fail };
            write(&test.db, &Statement::Insert(insert)).await.unwrap();
        }
        let written: Result<usize, DataError> = test
            .db
            .write(Store::Main, async |session: &mut Session| {
                let values = (note::id.eq(4), note::changed.eq(moments[0]));
                session.change(diesel::insert_into(note::table).values(values)).await
            })
            .await;
        assert_eq!(written.unwrap(), 1, "{database:?}");
        let read: Result<Vec<(i64, Option<NaiveDateTime>)>, DataError> = test
            .db
            .read(Store::Main, async |session: &mut Session| {
                let query = note::table.select((note::id, note::changed)).filter(note::changed.eq_any(moments));
                session.load(query.order(note::id)).await
            })
            .await;
        let expected = [(1, moments[0]), (2, moments[1]), (3, moments[2]), (4, moments[0])];
        assert_eq!(read.unwrap(), expected.map(|(id, moment)| (id, Some(moment))), "{database:?}");
        let same = Bind { value: Value::DateTime(moments[0]), kind: ScalarKind::DateTime };
        let filter = Expr::equal(column("changed"), Expr::Bind(same));
        assert_eq!(numbers_where(&test.db, Some(filter)).await, [1, 4], "{database:?}");
    }
}

fn upsert(rows: &[(i64, &str)]) -> Statement {
    let compared = vec!["body", "price"];
    notes(rows, Conflict::UpdateIfDifferent { target: vec!["id"], compared, also: vec![] })
}

#[tokio::test(flavor = "multi_thread")]
async fn unchanged_rows_are_not_counted() {
    for database in DATABASES {
        let test = super::notes::database(database).await;
        let stored = async |rows: &[(i64, &str)]| write(&test.db, &upsert(rows)).await.unwrap();
        assert_eq!(stored(&[(1, "a"), (2, "a"), (3, "a")]).await, 3, "{database:?}");
        assert_eq!(stored(&[(1, "a"), (2, "a"), (3, "a"), (4, "a")]).await, 1, "{database:?}");
        assert_eq!(stored(&[(1, "b"), (2, "a"), (3, "b")]).await, 2, "{database:?}");
        assert_eq!(stored(&[(1, "b"), (2, "a"), (3, "b")]).await, 0, "{database:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_set_with_a_change_stays_without_one() {
    for database in DATABASES {
        let test = super::notes::database(database).await;
        let upsert = async |body: &str, changed: &str| {
            let columns = vec![("id", ScalarKind::Integer), ("body", TEXT), ("changed", ScalarKind::DateTime)];
            let row = vec![Value::Integer(1), Value::Text(body.to_owned()), Value::DateTime(moment(changed))];
            let conflict =
                Conflict::UpdateIfDifferent { target: vec!["id"], compared: vec!["body"], also: vec!["changed"] };
            let insert = Insert { table: NOTES, columns, rows: vec![row], conflict };
            write(&test.db, &Statement::Insert(insert)).await.unwrap();
            cells(&test.db, &select("changed", ScalarKind::DateTime, None)).await
        };
        let at = |text| vec![Value::DateTime(moment(text))];
        assert_eq!(upsert("a", "2020-01-01T00:00:00").await, at("2020-01-01T00:00:00"), "{database:?}");
        assert_eq!(upsert("a", "2021-01-01T00:00:00").await, at("2020-01-01T00:00:00"), "{database:?}");
        assert_eq!(upsert("b", "2022-01-01T00:00:00").await, at("2022-01-01T00:00:00"), "{database:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_of_an_existing_key_are_dropped_if_asked() {
    for database in DATABASES {
        let test = super::notes::database(database).await;
        write(&test.db, &note(1, "a")).await.unwrap();
        let ignore = Conflict::Ignore { target: vec!["id"] };
        assert_eq!(write(&test.db, &notes(&[(1, "b"), (2, "b")], ignore)).await.unwrap(), 1, "{database:?}");
        let only_a_key = Conflict::UpdateIfDifferent { target: vec!["id"], compared: vec![], also: vec!["changed"] };
        assert_eq!(write(&test.db, &notes(&[(1, "c"), (3, "c")], only_a_key)).await.unwrap(), 1, "{database:?}");
        let bodies = cells(&test.db, &select("body", TEXT, None)).await;
        assert_eq!(bodies, ["a", "b", "c"].map(|body| Value::Text(body.to_owned())), "{database:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn changes_and_deletions_are_counted() {
    for database in DATABASES {
        let test = database_with_three(database).await;
        let table = Table { name: NOTES, alias: Alias(0) };
        let number = |number| Expr::Bind(Bind { value: Value::Integer(number), kind: ScalarKind::Integer });
        let is_late = Expr::Compare(Box::new(column("id")), Comparison::Greater, Box::new(number(1)));
        let update = Update { table, set: vec![("body", text("new".to_owned()))], filter: is_late.clone() };
        assert_eq!(write(&test.db, &Statement::Update(update)).await.unwrap(), 2, "{database:?}");
        let is_old = Expr::Not(Box::new(Expr::equal(column("body"), Expr::Bind(text("new".to_owned())))));
        let delete = Delete {
            table,
            filter: Expr::Or(vec![is_old, Expr::And(vec![is_late, Expr::equal(column("id"), number(3))])]),
        };
        assert_eq!(write(&test.db, &Statement::Delete(delete)).await.unwrap(), 2, "{database:?}");
        assert_eq!(numbers(&test.db).await, [2], "{database:?}");
    }
}

async fn database_with_three(kind: Database) -> TestDatabase {
    let test = database(kind).await;
    write(&test.db, &notes(&[(1, "a"), (2, "b"), (3, "c")], Conflict::Fail)).await.unwrap();
    test
}

#[tokio::test(flavor = "multi_thread")]
async fn nulls_are_last_whichever_way_the_order_goes() {
    for database in DATABASES {
        let test = super::notes::database(database).await;
        let columns = vec![("id", ScalarKind::Integer), ("price", ScalarKind::Float)];
        let prices = [Value::Float(1.5), Value::Null, Value::Float(0.5)];
        let rows = (1..).zip(prices).map(|(id, price)| vec![Value::Integer(id), price]).collect();
        write(&test.db, &Statement::Insert(Insert { table: NOTES, columns, rows, conflict: Conflict::Fail }))
            .await
            .unwrap();
        for (direction, expected) in [(Direction::Ascending, [3, 1, 2]), (Direction::Descending, [1, 3, 2])] {
            let order = vec![OrderTerm { expr: column("price"), direction, nulls: Nulls::Last }];
            let ordered = Select { order, ..select("id", ScalarKind::Integer, None) };
            assert_eq!(cells(&test.db, &ordered).await, expected.map(Value::Integer), "{database:?} {direction:?}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_row_of_a_key_is_a_conflict() {
    for database in DATABASES {
        let test = super::notes::database(database).await;
        write(&test.db, &note(1, "a")).await.unwrap();
        let error = write(&test.db, &note(1, "b")).await.unwrap_err();
        assert!(matches!(error, DataError::Conflict { source: Some(_), .. }), "{database:?}: {error}");
    }
}
