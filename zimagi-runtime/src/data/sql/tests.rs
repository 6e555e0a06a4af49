//! The text of every form of the tree, in the words of each database.

use zimagi_spec::descriptor::{Direction, ScalarKind};
use zimagi_spec::names::Database;

use super::{
    Alias, Bind, Body, Comparison, Conflict, Delete, Expr, Groups, Insert, Nulls, OrderTerm, Output, Select, Statement,
    Table, Update, fold, moment, sql_text,
};
use crate::data::question::aggregate::Aggregate;
use crate::data::value::Value;

fn column(alias: u16, column: &'static str) -> Expr {
    Expr::Column { alias: Alias(alias), column }
}

fn text(text: &str) -> Bind {
    Bind { value: Value::Text(text.to_owned()), kind: ScalarKind::Text }
}

fn from(name: &'static str, alias: u16, outputs: Vec<Output>, filter: Expr) -> Select {
    let from = Table { name, alias: Alias(alias) };
    Select::new(from, outputs, Some(filter))
}

fn check(body: Body<'_>, expected: [&str; 3]) {
    let texts = Database::ALL.map(|database| sql_text(body, database));
    assert_eq!(texts.each_ref().map(String::as_str), expected);
}

fn check_statement(statement: &Statement, expected: [&str; 3]) {
    check(Body::Statement(statement), expected);
}

#[test]
fn a_page_of_a_list() {
    let plane = from(
        "plane",
        1,
        vec![],
        Expr::And(vec![
            Expr::equal(column(1, "id"), column(0, "plane_id")),
            Expr::equal(column(1, "maker"), Expr::Bind(text("BOEING"))),
        ]),
    );
    let order = |expr, direction, nulls| OrderTerm { expr, direction, nulls };
    let outputs = vec![Output { expr: column(0, "id"), kind: ScalarKind::Identifier }];
    let page = Select {
        order: vec![
            order(column(0, "delay"), Direction::Descending, Nulls::Last),
            order(column(0, "id"), Direction::Ascending, Nulls::Impossible),
        ],
        limit: Some(20),
        offset: Some(40),
        ..from("flight", 0, outputs, Expr::Exists(Box::new(plane)))
    };
    check(
        Body::Select(&page),
        [
            "SELECT t0.`id` FROM `flight` AS t0 WHERE EXISTS (SELECT 1 FROM `plane` AS t1 WHERE (t1.`id` = t0.`plane_id` \
             AND t1.`maker` = ?)) ORDER BY t0.`delay` DESC NULLS LAST, t0.`id` LIMIT 20 OFFSET 40",
            "SELECT t0.\"id\" FROM \"flight\" AS t0 WHERE EXISTS (SELECT 1 FROM \"plane\" AS t1 WHERE (t1.\"id\" = \
             t0.\"plane_id\" AND t1.\"maker\" = $1)) ORDER BY t0.\"delay\" DESC NULLS LAST, t0.\"id\" LIMIT 20 OFFSET 40",
            "SELECT t0.`id` FROM `flight` AS t0 WHERE EXISTS (SELECT 1 FROM `plane` AS t1 WHERE (t1.`id` = t0.`plane_id` \
             AND t1.`maker` = ?)) ORDER BY t0.`delay` IS NULL, t0.`delay` DESC, t0.`id` LIMIT 20 OFFSET 40",
        ],
    );
}

#[test]
fn every_condition() {
    let id = Output { expr: column(1, "id"), kind: ScalarKind::Text };
    let all = || Box::new(from("plane", 1, vec![id.clone()], Expr::And(vec![])));
    let filter = Expr::Or(vec![
        Expr::InSelect(Box::new(column(0, "plane_id")), all()),
        Expr::In(Box::new(column(0, "a")), vec![text("x"), text("y")]),
        Expr::In(Box::new(column(0, "a")), vec![]),
        Expr::Not(Box::new(Expr::IsNull(Box::new(column(0, "a"))))),
        Expr::Compare(Box::new(Expr::Scalar(all())), Comparison::LessOrEqual, Box::new(Expr::Bind(text("z")))),
        Expr::Contains { text: Box::new(column(0, "a")), needle: text("x") },
        Expr::ContainsFolded { text: Box::new(column(0, "a")), needle: text("x") },
        Expr::Or(vec![]),
    ]);
    let count = vec![Output { expr: Expr::CountAll, kind: ScalarKind::Integer }];
    check(
        Body::Select(&from("flight", 0, count, filter)),
        [
            "SELECT count(*) FROM `flight` AS t0 WHERE (t0.`plane_id` IN (SELECT t1.`id` FROM `plane` AS t1 WHERE 1 = 1) \
             OR t0.`a` IN (?, ?) OR 1 = 0 OR NOT (t0.`a` IS NULL) OR (SELECT t1.`id` FROM `plane` AS t1 WHERE 1 = 1) <= ? \
             OR instr(t0.`a`, ?) > 0 OR instr(zimagi_fold(t0.`a`), ?) > 0 OR 1 = 0)",
            "SELECT count(*) FROM \"flight\" AS t0 WHERE (t0.\"plane_id\" IN (SELECT t1.\"id\" FROM \"plane\" AS t1 WHERE \
             1 = 1) OR t0.\"a\" IN ($1, $2) OR 1 = 0 OR NOT (t0.\"a\" IS NULL) OR (SELECT t1.\"id\" FROM \"plane\" AS t1 \
             WHERE 1 = 1) <= $3 OR strpos(t0.\"a\", $4) > 0 OR \
             strpos(replace(lower(t0.\"a\" COLLATE \"und-x-icu\"), 'ς', 'σ'), $5) > 0 OR 1 = 0)",
            "SELECT count(*) FROM `flight` AS t0 WHERE (t0.`plane_id` IN (SELECT t1.`id` FROM `plane` AS t1 WHERE 1 = 1) \
             OR t0.`a` IN (?, ?) OR 1 = 0 OR NOT (t0.`a` IS NULL) OR (SELECT t1.`id` FROM `plane` AS t1 WHERE 1 = 1) <= ? \
             OR instr(t0.`a`, ?) > 0 OR instr(replace(lower(replace(t0.`a`, 'İ', 'i\u{307}') /*M!101000 COLLATE utf8mb4_uca1400_ai_ci */ \
             /*!80000 COLLATE utf8mb4_0900_ai_ci */) COLLATE utf8mb4_bin, 'ς', 'σ'), ?) > 0 OR 1 = 0)",
        ],
    );
}

fn insert(conflict: Conflict) -> Statement {
    let columns = vec![("id", ScalarKind::Integer), ("name", ScalarKind::Text)];
    let row = || vec![Value::Integer(1), Value::Null];
    Statement::Insert(Insert { table: "plane", columns, rows: vec![row(), row()], conflict })
}

#[test]
fn an_insert_of_several_rows() {
    check_statement(
        &insert(Conflict::Fail),
        [
            "INSERT INTO `plane` (`id`, `name`) VALUES (?, ?), (?, ?)",
            "INSERT INTO \"plane\" (\"id\", \"name\") VALUES ($1, $2), ($3, $4)",
            "INSERT INTO `plane` (`id`, `name`) VALUES (?, ?), (?, ?)",
        ],
    );
}

#[test]
fn an_insert_that_drops_existing_keys() {
    let expected = [
        "INSERT INTO `plane` (`id`, `name`) VALUES (?, ?), (?, ?) ON CONFLICT (`id`) DO NOTHING",
        "INSERT INTO \"plane\" (\"id\", \"name\") VALUES ($1, $2), ($3, $4) ON CONFLICT (\"id\") DO NOTHING",
        "INSERT INTO `plane` (`id`, `name`) VALUES (?, ?), (?, ?) ON DUPLICATE KEY UPDATE \
         `id` = IF(`id` <=> VALUES(`id`), `id`, NULL)",
    ];
    check_statement(&insert(Conflict::Ignore { target: vec!["id"] }), expected);
    let nothing_to_compare =
        Conflict::UpdateIfDifferent { target: vec!["id"], compared: vec![], also: vec!["updated"] };
    check_statement(&insert(nothing_to_compare), expected);
}

#[test]
fn an_insert_that_updates_what_differs() {
    let compared = vec!["name", "seats"];
    check_statement(
        &insert(Conflict::UpdateIfDifferent { target: vec!["id"], compared, also: vec!["updated"] }),
        [
            "INSERT INTO `plane` (`id`, `name`) VALUES (?, ?), (?, ?) ON CONFLICT (`id`) DO UPDATE SET \
             `name` = excluded.`name`, `seats` = excluded.`seats`, `updated` = excluded.`updated` \
             WHERE `plane`.`name` IS NOT excluded.`name` OR `plane`.`seats` IS NOT excluded.`seats`",
            "INSERT INTO \"plane\" (\"id\", \"name\") VALUES ($1, $2), ($3, $4) ON CONFLICT (\"id\") DO UPDATE SET \
             \"name\" = excluded.\"name\", \"seats\" = excluded.\"seats\", \"updated\" = excluded.\"updated\" WHERE \
             \"plane\".\"name\" IS DISTINCT FROM excluded.\"name\" OR \"plane\".\"seats\" IS DISTINCT FROM excluded.\"seats\"",
            "INSERT INTO `plane` (`id`, `name`) VALUES (?, ?), (?, ?) ON DUPLICATE KEY UPDATE \
             `id` = IF(`id` <=> VALUES(`id`), `id`, NULL), `updated` = IF(`name` <=> VALUES(`name`) AND `seats` <=> VALUES(`seats`), `updated`, VALUES(`updated`)), \
             `name` = VALUES(`name`), `seats` = VALUES(`seats`)",
        ],
    );
}

#[test]
fn a_change_and_a_deletion() {
    let table = Table { name: "plane", alias: Alias(0) };
    let filter = Expr::equal(column(0, "id"), Expr::Bind(text("N1")));
    let set = vec![("name", text("a")), ("seats", Bind { value: Value::Null, kind: ScalarKind::Integer })];
    check_statement(
        &Statement::Update(Update { table, set, filter: filter.clone() }),
        [
            "UPDATE `plane` AS t0 SET `name` = ?, `seats` = ? WHERE t0.`id` = ?",
            "UPDATE \"plane\" AS t0 SET \"name\" = $1, \"seats\" = $2 WHERE t0.\"id\" = $3",
            "UPDATE `plane` AS t0 SET `name` = ?, `seats` = ? WHERE t0.`id` = ?",
        ],
    );
    check_statement(
        &Statement::Delete(Delete { table, filter }),
        [
            "DELETE FROM `plane` AS t0 WHERE t0.`id` = ?",
            "DELETE FROM \"plane\" AS t0 WHERE t0.\"id\" = $1",
            "DELETE t0 FROM `plane` AS t0 WHERE t0.`id` = ?",
        ],
    );
}

#[test]
fn moments_have_the_form_that_diesel_writes() {
    let seconds = [0, 1_357_016_400, -1, -62_135_596_800, 253_402_300_799, 253_402_300_800, -62_198_755_200];
    let nanos = [0, 1, 1_000, 120_000, 1_000_000, 250_000_000, 999_999_999];
    for second in seconds {
        for nano in nanos {
            let moment = chrono::DateTime::from_timestamp(second, nano).unwrap().naive_utc();
            let written = moment::write(moment);
            assert_eq!(written, moment.format("%F %T%.f").to_string());
            assert_eq!(moment::read(&written), Some(moment), "{written}");
        }
    }
}

#[test]
fn what_is_no_moment_is_not_read() {
    for text in
        ["", "2013-01-01", "2013-13-01 00:00:00", "2013-01-01T00:00:00", "2013-01-01 00:00:00x", "2013-01-0é 00:00:00"]
    {
        assert_eq!(moment::read(text), None, "{text}");
    }
}

#[test]
fn folding_is_done_letter_by_letter() {
    assert_eq!(fold("ΟΔΟΣ οδος"), "οδοσ οδοσ");
    assert_eq!(fold("ÄRGER ẞ"), "ärger ß");
}

#[test]
fn groups_and_what_is_made_of_them() {
    let price = ScalarKind::Decimal { digits: 10, places: 2 };
    let made = |aggregate, kind| Output { expr: Expr::aggregate(aggregate, kind, column(0, "a")), kind };
    let outputs = vec![
        Output { expr: column(0, "maker"), kind: ScalarKind::Text },
        made(Aggregate::Distinct, ScalarKind::Text),
        made(Aggregate::Average, price),
        made(Aggregate::Deviation, price),
    ];
    let count = Expr::aggregate(Aggregate::Count, ScalarKind::Text, column(0, "a"));
    let ten = Expr::Bind(Bind { value: Value::Integer(10), kind: ScalarKind::Integer });
    let having = Some(Expr::Compare(Box::new(count), Comparison::Greater, Box::new(ten)));
    let select = Select {
        groups: Some(Groups { width: 1, having }),
        order: vec![OrderTerm { nulls: Nulls::First, ..OrderTerm::ascending(Expr::Output(0)) }],
        ..Select::new(Table { name: "plane", alias: Alias(0) }, outputs, None)
    };
    check(
        Body::Select(&select),
        [
            "SELECT t0.`maker` AS o0, count(DISTINCT t0.`a`) AS o1, (CAST(zimagi_sum(t0.`a`) AS REAL) / 100.0 / count(t0.`a`)) AS o2, \
             zimagi_deviation(CAST(t0.`a` AS REAL) / 100.0) AS o3 FROM `plane` AS t0 GROUP BY 1 HAVING count(t0.`a`) > ? \
             ORDER BY o0 NULLS FIRST",
            "SELECT t0.\"maker\" AS o0, count(DISTINCT t0.\"a\") AS o1, (CAST(sum(t0.\"a\") AS float8) / count(t0.\"a\")) AS o2, \
             stddev_pop(CAST(t0.\"a\" AS float8)) AS o3 FROM \"plane\" AS t0 GROUP BY 1 HAVING count(t0.\"a\") > $1 \
             ORDER BY o0 NULLS FIRST",
            "SELECT t0.`maker` AS o0, count(DISTINCT t0.`a`) AS o1, (CAST(sum(t0.`a`) AS DOUBLE) / count(t0.`a`)) AS o2, \
             stddev_pop(CAST(t0.`a` AS DOUBLE)) AS o3 FROM `plane` AS t0 GROUP BY 1 HAVING count(t0.`a`) > ? \
             ORDER BY o0 IS NULL DESC, o0",
        ],
    );
    check(
        Body::Explain(&from("plane", 0, vec![], Expr::And(vec![]))),
        [
            "EXPLAIN FORMAT=JSON SELECT 1 FROM `plane` AS t0 WHERE 1 = 1",
            "EXPLAIN (FORMAT JSON) SELECT 1 FROM \"plane\" AS t0 WHERE 1 = 1",
            "EXPLAIN FORMAT=JSON SELECT 1 FROM `plane` AS t0 WHERE 1 = 1",
        ],
    );
}
