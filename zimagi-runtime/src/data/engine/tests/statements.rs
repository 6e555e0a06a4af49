//! What is said to a database: few statements, and sub-queries of the right shape. In the words of SQLite; that of the other
//! databases differs where `data::sql` says so.

use super::fixture::{Fixture, on_sqlite};
use crate::data::{ExportFormat, FileTrace};

/// The statements that some work causes.
async fn statements(fixture: &Fixture, work: impl AsyncFn(&Fixture)) -> Vec<String> {
    let file = tempfile::NamedTempFile::new().unwrap();
    let trace = std::sync::Arc::new(FileTrace::open(file.path()).unwrap());
    work(&fixture.traced(trace)).await;
    let text = std::fs::read_to_string(file.path()).unwrap();
    let lines = text.lines().filter_map(|line| line.strip_prefix("sqlite: "));
    lines.map(|line| line.replace('`', "")).collect()
}

async fn list(fixture: &Fixture, query: &str) -> Vec<String> {
    let list = async |fixture: &Fixture| {
        fixture.page(&Fixture::permit(&["dispatcher", "viewer"]), "flight", query).await.unwrap();
    };
    let statements = statements(fixture, list).await;
    let short = statements.iter().map(|text| text.split_once(" FROM ").unwrap().1.to_owned());
    short.collect()
}

#[test]
fn a_page_asks_for_each_record_and_a_total_asks_once() {
    on_sqlite(async |fixture| {
        let query = "plane.manufacturer=BOEING&plane.year.gt=1990&origin.name.contains=Kennedy&count=1&ordering=-delay";
        let page = "test_flight AS t0 WHERE (\
            EXISTS (SELECT 1 FROM test_plane AS t1 WHERE (t1.tail_number = t0.plane_id AND t1.manufacturer = ? AND t1.year > ?)) \
            AND EXISTS (SELECT 1 FROM test_airport AS t2 WHERE (t2.faa = t0.origin_id AND instr(t2.name, ?) > 0))) \
            ORDER BY t0.delay DESC NULLS LAST, t0.id LIMIT 1";
        let total = "test_flight AS t0 WHERE (\
            t0.plane_id IN (SELECT t1.tail_number FROM test_plane AS t1 WHERE (t1.manufacturer = ? AND t1.year > ?)) \
            AND t0.origin_id IN (SELECT t2.faa FROM test_airport AS t2 WHERE instr(t2.name, ?) > 0))";
        assert_eq!(list(fixture, query).await, [page, total]);
    });
}

#[test]
fn a_page_that_is_not_full_needs_no_total() {
    on_sqlite(async |fixture| {
        let expected = ["test_flight AS t0 ORDER BY t0.time_hour, t0.carrier_id, t0.number LIMIT 50"];
        assert_eq!(list(fixture, "").await, expected);
    });
}

#[test]
fn a_step_that_only_fetches_an_identifier_is_left_out() {
    on_sqlite(async |fixture| {
        let expected = [
            "test_flight AS t0 WHERE (t0.carrier_id = ? AND t0.plane_id IN (?, ?)) ORDER BY t0.origin_id, t0.id LIMIT 50",
        ];
        assert_eq!(list(fixture, "carrier.code=UA&plane.tail_number.in=N1,N2&ordering=origin.faa").await, expected);
    });
}

#[test]
fn only_what_is_shown_is_read() {
    on_sqlite(async |fixture| {
        let wished = async |model: &str, query: &str| {
            statements(fixture, async |fixture: &Fixture| {
                fixture.page(&fixture.admin, model, query).await.unwrap();
            })
            .await
        };
        let one = ["SELECT t0.number FROM test_flight AS t0 ORDER BY t0.number, t0.id LIMIT 50"];
        assert_eq!(wished("flight", "fields=number&ordering=number").await, one);
        let identifiers = ["SELECT t0.plane_id, t0.plane_id, t0.origin_id FROM test_flight AS t0 \
            ORDER BY t0.number, t0.id LIMIT 50"];
        assert_eq!(wished("flight", "fields=plane,at=origin.faa&ordering=number").await, identifiers);
        let beside = ["SELECT t0.carrier_id, t1.name, t0.plane_id, t2.year, t2.manufacturer FROM test_flight AS t0 \
                LEFT JOIN test_airline AS t1 ON t1.code = t0.carrier_id LEFT JOIN test_plane AS t2 ON t2.tail_number = t0.plane_id \
                ORDER BY t0.number, t0.id LIMIT 50"];
        assert_eq!(wished("flight", "fields=carrier.name,plane.year,plane.manufacturer&ordering=number").await, beside);
        let many = [
            "SELECT t0.code FROM test_airline AS t0 ORDER BY t0.code LIMIT 50",
            "SELECT o0, o1, o2, o3, o4 FROM (SELECT t0.carrier_id AS o0, t0.id AS o1, t0.number AS o2, t0.plane_id AS o3, t1.year AS o4, \
                dense_rank() OVER (PARTITION BY t0.carrier_id ORDER BY t0.time_hour, t0.carrier_id, t0.number) AS place \
                FROM test_flight AS t0 LEFT JOIN test_plane AS t1 ON t1.tail_number = t0.plane_id WHERE (t0.carrier_id IN (?, ?))) AS cut \
                WHERE place <= 101 ORDER BY place LIMIT 100001",
        ];
        assert_eq!(wished("airline", "fields=flights.number,flights.plane.year").await, many);
    });
}

#[test]
fn negations_know_nulls() {
    on_sqlite(async |fixture| {
        let page = "test_flight AS t0 WHERE ((t0.delay IS NULL OR NOT (t0.delay > ?)) \
            AND NOT (EXISTS (SELECT 1 FROM test_plane AS t1 WHERE (t1.tail_number = t0.plane_id AND t1.year = ?)))) \
            ORDER BY (SELECT t2.year FROM test_plane AS t2 WHERE t2.tail_number = t0.plane_id) NULLS LAST, t0.id LIMIT 1";
        let total = "test_flight AS t0 WHERE ((t0.delay IS NULL OR NOT (t0.delay > ?)) \
            AND (t0.plane_id IS NULL OR NOT (t0.plane_id IN (SELECT t1.tail_number FROM test_plane AS t1 WHERE t1.year = ?))))";
        assert_eq!(list(fixture, "-delay.gt=1&-plane.year=1999&ordering=plane.year&count=1").await, [page, total]);
    });
}

#[test]
fn an_export_goes_on_behind_its_last_row() {
    on_sqlite(async |fixture| {
        let rows = (0..2000).map(|number| {
            use crate::data::value::Value;
            let hour = Value::DateTime("2013-02-01T00:00:00".parse().unwrap());
            vec![hour, Value::Text("UA".to_owned()), Value::Integer(number), Value::Text("JFK".to_owned())]
        });
        let fields = ["time_hour", "carrier", "number", "origin"].as_slice().into();
        let batch = crate::data::Batch { fields, rows: rows.collect() };
        fixture.engine.upsert(&fixture.admin, "flight", batch).await.unwrap();
        let export = async |fixture: &Fixture| {
            let csv = fixture.export(&fixture.admin, ExportFormat::Csv, "fields=delay").await.unwrap();
            assert_eq!(csv.lines().count(), 2005);
        };
        let expected = [
            "SELECT t0.delay, t0.time_hour, t0.carrier_id, t0.number FROM test_flight AS t0 \
                ORDER BY t0.time_hour, t0.carrier_id, t0.number LIMIT 50",
            "SELECT t0.delay, t0.time_hour, t0.carrier_id, t0.number FROM test_flight AS t0 \
                WHERE ((t0.time_hour >= ? AND (t0.time_hour > ? OR (t0.time_hour = ? AND t0.carrier_id > ?) \
                OR (t0.time_hour = ? AND t0.carrier_id = ? AND t0.number > ?)))) \
                ORDER BY t0.time_hour, t0.carrier_id, t0.number LIMIT 2000",
        ];
        assert_eq!(statements(fixture, export).await, expected);
    });
}

/// The condition on the groups of a record by its identifier.
fn open(record: &str, pairs: &str, column: &str) -> String {
    format!("EXISTS (SELECT 1 FROM {pairs} AS g WHERE (g.{column} = {record} AND g.group_id IN (?, ?, ?)))")
}

#[test]
fn tables_of_records_with_groups_come_with_their_condition() {
    on_sqlite(async |fixture| {
        let permit = &Fixture::permit(&["member", "blue"]);
        let list = async |model: &str, query: &str| {
            let work = async |fixture: &Fixture| drop(fixture.page(permit, model, query).await.unwrap());
            let statements = statements(fixture, work).await;
            statements.iter().map(|text| text.split_once(" FROM ").unwrap().1.to_owned()).collect::<Vec<_>>()
        };
        let sheet = |record: &str| open(record, "test_sheet_groups", "sheet_id");
        let folio =
            format!("test_folio AS t0 WHERE {} ORDER BY t0.pages, t0.sheet_ptr_id LIMIT 50", sheet("t0.sheet_ptr_id"));
        let statement = list("folio", "").await.remove(0);
        assert!(statement.ends_with(&folio), "{statement}\n{folio}");
        let shown = format!("SELECT m.name FROM test_sheet AS m WHERE (m.name = t0.sheet_id AND {})", sheet("m.name"));
        let note = format!(
            "test_note AS t0 WHERE (t0.sheet_id = ? AND EXISTS ({})) ORDER BY ({shown}) NULLS LAST, t0.number LIMIT 50",
            shown.replacen("m.name", "1", 1)
        );
        let statement = list("note", "sheet=a&ordering=sheet").await.remove(0);
        assert!(statement.ends_with(&note), "{statement}\n{note}");
        let admin = async |fixture: &Fixture| drop(fixture.page(&fixture.admin, "sheet", "name=a").await.unwrap());
        let statement = statements(fixture, admin).await.remove(0);
        assert!(
            statement.ends_with("FROM test_sheet AS t0 WHERE t0.name = ? ORDER BY t0.name LIMIT 50"),
            "{statement}"
        );
    });
}
