//! Creating, changing and deleting records.

use serde_json::{Value as Json, json};

use super::fixture::{BASE, Fixture, flight, on_all, without_times};
use crate::data::engine::Written;
use crate::data::{DataError, FieldError, Terms};

fn record(written: &Written) -> Json {
    without_times(serde_json::from_slice(&written.record).unwrap())
}

fn told(result: Result<Written, DataError>) -> Vec<String> {
    let text = |error: &FieldError| format!("{} [{}] {}", error.field, error.code.code(), error.message);
    match result {
        Err(DataError::Invalid(errors) | DataError::Conflict { fields: errors, .. }) => {
            errors.iter().map(text).collect()
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_created_record_is_answered_as_it_is_read() {
    on_all(async |fixture| {
        let written = fixture.create("airline", json!({"code": "ZZ", "name": "Zeppelin"})).await.unwrap();
        assert_eq!(written.url, format!("{BASE}/airline/ZZ/"));
        let expected = json!({"code": "ZZ", "name": "Zeppelin", "flights": "http://h/flight/?carrier.code=ZZ"});
        assert_eq!(record(&written), expected);
        assert_eq!(fixture.get("airline", "ZZ").await.unwrap(), expected);
        let watch = fixture.create("watch", json!({"user": {"name": "bob"}, "airport": "LGA"})).await.unwrap();
        assert_eq!(record(&watch)["minutes"], json!(30));
        let raw: Json = serde_json::from_slice(&watch.record).unwrap();
        assert!(raw["created"].as_str().unwrap().ends_with('Z') && raw["created"] == raw["updated"], "{raw}");
    });
}

#[test]
fn every_bad_field_is_told_at_once() {
    on_all(async |fixture| {
        let bad = json!({
            "time_hour": "yesterday", "carrier": "XX", "number": "many", "origin": null, "plane": 7,
            "delay": 1.5, "dely": 1, "id": "00", "created": "2013-01-01T00:00:00Z",
        });
        let expected = [
            "time_hour [invalid] expected a time like `2013-01-31T17:00:00Z`",
            "number [invalid] expected a whole number of 64 bits",
            "origin [null] the value may not be null",
            "delay [invalid] expected a whole number of 64 bits",
            "dely [unknown] there is no field `dely`",
            "id [invalid] expected an identifier of 64 hexadecimal digits",
            "carrier [does_not_exist] there is no airline `XX`",
            "plane [does_not_exist] there is no plane `7`",
            "created [read_only] the value cannot be set",
        ];
        assert_eq!(told(fixture.create("flight", bad).await), expected);
        let expected =
            ["code [max_length] the text may have at most 2 characters", "name [required] a value is needed"];
        assert_eq!(told(fixture.create("airline", json!({"code": "TOOLONG"})).await), expected);
        for (code, expected) in [
            ("", "code [blank] the value may not be empty"),
            ("..", "code [invalid] `..` may not be used as a key"),
            ("a\0", "code [invalid] the text may not have null characters"),
        ] {
            assert_eq!(told(fixture.create("airline", json!({"code": code, "name": "x"})).await), [expected]);
        }
        assert_eq!(fixture.list("airline", "", "code").await, "AA UA");
    });
}

#[test]
fn values_outside_the_limits_are_refused() {
    on_all(async |fixture| {
        for (minutes, expected) in [
            (4, "minutes [min_value] the value must be at least 5"),
            (61, "minutes [max_value] the value must be at most 60"),
        ] {
            let watch = json!({"user": "bob", "airport": "LGA", "minutes": minutes});
            assert_eq!(told(fixture.create("watch", watch).await), [expected]);
        }
        let watch = json!({"user": "bob", "airport": "LGA", "minutes": 60});
        assert_eq!(record(&fixture.create("watch", watch).await.unwrap())["minutes"], json!(60));
    });
}

#[test]
fn values_that_another_record_has_are_conflicts() {
    on_all(async |fixture| {
        let again = fixture.create("airline", json!({"code": "AA", "name": "x"})).await;
        assert_eq!(told(again), ["code [unique] airline with this code already exists"]);
        let again = fixture.create("flight", flight("2013-01-01T10:00:00Z", "UA", 1, ("LGA", None), None)).await;
        let message = "[unique] flight with this time_hour and carrier and number already exists";
        assert_eq!(told(again), ["time_hour", "carrier", "number"].map(|name| format!("{name} {message}")));
    });
}

#[test]
fn an_update_changes_what_is_given() {
    on_all(async |fixture| {
        let id = fixture.list("flight", "number=1", "id").await;
        let changed = fixture.update("flight", &id, json!({"delay": "12", "plane": null})).await.unwrap();
        let changed = record(&changed);
        assert_eq!((&changed["delay"], &changed["plane"], &changed["number"]), (&json!(12), &Json::Null, &json!(1)));
        let whole = json!({"id": id, "carrier": "UA", "number": 1, "plane": {"tail_number": "N3", "api_url": "x"}});
        assert_eq!(record(&fixture.update("flight", &id, whole).await.unwrap())["plane"]["year"], json!(2004));
        let fixed = fixture.update("flight", &id, json!({"number": 2, "created": null, "delay": null})).await;
        assert_eq!(
            told(fixed),
            ["number", "created"].map(|name| format!("{name} [read_only] the value cannot be set"))
        );
        assert_eq!(fixture.list("flight", "number=1", "delay").await, "12");
        let error = fixture.update("flight", &"0".repeat(64), json!({"delay": 1})).await.unwrap_err();
        assert!(matches!(error, DataError::NotFound), "{error:?}");
    });
}

#[test]
fn deleting_does_to_others_what_their_specs_say() {
    on_all(async |fixture| {
        let Err(DataError::Conflict { fields, .. }) = fixture.delete("airline", "UA").await else { panic!() };
        assert_eq!(fields[0].to_string(), "flight: records of flight refer to it");
        assert_eq!(fields[0].code.code(), "protected");
        fixture.delete("plane", "N1").await.unwrap();
        assert_eq!(fixture.list("flight", "plane.isnull=true", "number").await, "1 3");
        assert_eq!(fixture.list("watch", "", "minutes").await, "30");
        fixture.delete("user", "ada").await.unwrap();
        assert_eq!(fixture.list("watch", "", "minutes").await, "");
        let error = fixture.delete("user", "ada").await.unwrap_err();
        assert!(matches!(error, DataError::NotFound), "{error:?}");
    });
}

#[test]
fn a_protected_model_that_does_not_exist_for_the_caller_is_not_named() {
    on_all(async |fixture| {
        fixture.create("group", json!({"name": "g"})).await.unwrap();
        fixture.create("membership", json!({"user": "ada", "group": "g"})).await.unwrap();
        let keeper = Fixture::permit(&["keeper"]);
        let error = fixture
            .engine
            .delete(Terms::new(&keeper, &super::fixture::origin(), BASE), "airline", "UA")
            .await
            .unwrap_err();
        assert!(matches!(&error, DataError::Conflict { fields, .. } if fields[0].field == "flight"), "{error:?}");
        let error = fixture.delete("group", "g").await.unwrap_err();
        assert!(matches!(&error, DataError::Conflict { fields, .. } if fields[0].field == "membership"), "{error:?}");
    });
}

#[test]
fn chains_of_deletions_go_all_the_way() {
    on_all(async |fixture| {
        fixture.create("plant", json!({"name": "p"})).await.unwrap();
        fixture.create("sensor", json!({"name": "s0", "plant": "p"})).await.unwrap();
        for number in 1..10 {
            let replaced = format!("s{}", number - 1);
            let sensor = json!({"name": format!("s{number}"), "plant": "p", "replaces": replaced});
            fixture.create("sensor", sensor).await.unwrap();
        }
        fixture.delete("plant", "p").await.unwrap();
        assert_eq!(fixture.list("sensor", "", "name").await, "");
    });
}

#[test]
fn every_write_leaves_a_record_without_values() {
    on_all(async |fixture| {
        let before = fixture.page(&fixture.admin, "log", "").await.unwrap().total.unwrap();
        fixture.create("airline", json!({"code": "ZZ", "name": "secret"})).await.unwrap();
        fixture.update("airline", "ZZ", json!({"name": "secret too"})).await.unwrap();
        fixture.delete("airline", "ZZ").await.unwrap();
        let _ = fixture.create("airline", json!({"code": "AA", "name": "again"})).await.unwrap_err();
        let page =
            fixture.page(&fixture.admin, "log", &format!("ordering=created,name&count=1000&page={}", 1)).await.unwrap();
        assert_eq!(page.total, Some(before + 3));
        let records: Vec<Json> = serde_json::from_slice(&page.items).unwrap();
        let told = records[before as usize..].iter().map(|log| {
            format!("{} {} {} {}", log["command"], log["user"], log["status"], log["parameters"].as_str().unwrap())
        });
        let expected = [
            r#""api create" "ada" "success" {"model":"airline","record":"ZZ","fields":["code","name"],"from":"127.0.0.1"}"#,
            r#""api update" "ada" "success" {"model":"airline","record":"ZZ","fields":["name"],"from":"127.0.0.1"}"#,
            r#""api delete" "ada" "success" {"model":"airline","record":"ZZ","fields":[],"from":"127.0.0.1"}"#,
        ];
        assert_eq!(told.collect::<Vec<_>>(), expected);
    });
}

#[test]
fn only_the_runtime_sets_what_callers_cannot() {
    on_all(async |fixture| {
        let digest = "ab".repeat(32);
        let values = || serde_json::Map::from_iter([("token".to_owned(), json!(digest))]);
        let origin = super::fixture::origin();
        let refused = fixture.engine.update(Terms::new(&fixture.admin, &origin, BASE), "user", "ada", values()).await;
        assert_eq!(told(refused), ["token [unknown] there is no field `token`"]);
        let written =
            fixture.engine.update(Terms::new(&fixture.platform, &origin, BASE), "user", "ada", values()).await.unwrap();
        assert_eq!(record(&written)["token"], json!(digest));
        assert!(fixture.get("user", "ada").await.unwrap().get("token").is_none());
    });
}

#[test]
fn records_that_refer_to_each_other_in_a_circle_go_together() {
    on_all(async |fixture| {
        fixture.create("plant", json!({"name": "p"})).await.unwrap();
        for record in [
            json!({"name": "first", "plant": "p"}),
            json!({"name": "second", "plant": "p", "replaces": "first"}),
            json!({"name": "third", "plant": "p", "replaces": "second"}),
            json!({"name": "other", "plant": "p"}),
        ] {
            fixture.create("sensor", record).await.unwrap();
        }
        fixture.update("sensor", "first", json!({"replaces": "third"})).await.unwrap();
        fixture.delete("sensor", "second").await.unwrap();
        assert_eq!(fixture.list("sensor", "", "name").await, "other");
    });
}

#[test]
fn relations_that_are_not_seen_from_the_other_side_are_followed_too() {
    on_all(async |fixture| {
        fixture.create("plant", json!({"name": "p"})).await.unwrap();
        fixture.create("sensor", json!({"name": "main", "plant": "p"})).await.unwrap();
        fixture.create("calibration", json!({"number": 1, "sensor": "main"})).await.unwrap();
        fixture.delete("sensor", "main").await.unwrap();
        assert_eq!(fixture.list("calibration", "", "number").await, "");
    });
}
