//! Batches, conditional writes and the fence of runs.

use serde_json::json;

use super::fixture::{BASE, on_all};
use super::typed::{Run, UserRow};
use crate::data::typed::Steps;
use crate::data::value::Value;
use crate::data::{Batch, DataError, Fence, Stored, Terms};

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn planes(rows: &[(&str, Option<i64>, &str)]) -> Batch {
    let row = |(tail, year, manufacturer): &(&str, Option<i64>, &str)| {
        vec![text(tail), year.map_or(Value::Null, Value::Integer), text(manufacturer)]
    };
    let fields = ["tail_number", "year", "manufacturer"].as_slice().into();
    Batch { fields, rows: rows.iter().map(row).collect() }
}

const fn stored(stored: u64, unchanged: u64) -> Stored {
    Stored { stored, unchanged }
}

#[test]
fn new_changed_and_equal_rows_are_told_apart() {
    on_all(async |fixture| {
        let engine = &fixture.engine;
        let batch =
            planes(&[("N1", Some(1999), "BOEING"), ("N2", None, "AIRBUS SA"), ("N8", None, "X"), ("N9", Some(1), "Y")]);
        assert_eq!(engine.upsert(&fixture.admin, "plane", batch.clone()).await.unwrap(), stored(3, 1));
        assert_eq!(engine.upsert(&fixture.admin, "plane", batch).await.unwrap(), stored(0, 4));
        assert_eq!(fixture.list("plane", "", "manufacturer").await, "BOEING AIRBUS SA Boeing X Y");
    });
}

#[test]
fn new_rows_before_and_after_those_that_exist_are_stored_once() {
    on_all(async |fixture| {
        let rows = [
            ("N7", None, "W"),
            ("N8", None, "X"),
            ("N1", Some(1999), "BOEING"),
            ("N9", Some(1), "Y"),
            ("N2", None, "AIRBUS SA"),
        ];
        let engine = &fixture.engine;
        assert_eq!(engine.upsert(&fixture.admin, "plane", planes(&rows)).await.unwrap(), stored(4, 1));
        assert_eq!(fixture.list("plane", "", "manufacturer").await, "BOEING AIRBUS SA Boeing W X Y");
    });
}

#[test]
fn a_row_that_comes_twice_is_stored_as_if_alone() {
    on_all(async |fixture| {
        let batch = planes(&[("N8", None, "A"), ("N8", None, "B"), ("N8", None, "B"), ("N9", None, "C")]);
        assert_eq!(fixture.engine.upsert(&fixture.admin, "plane", batch).await.unwrap(), stored(3, 1));
        assert_eq!(fixture.list("plane", "tail_number=N8", "manufacturer").await, "B");
    });
}

#[test]
fn a_batch_is_stored_whole_or_not_at_all() {
    on_all(async |fixture| {
        let engine = &fixture.engine;
        let long = "x".repeat(65);
        let error = engine.upsert(&fixture.admin, "plane", planes(&[("N8", None, "A"), ("N9", None, &long)])).await;
        let Err(DataError::Invalid(errors)) = error else { panic!("{error:?}") };
        assert_eq!(errors[0].to_string(), "manufacturer: the text may have at most 64 characters");
        let rehearsed =
            engine.rehearse_upsert(&fixture.admin, "plane", planes(&[("N1", None, "A"), ("N9", None, "B")])).await;
        assert_eq!(rehearsed.unwrap(), stored(2, 0));
        assert_eq!(fixture.list("plane", "", "manufacturer").await, "BOEING AIRBUS Boeing");
    });
}

#[test]
fn a_row_that_refers_to_nothing_is_a_conflict() {
    on_all(async |fixture| {
        let row =
            vec![Value::DateTime("2013-01-05T00:00:00".parse().unwrap()), text("XX"), Value::Integer(1), text("JFK")];
        let fields = ["time_hour", "carrier", "number", "origin"].as_slice().into();
        let error =
            fixture.engine.upsert(&fixture.admin, "flight", Batch { fields, rows: vec![row] }).await.unwrap_err();
        assert!(matches!(error, DataError::Conflict { .. }), "{error:?}");
    });
}

#[test]
fn the_digest_of_a_batch_is_that_of_a_single_record() {
    on_all(async |fixture| {
        let row =
            vec![Value::DateTime("2013-01-01T10:00:00".parse().unwrap()), text("UA"), Value::Integer(1), text("LGA")];
        let fields = ["time_hour", "carrier", "number", "origin"].as_slice().into();
        let result = fixture.engine.upsert(&fixture.admin, "flight", Batch { fields, rows: vec![row] }).await.unwrap();
        assert_eq!(result, stored(1, 0));
        assert_eq!(fixture.list("flight", "origin=LGA", "number").await, "2 1");
        assert_eq!(fixture.list("flight", "number=1", "delay").await, "11");
    });
}

#[test]
fn keys_lead_to_identifiers() {
    on_all(async |fixture| {
        fixture.create("plant", json!({"name": "p"})).await.unwrap();
        fixture.create("sensor", json!({"name": "s", "plant": "p"})).await.unwrap();
        let keys = [text("s"), text("unknown")];
        let found = fixture.engine.find_keys(&fixture.admin, "sensor", "name", &keys).await.unwrap();
        assert_eq!(found.len(), 1);
        assert!(matches!(found[&text("s")], Value::Identifier(_)));
        let keys: Vec<_> = (0..2500).map(|number| text(&format!("N{number}"))).collect();
        let found = fixture.engine.find_keys(&fixture.admin, "plane", "tail_number", &keys).await.unwrap();
        assert_eq!(found.len(), 3);
        assert_eq!(found[&text("N2")], text("N2"));
    });
}

#[test]
fn conditional_writes_tell_how_many_they_changed() {
    on_all(async |fixture| {
        let engine = &fixture.engine;
        let born = || Steps::<UserRow>::root().column::<Option<chrono::NaiveDate>>("born");
        let values = [("is_active", Value::Boolean(true)), ("born", Value::Date("1900-01-01".parse().unwrap()))];
        assert_eq!(engine.update_where(&fixture.platform, born().is_null(), &values).await.unwrap(), 1);
        assert_eq!(engine.update_where(&fixture.platform, born().is_null(), &values).await.unwrap(), 0);
        assert_eq!(fixture.list("user", "is_active=true", "name").await, "ada bob");
        let watching = Steps::<UserRow>::root().step("watches").step("airport").column::<String>("faa").eq("JFK");
        assert_eq!(engine.delete_where(&fixture.platform, watching).await.unwrap(), 1);
        assert_eq!(fixture.list("user", "", "name").await, "bob");
        let error = engine.update_where(&fixture.admin, born().is_null(), &values).await.unwrap_err();
        assert!(matches!(error, DataError::Forbidden), "{error:?}");
    });
}

#[test]
fn a_run_that_was_taken_away_writes_nothing_more() {
    on_all(async |fixture| {
        let fields = ["name", "command", "user", "status", "parameters", "fence"].as_slice().into();
        let row = vec![text("r1"), text("import"), text("ada"), text("running"), text("{}"), Value::Integer(1)];
        fixture.engine.upsert(&fixture.platform, "log", Batch { fields, rows: vec![row] }).await.unwrap();
        let run = fixture.engine.within(Fence { run: "r1".to_owned(), number: 1 });
        assert_eq!(run.upsert(&fixture.admin, "plane", planes(&[("N8", None, "A")])).await.unwrap(), stored(1, 0));
        let same = Steps::<Run>::root().column::<String>("name").eq("r1");
        fixture.engine.update_where(&fixture.platform, same, &[("fence", Value::Integer(2))]).await.unwrap();
        let error = run.upsert(&fixture.admin, "plane", planes(&[("N9", None, "B")])).await.unwrap_err();
        assert!(matches!(error, DataError::Fenced), "{error:?}");
        let error =
            run.delete(Terms::new(&fixture.admin, &super::fixture::origin(), BASE), "plane", "N8").await.unwrap_err();
        assert!(matches!(error, DataError::Fenced), "{error:?}");
        assert_eq!(fixture.list("plane", "tail_number.in=N8,N9", "tail_number").await, "N8");
    });
}
