//! Text is compared, ordered and searched alike.

use zimagi_spec::descriptor::{Direction, ScalarKind};

use super::notes::{cells, column, notes, numbers_where, select, text, write};
use crate::data::session::test_database::{DATABASES, TestDatabase};
use crate::data::sql::{Comparison, Conflict, Expr, Nulls, OrderTerm, Select, fold};
use crate::data::value::Value;

const BODIES: [(i64, &str); 9] = [
    (1, "John F Kennedy Intl"),
    (2, "JOHN"),
    (3, "ÄRGER"),
    (4, "ärger"),
    (5, "ΟΔΟΣ"),
    (6, "οδοσα"),
    (7, "50% off_"),
    (8, "İzmir"),
    (9, "straße"),
];

async fn texts(database: zimagi_spec::names::Database) -> TestDatabase {
    let test = super::notes::database(database).await;
    write(&test.db, &notes(&BODIES, Conflict::Fail)).await.unwrap();
    test
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_contains_another_letter_by_letter() {
    for database in DATABASES {
        let test = texts(database).await;
        let cases: [(&str, &[i64]); 6] =
            [("John", &[1]), ("JOHN", &[2]), ("%", &[7]), ("_", &[7]), ("é", &[]), ("ß", &[9])];
        for (needle, expected) in cases {
            let filter = Expr::Contains { text: Box::new(column("body")), needle: text(needle.to_owned()) };
            assert_eq!(numbers_where(&test.db, Some(filter)).await, expected, "{database:?} {needle}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn ignoring_case_is_one_folding() {
    for database in DATABASES {
        let test = texts(database).await;
        let cases: [(&str, &[i64]); 8] = [
            ("john", &[1, 2]),
            ("JoHn", &[1, 2]),
            ("Ärger", &[3, 4]),
            ("οδος", &[5, 6]),
            ("ΔΟΣΑ", &[6]),
            ("İ", &[8]),
            ("OFF_", &[7]),
            ("STRASSE", &[]),
        ];
        for (needle, expected) in cases {
            let filter = Expr::ContainsFolded { text: Box::new(column("body")), needle: text(fold(needle)) };
            assert_eq!(numbers_where(&test.db, Some(filter)).await, expected, "{database:?} {needle}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn texts_are_ordered_by_code_points() {
    for database in DATABASES {
        let test = texts(database).await;
        let order = vec![OrderTerm { expr: column("body"), direction: Direction::Ascending, nulls: Nulls::Impossible }];
        let ordered = Select { order, ..select("id", ScalarKind::Integer, None) };
        let expected = [7, 2, 1, 9, 3, 4, 8, 5, 6].map(Value::Integer);
        assert_eq!(cells(&test.db, &ordered).await, expected, "{database:?}");
        let after =
            Expr::Compare(Box::new(column("body")), Comparison::Greater, Box::new(Expr::Bind(text("JOHN".to_owned()))));
        assert_eq!(numbers_where(&test.db, Some(after)).await, [1, 3, 4, 5, 6, 8, 9], "{database:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn blanks_at_the_end_count() {
    for database in DATABASES {
        let test = super::notes::database(database).await;
        write(&test.db, &notes(&[(1, "a"), (2, "a "), (3, "b")], Conflict::Fail)).await.unwrap();
        for (body, expected) in [("a", 1), ("a ", 2)] {
            let filter = Expr::equal(column("body"), Expr::Bind(text(body.to_owned())));
            assert_eq!(numbers_where(&test.db, Some(filter)).await, [expected], "{database:?}");
        }
        let upsert = Conflict::UpdateIfDifferent { target: vec!["id"], compared: vec!["body"], also: vec![] };
        assert_eq!(write(&test.db, &notes(&[(1, "a "), (3, "b")], upsert)).await.unwrap(), 1, "{database:?}");
    }
}
