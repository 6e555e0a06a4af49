//! Writing many records by one call.

use serde_json::{Map, Value as Json, json};

use super::fixture::{BASE, Fixture, flight, on_all, origin};
use crate::data::{AskedFilter, DataError, Ending, Mode, Outcome, Report, Task, Terms, address_text};

fn records(list: Json) -> Vec<Map<String, Json>> {
    list.as_array().unwrap().iter().map(|record| record.as_object().unwrap().clone()).collect()
}

async fn write(fixture: &Fixture, model: &str, task: Task, mode: Mode) -> Result<Report, DataError> {
    fixture.engine.write_many(Terms::new(&fixture.admin, &origin(), BASE), model, &task, mode).await
}

/// What became of each record, in words.
fn told(report: &Report) -> Vec<String> {
    let words = report.outcomes.iter().map(|outcome| match outcome {
        Outcome::Done(deed, identifier) => format!("{deed:?} {}", address_text(identifier)),
        Outcome::Failed(errors) => errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "),
    });
    words.collect()
}

#[test]
fn records_are_created_together() {
    on_all(async |fixture| {
        let hour = "2013-02-01T10:00:00Z";
        let flights: Vec<Json> = (0..700)
            .map(|number| {
                let (carrier, plane) = if number % 2 == 0 { ("UA", Some("N1")) } else { ("AA", None) };
                flight(hour, carrier, number, ("JFK", plane), Some(number))
            })
            .collect();
        let report = write(fixture, "flight", Task::Create(records(json!(flights))), Mode::Atomic).await.unwrap();
        assert_eq!(report.outcomes.len(), 700);
        let page = fixture.page(&fixture.admin, "flight", "time_hour.gte=2013-02-01T00:00:00Z").await.unwrap();
        assert_eq!(page.total, Some(700));
        let last = fixture.get("flight", told(&report)[698].strip_prefix("Created ").unwrap()).await.unwrap();
        let shown = (&last["number"], &last["carrier"]["code"], &last["plane"]["tail_number"], &last["delay"]);
        assert_eq!(shown, (&json!(698), &json!("UA"), &json!("N1"), &json!(698)));
    });
}

#[test]
fn one_mistake_keeps_all_or_only_itself_out() {
    on_all(async |fixture| {
        let list = || {
            records(json!([
                {"code": "ZZ", "name": "Zeppelin"},
                {"code": "AA", "name": "again"},
                {"code": "TOOLONG", "nme": "x"},
                {"code": "ZZ", "name": "twice"},
            ]))
        };
        let mistakes = [
            "code: airline with this code already exists",
            "code: the text may have at most 2 characters; nme: there is no field `nme`; name: a value is needed",
            "code: airline with this code already exists",
        ];
        let report = write(fixture, "airline", Task::Create(list()), Mode::Atomic).await.unwrap();
        assert_eq!(told(&report)[1..], mistakes);
        assert_eq!(fixture.list("airline", "", "code").await, "AA UA");
        let report = write(fixture, "airline", Task::Create(list()), Mode::Each).await.unwrap();
        assert_eq!((told(&report)[0].as_str(), &told(&report)[1..]), ("Created ZZ", &mistakes.map(str::to_owned)[..]));
        assert_eq!(fixture.list("airline", "", "name").await, "American United Zeppelin");
    });
}

#[test]
fn records_are_changed_by_identifier_key_or_what_makes_them_up() {
    on_all(async |fixture| {
        let id = fixture.list("flight", "number=2", "id").await;
        let first = flight("2013-01-01T10:00:00Z", "UA", 1, ("JFK", Some("N1")), Some(77));
        let list = records(json!([
            {"id": id, "delay": 5},
            first,
            {"time_hour": "2013-01-01T10:00:00Z", "carrier": "UA", "number": 3},
            {"time_hour": "2013-01-01T10:00:00Z", "carrier": "UA", "number": 99, "delay": 1},
            {"delay": 1},
        ]));
        let report = write(fixture, "flight", Task::Update(list), Mode::Each).await.unwrap();
        let deeds: Vec<String> = told(&report).iter().map(|text| text.split(' ').next().unwrap().to_owned()).collect();
        assert_eq!(deeds[..3], ["Updated", "Updated", "Unchanged"]);
        let absent = [
            "id: there is no flight with these values",
            "id: expected the identifier or the key of a record of flight",
        ];
        assert_eq!(told(&report)[3..], absent);
        assert_eq!(fixture.list("flight", "ordering=number", "delay").await, "77 5 null 90");
        let planes = records(json!([{"tail_number": "N1", "year": 2000}, {"tail_number": "N9"}]));
        let report = write(fixture, "plane", Task::Update(planes), Mode::Each).await.unwrap();
        assert_eq!(told(&report), ["Updated N1", "tail_number: there is no plane `N9`"]);
    });
}

#[test]
fn records_that_are_there_are_changed_and_others_made() {
    on_all(async |fixture| {
        let list = || {
            records(json!([
                {"code": "AA", "name": "Americana"},
                {"code": "UA", "name": "United"},
                {"code": "ZZ", "name": "Zeppelin"},
            ]))
        };
        let report = write(fixture, "airline", Task::Upsert(list()), Mode::Atomic).await.unwrap();
        assert_eq!(told(&report), ["Updated AA", "Unchanged UA", "Created ZZ"]);
        let again = write(fixture, "airline", Task::Upsert(list()), Mode::Atomic).await.unwrap();
        assert_eq!(told(&again), ["Unchanged AA", "Unchanged UA", "Unchanged ZZ"]);
    });
}

#[test]
fn records_are_deleted_by_name_or_by_filter() {
    on_all(async |fixture| {
        let doomed = vec![json!("N2"), json!({"tail_number": "N3"}), json!("N9")];
        let report = write(fixture, "plane", Task::Delete(doomed.clone()), Mode::Atomic).await.unwrap();
        assert_eq!(told(&report)[2], "tail_number: there is no plane `N9`");
        assert_eq!(fixture.list("plane", "", "tail_number").await, "N1 N2 N3");
        let report = write(fixture, "plane", Task::Delete(doomed), Mode::Each).await.unwrap();
        assert_eq!(told(&report)[..2], ["Deleted N2", "Deleted N3"]);
        let filter = |name: &str| vec![AskedFilter::parameter(name, "UA")];
        let wrong = write(fixture, "flight", Task::DeleteWhere(filter("carier")), Mode::Atomic).await.unwrap_err();
        assert!(matches!(wrong, DataError::Query(_)), "{wrong:?}");
        let report = write(fixture, "flight", Task::DeleteWhere(filter("carrier")), Mode::Atomic).await.unwrap();
        assert_eq!(report.outcomes.len(), 3);
        assert_eq!(fixture.list("flight", "", "number").await, "2");
        // What is protected is told, and nothing of the call is done.
        let protected = write(fixture, "airline", Task::DeleteAll, Mode::Atomic).await.unwrap_err();
        assert!(matches!(protected, DataError::Conflict { .. }), "{protected:?}");
        assert_eq!(fixture.list("airline", "", "code").await, "AA UA");
    });
}

#[test]
fn a_call_leaves_one_record_of_all_that_it_wrote() {
    on_all(async |fixture| {
        let logs = async || fixture.page(&fixture.admin, "log", "ordering=-name&count=1000").await.unwrap();
        let before = logs().await.total.unwrap();
        let list = || records(json!([{"code": "ZZ", "name": "secret"}, {"code": "AA", "name": "secret"}]));
        write(fixture, "airline", Task::Create(list()), Mode::Atomic).await.unwrap();
        assert_eq!(logs().await.total, Some(before));
        write(fixture, "airline", Task::Create(list()), Mode::Each).await.unwrap();
        let after = logs().await;
        assert_eq!(after.total, Some(before + 1));
        let items: Vec<Json> = serde_json::from_slice(&after.items).unwrap();
        let expected = r#"{"model":"airline","count":1,"records":["ZZ"],"fields":["code","name"],"from":"127.0.0.1"}"#;
        let found = items.iter().find(|log| log["parameters"] == json!(expected)).expect("the call is recorded");
        assert_eq!(found["command"], json!("api create"));
        let origin = origin();
        let rehearsing = Terms { ending: Ending::TakenBack, ..Terms::new(&fixture.admin, &origin, BASE) };
        let task = Task::Upsert(records(json!([{"code": "YY", "name": "x"}])));
        let report = fixture.engine.write_many(rehearsing, "airline", &task, Mode::Atomic).await.unwrap();
        assert_eq!(told(&report), ["Created YY"]);
        assert_eq!(logs().await.total, Some(before + 1));
        assert_eq!(fixture.list("airline", "", "code").await, "AA UA ZZ");
    });
}

#[test]
fn only_those_who_may_write_one_record_may_write_many() {
    on_all(async |fixture| {
        let viewer = Fixture::permit(&["viewer"]);
        let tasks = [Task::Create(Vec::new()), Task::Update(Vec::new()), Task::DeleteAll];
        for task in tasks {
            let origin = origin();
            let terms = || Terms::new(&viewer, &origin, BASE);
            let refused = fixture.engine.write_many(terms(), "airline", &task, Mode::Each).await.unwrap_err();
            assert!(matches!(refused, DataError::Forbidden), "{refused:?}");
            let hidden = fixture.engine.write_many(terms(), "membership", &task, Mode::Each).await.unwrap_err();
            assert!(matches!(hidden, DataError::NotFound), "{hidden:?}");
        }
    });
}
