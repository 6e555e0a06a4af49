//! The table that most tests write to.

use zimagi_spec::descriptor::{ScalarKind, Store};
use zimagi_spec::names::Database;

use crate::data::error::DataError;
use crate::data::session::test_database::TestDatabase;
use crate::data::session::{Db, Session};
use crate::data::sql::{Alias, Bind, Conflict, Expr, Insert, Output, Select, Statement, Table};
use crate::data::value::Value;

pub(super) const NOTES: &str = "note";

pub(super) const TEXT: ScalarKind = ScalarKind::Text;

/// A database with an empty table of notes.
pub(super) async fn database(database: Database) -> TestDatabase {
    TestDatabase::new(database, schema(database)).await
}

pub(super) const fn schema(database: Database) -> &'static str {
    match database {
        Database::Sqlite => {
            "CREATE TABLE note (id BIGINT PRIMARY KEY NOT NULL, body TEXT, price DOUBLE, changed TIMESTAMP)"
        }
        Database::Mysql => {
            "CREATE TABLE note (id bigint PRIMARY KEY, body longtext COLLATE utf8mb4_nopad_bin, price double, \
             changed datetime(6))"
        }
        Database::Postgresql => {
            "CREATE TABLE note (id bigint PRIMARY KEY, body text COLLATE \"C\", price double precision, changed timestamp(6))"
        }
    }
}

pub(super) const fn column(column: &'static str) -> Expr {
    Expr::Column { alias: Alias(0), column }
}

pub(super) const fn text(text: String) -> Bind {
    Bind { value: Value::Text(text), kind: TEXT }
}

/// New notes with these numbers and bodies.
pub(super) fn notes(notes: &[(i64, &str)], conflict: Conflict) -> Statement {
    let row = |(id, body): &(i64, &str)| vec![Value::Integer(*id), Value::Text((*body).to_owned()), Value::Null];
    let columns = vec![("id", ScalarKind::Integer), ("body", TEXT), ("price", ScalarKind::Float)];
    Statement::Insert(Insert { table: NOTES, columns, rows: notes.iter().map(row).collect(), conflict })
}

pub(super) fn note(id: i64, body: &str) -> Statement {
    notes(&[(id, body)], Conflict::Fail)
}

/// One column of all notes that match, in the order of their numbers.
pub(super) fn select(column_name: &'static str, kind: ScalarKind, filter: Option<Expr>) -> Select {
    let outputs = vec![Output { expr: column(column_name), kind }];
    let order = vec![crate::data::sql::OrderTerm::ascending(column("id"))];
    Select { order, ..Select::new(Table { name: NOTES, alias: Alias(0) }, outputs, filter) }
}

pub(super) async fn write(db: &Db, statement: &Statement) -> Result<u64, DataError> {
    db.write(Store::Main, async |session: &mut Session| session.execute(statement).await).await
}

/// The first cell of each row.
pub(super) async fn cells(db: &Db, select: &Select) -> Vec<Value> {
    let rows = db.rows(Store::Main, select).await.unwrap();
    rows.into_iter().map(|mut row| row.cells.remove(0)).collect()
}

/// The numbers of all notes.
pub(super) async fn numbers(db: &Db) -> Vec<i64> {
    numbers_where(db, None).await
}

/// The numbers of the notes that match.
pub(super) async fn numbers_where(db: &Db, filter: Option<Expr>) -> Vec<i64> {
    let cells = cells(db, &select("id", ScalarKind::Integer, filter)).await;
    cells
        .into_iter()
        .map(|cell| match cell {
            Value::Integer(number) => number,
            other => panic!("{other:?}"),
        })
        .collect()
}
