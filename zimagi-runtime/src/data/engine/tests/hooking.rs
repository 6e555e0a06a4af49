//! Hooks: code that takes part when records are written, by whichever way.

use serde_json::{Map, Value as Json, json};

use super::fixture::{BASE, Fixture, flight, on_all, origin};
use super::hooks::HOOKS;
use crate::data::value::Value;
use crate::data::{AskedFilter, Batch, DataError, Ending, Mode, Outcome, Stored, Task, Terms};

fn mistakes<T: std::fmt::Debug>(result: Result<T, DataError>) -> Vec<String> {
    match result {
        Err(DataError::Invalid(errors)) => errors.iter().map(ToString::to_string).collect(),
        other => panic!("{other:?}"),
    }
}

fn plane(tail: &str, year: Option<i64>, manufacturer: &str) -> Json {
    json!({"tail_number": tail, "year": year, "manufacturer": manufacturer})
}

fn records(list: Json) -> Vec<Map<String, Json>> {
    list.as_array().unwrap().iter().map(|record| record.as_object().unwrap().clone()).collect()
}

fn terms<'a>(fixture: &'a Fixture, origin: &'a crate::data::Origin) -> Terms<'a> {
    Terms::new(&fixture.admin, origin, BASE)
}

fn on_hooked(test: impl AsyncFn(&Fixture)) {
    on_all(async |fixture| test(&fixture.hooked(HOOKS)).await);
}

#[test]
fn hooks_set_fields_and_compute_others() {
    on_hooked(async |fixture| {
        fixture.create("plane", json!({"tail_number": "N8", "year": 2003})).await.unwrap();
        let stored = fixture.get("plane", "N8").await.unwrap();
        assert_eq!((&stored["manufacturer"], &stored["age"]), (&json!("HOME-BUILT"), &json!(10)));
        fixture.update("plane", "N8", json!({"manufacturer": " cessna ", "year": null})).await.unwrap();
        let stored = fixture.get("plane", "N8").await.unwrap();
        assert_eq!((&stored["manufacturer"], &stored["age"]), (&json!("CESSNA"), &Json::Null));
    });
}

#[test]
fn hooks_refuse_by_field_and_all_at_once() {
    on_hooked(async |fixture| {
        let old = fixture.create("plane", plane("N8", Some(1880), "FOKKER")).await;
        assert_eq!(mistakes(old), ["year: nobody flew then", "manufacturer: was not there yet in 1880"]);
        let unknown = fixture.create("plane", json!({"tail_number": "N8", "yaer": 1880})).await;
        assert_eq!(mistakes(unknown), ["yaer: there is no field `yaer`", "manufacturer: a value is needed"]);
        let long = fixture.create("plane", plane("N8", None, "long")).await;
        assert_eq!(mistakes(long), ["manufacturer: the text may have at most 64 characters"]);
        let whole = fixture.update("plane", "N1", json!({"manufacturer": "ACME"})).await;
        assert_eq!(mistakes(whole), [": Acme builds no planes"]);
        assert_eq!(fixture.list("plane", "", "manufacturer").await, "BOEING AIRBUS Boeing");
    });
}

#[test]
fn a_change_of_nothing_calls_no_hook() {
    on_hooked(async |fixture| {
        // A hook would write it in capitals.
        fixture.update("plane", "N3", json!({"manufacturer": "Boeing"})).await.unwrap();
        assert_eq!(fixture.list("plane", "tail_number=N3", "manufacturer").await, "Boeing");
        fixture.update("plane", "N3", json!({"year": 2005})).await.unwrap();
        assert_eq!(fixture.list("plane", "tail_number=N3", "manufacturer").await, "Boeing");
    });
}

#[test]
fn what_is_stored_is_seen_before_the_transaction_ends() {
    on_hooked(async |fixture| {
        fixture.create("plane", plane("N4", None, "airbus")).await.unwrap();
        let third = fixture.create("plane", plane("N5", None, "Airbus")).await;
        assert_eq!(mistakes(third), ["manufacturer: there are two of it already"]);
        assert_eq!(fixture.list("plane", "manufacturer=AIRBUS", "tail_number").await, "N2 N4");
    });
}

#[test]
fn hooks_see_what_was_and_what_will_be() {
    on_hooked(async |fixture| {
        let id = fixture.list("flight", "number=1", "id").await;
        let later = fixture.update("flight", &id, json!({"delay": 9, "plane": "N2"})).await;
        assert_eq!(mistakes(later), ["delay: 11 is known, 9 is less", "plane: N1 was there before N2"]);
        fixture.update("flight", &id, json!({"delay": 12, "plane": null})).await.unwrap();
        assert_eq!(fixture.list("flight", "number=1", "delay").await, "12");
    });
}

#[test]
fn hooks_read_with_the_permit_of_who_writes() {
    on_hooked(async |fixture| {
        let hour = "2013-01-03T10:00:00Z";
        let (keeper, origin) = (Fixture::permit(&["keeper"]), origin());
        let create = |permit, number| {
            let record = flight(hour, "UA", number, ("JFK", None), None).as_object().unwrap().clone();
            fixture.engine.create(Terms::new(permit, &origin, BASE), "flight", record)
        };
        assert!(create(&keeper, 7).await.is_ok());
        // A keeper may not view users, of whom the hook asks.
        let refused = create(&keeper, 13).await;
        assert!(matches!(refused, Err(DataError::Forbidden)), "{refused:?}");
        let broken = create(&fixture.admin, 13).await;
        assert!(matches!(broken, Err(DataError::Hook { model: "flight", .. })), "{broken:?}");
        assert_eq!(fixture.list("flight", "time_hour=2013-01-03T10:00:00Z", "number").await, "7");
    });
}

#[test]
fn of_fields_that_the_caller_does_not_see_no_reason_is_told() {
    on_hooked(async |fixture| {
        let id = fixture.list("flight", "number=4", "id").await;
        let refused = fixture.update("flight", &id, json!({"delay": 666})).await;
        assert_eq!(mistakes(refused), [": the record may not be written so"]);
    });
}

#[test]
fn each_of_many_records_has_its_hooks() {
    on_hooked(async |fixture| {
        let list =
            || records(json!([plane("N8", None, "fokker"), plane("N9", Some(1800), "x"), plane("N9", None, "y")]));
        let told = |outcomes: &[Outcome]| -> Vec<String> {
            let words = outcomes.iter().map(|outcome| match outcome {
                Outcome::Done(deed, _) => format!("{deed:?}"),
                Outcome::Failed(errors) => errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "),
            });
            words.collect()
        };
        let origin = origin();
        let old = "year: nobody flew then; manufacturer: was not there yet in 1800";
        let write = async |task: Task, mode| {
            fixture.engine.write_many(terms(fixture, &origin), "plane", &task, mode).await.unwrap().outcomes
        };
        let outcomes = write(Task::Create(list()), Mode::Atomic).await;
        assert_eq!(told(&outcomes), ["Created", old, "Created"]);
        assert_eq!(fixture.list("plane", "", "tail_number").await, "N1 N2 N3");
        let outcomes = write(Task::Upsert(list()), Mode::Each).await;
        assert_eq!(told(&outcomes), ["Created", old, "Created"]);
        assert_eq!(fixture.list("plane", "", "manufacturer").await, "BOEING AIRBUS Boeing FOKKER Y");
        let outcomes = write(Task::Delete(vec![json!("N8"), json!("N2")]), Mode::Each).await;
        assert_eq!(told(&outcomes), ["Deleted", ": an Airbus is kept"]);
        let filter = AskedFilter::parameter("manufacturer.in", "AIRBUS,Y");
        let task = Task::DeleteWhere(vec![filter]);
        let kept = fixture.engine.write_many(terms(fixture, &origin), "plane", &task, Mode::Atomic).await;
        assert_eq!(mistakes(kept), [": an Airbus is kept"]);
        assert_eq!(fixture.list("plane", "", "tail_number").await, "N1 N2 N3 N9");
    });
}

#[test]
fn each_row_of_a_batch_has_its_hooks() {
    on_hooked(async |fixture| {
        let text = |text: &str| Value::Text(text.to_owned());
        let batch = |rows: &[(&str, Option<i64>, &str)]| Batch {
            fields: ["tail_number", "year", "manufacturer"].as_slice().into(),
            rows: rows
                .iter()
                .map(|(tail, year, name)| vec![text(tail), year.map_or(Value::Null, Value::Integer), text(name)])
                .collect(),
        };
        let rows = batch(&[("N1", Some(1999), "BOEING"), ("N3", Some(2005), "Boeing"), ("N8", None, "fokker")]);
        let stored = fixture.engine.upsert(&fixture.admin, "plane", rows).await.unwrap();
        assert_eq!(stored, Stored { stored: 2, unchanged: 1 });
        assert_eq!(fixture.list("plane", "", "manufacturer").await, "BOEING AIRBUS Boeing FOKKER");
        let mut rows = batch(&[("N9", None, "tupolev"), ("N1", Some(1801), "BOEING")]);
        let refused = fixture.engine.upsert(&fixture.admin, "plane", &mut rows).await;
        assert_eq!(mistakes(refused), ["year: nobody flew then", "manufacturer: was not there yet in 1801"]);
        assert_eq!((rows.rows.len(), &rows.rows[0][2]), (2, &text("tupolev")));
        let rehearsed = fixture.engine.rehearse_upsert(&fixture.admin, "plane", batch(&[("N9", None, "z")])).await;
        assert_eq!(rehearsed.unwrap(), Stored { stored: 1, unchanged: 0 });
        assert_eq!(fixture.list("plane", "", "tail_number").await, "N1 N2 N3 N8");
    });
}

#[test]
fn records_that_go_with_others_are_looked_at_too() {
    on_hooked(async |fixture| {
        fixture.create("plant", json!({"name": "north"})).await.unwrap();
        fixture.create("sensor", json!({"name": "fixed", "plant": "north"})).await.unwrap();
        assert_eq!(mistakes(fixture.delete("plant", "north").await), [": this sensor stays"]);
        assert_eq!(mistakes(fixture.delete("plane", "N2").await), [": an Airbus is kept"]);
        fixture.delete("plane", "N1").await.unwrap();
        assert_eq!(fixture.list("plane", "", "tail_number").await, "N2 N3");
    });
}

#[test]
fn a_record_has_the_hooks_of_all_that_it_is() {
    on_hooked(async |fixture| {
        fixture.create("restaurant", json!({"name": "Ox", "city": "  Rome ", "kitchen": "beef"})).await.unwrap();
        assert_eq!(fixture.get("restaurant", "Ox").await.unwrap()["city"], json!("Rome"));
        let refused = fixture.update("restaurant", "Ox", json!({"city": "Atlantis"})).await;
        assert_eq!(mistakes(refused), ["city: cannot be reached"]);
    });
}

#[test]
fn a_rehearsal_calls_hooks_and_keeps_nothing() {
    on_hooked(async |fixture| {
        let origin = origin();
        let rehearse = |record: Json| {
            let terms = Terms { ending: Ending::TakenBack, ..terms(fixture, &origin) };
            fixture.engine.create(terms, "plane", record.as_object().unwrap().clone())
        };
        let written = rehearse(plane("N8", None, "fokker")).await.unwrap();
        assert_eq!(serde_json::from_slice::<Json>(&written.record).unwrap()["manufacturer"], json!("FOKKER"));
        let old = rehearse(plane("N8", Some(1850), "fokker")).await;
        assert_eq!(mistakes(old), ["year: nobody flew then", "manufacturer: was not there yet in 1850"]);
        assert_eq!(fixture.list("plane", "", "tail_number").await, "N1 N2 N3");
    });
}
