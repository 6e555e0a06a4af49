//! Writing records that are given to groups: nobody writes what does not exist for it, and what is not shown stays as it is.

use serde_json::{Map, Value as Json, json};

use super::fixture::{BASE, Fixture, on_all, origin};
use super::group_reading::{fill, found};
use crate::data::engine::Written;
use crate::data::value::Value;
use crate::data::{
    AskedFilter, Batch, DataError, Expected, Extent, Mode, Outcome, Report, Stored, Task, Terms, address_text,
};
use crate::permit::Permit;

/// Somebody in one of the groups who may write everything.
fn blue() -> Permit {
    Fixture::permit(&["member", "blue", "editor", "keeper"])
}

fn values(record: Json) -> Map<String, Json> {
    record.as_object().unwrap().clone()
}

async fn create(fixture: &Fixture, permit: &Permit, model: &str, record: Json) -> Result<Written, DataError> {
    fixture.engine.create(Terms::new(permit, &origin(), BASE), model, values(record)).await
}

async fn update(
    fixture: &Fixture,
    permit: &Permit,
    (model, name): (&str, &str),
    record: Json,
) -> Result<Written, DataError> {
    fixture.engine.update(Terms::new(permit, &origin(), BASE), model, name, values(record)).await
}

async fn write(fixture: &Fixture, permit: &Permit, model: &str, task: Task) -> Report {
    let origin = origin();
    fixture.engine.write_many(Terms::new(permit, &origin, BASE), model, &task, Mode::Each).await.unwrap()
}

fn told<T: std::fmt::Debug>(result: Result<T, DataError>) -> String {
    match result {
        Err(DataError::Invalid(fields) | DataError::Conflict { fields, source: None }) => {
            let texts = fields.iter().map(|error| format!("{} [{}] {}", error.field, error.code.code(), error.message));
            texts.collect::<Vec<_>>().join("; ")
        }
        Err(error) => format!("{error:?}"),
        Ok(_) => "done".to_owned(),
    }
}

fn outcomes(report: &Report) -> Vec<String> {
    let words = report.outcomes.iter().map(|outcome| match outcome {
        Outcome::Done(deed, identifier) => format!("{deed:?} {}", address_text(identifier)),
        Outcome::Failed(errors) => errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "),
    });
    words.collect()
}

fn records(list: Json) -> Vec<Map<String, Json>> {
    list.as_array().unwrap().iter().map(|record| record.as_object().unwrap().clone()).collect()
}

#[test]
fn what_is_not_shown_is_not_written() {
    on_all(async |fixture| {
        fill(fixture).await;
        let (blue, engine) = (blue(), &fixture.engine);
        for name in ["c", "x"] {
            let origin = origin();
            let whole = Terms { extent: Extent::Whole, ..Terms::new(&blue, &origin, BASE) };
            let expecting = Expected::OneOf(vec!["\"x\"".to_owned()]);
            let expecting = Terms { expected: expecting, ..Terms::new(&blue, &origin, BASE) };
            for result in [
                update(fixture, &blue, ("sheet", name), json!({"title": "mine"})).await.map(drop),
                engine.update(whole, "sheet", name, values(json!({"title": "mine"}))).await.map(drop),
                engine.delete(Terms::new(&blue, &origin, BASE), "sheet", name).await,
                engine.delete(expecting, "sheet", name).await,
            ] {
                assert!(matches!(result, Err(DataError::NotFound)), "{name}: {result:?}");
            }
            let refused = format!("name: there is no sheet `{name}`");
            let report =
                write(fixture, &blue, "sheet", Task::Update(records(json!([{"name": name, "title": "x"}])))).await;
            assert_eq!(outcomes(&report), [refused.as_str()]);
            let report = write(fixture, &blue, "sheet", Task::Delete(vec![json!(name), json!({"name": name})])).await;
            assert_eq!(outcomes(&report), [refused.as_str(), refused.as_str()]);
            let expected = format!("sheet [does_not_exist] there is no sheet `{name}`");
            assert_eq!(told(update(fixture, &blue, ("note", "5"), json!({"sheet": name})).await), expected);
            let expected = format!("sheets [does_not_exist] there is no sheet `{name}`");
            assert_eq!(told(update(fixture, &blue, ("note", "5"), json!({"sheets": [name]})).await), expected);
            assert_eq!(
                told(update(fixture, &blue, ("note", "5"), json!({"sheets": {"remove": [name]}})).await),
                expected
            );
        }
        assert_eq!(found(fixture, &fixture.admin, "sheet", "name=c", "title").await, "red one");
    });
}

/// That a key is taken is told: two records cannot have it.
#[test]
fn keys_of_what_is_not_shown_are_taken() {
    on_all(async |fixture| {
        fill(fixture).await;
        let blue = blue();
        let taken = "name [unique] sheet with this name already exists";
        assert_eq!(
            told(create(fixture, &blue, "sheet", json!({"name": "c", "title": "mine", "groups": ["blue"]})).await),
            taken
        );
        let report = write(
            fixture,
            &blue,
            "sheet",
            Task::Upsert(records(json!([
                {"name": "c", "title": "mine", "groups": ["blue"]}, {"name": "b", "title": "changed"}, {"name": "n", "title": "new", "groups": ["blue"]}, {"name": "o", "title": "new"},
            ]))),
        )
        .await;
        assert_eq!(
            outcomes(&report),
            [
                "name: sheet with this name already exists",
                "Updated b",
                "Created n",
                "groups: name at least one of your groups"
            ]
        );
        let report = write(
            fixture,
            &blue,
            "sheet",
            Task::Create(records(json!([{"name": "c", "title": "mine", "groups": ["blue"]}]))),
        )
        .await;
        assert_eq!(outcomes(&report), ["name: sheet with this name already exists"]);
        let shelf = "shelf [unique] sheet with this shelf already exists";
        assert_eq!(
            told(
                create(fixture, &blue, "sheet", json!({"name": "m", "title": "m", "shelf": 3, "groups": ["blue"]}))
                    .await
            ),
            shelf
        );
        assert_eq!(told(update(fixture, &blue, ("sheet", "a"), json!({"shelf": 3})).await), shelf);
        let batch = |names: &[&str]| Batch {
            fields: ["name", "title"].as_slice().into(),
            rows: names
                .iter()
                .map(|name| vec![Value::Text((*name).to_owned()), Value::Text("batch".to_owned())])
                .collect(),
        };
        assert_eq!(told(fixture.engine.upsert(&blue, "sheet", batch(&["b", "c", "o"])).await), taken);
        let needed = "groups [required] name at least one of your groups";
        assert_eq!(told(fixture.engine.upsert(&blue, "sheet", batch(&["b", "o"])).await), needed);
        let stored = fixture.engine.upsert(&blue, "sheet", batch(&["b", "e"])).await.unwrap();
        assert_eq!(stored, Stored { stored: 2, unchanged: 0 });
        assert_eq!(found(fixture, &fixture.admin, "sheet", "title=batch", "name").await, "be");
        assert_eq!(found(fixture, &fixture.admin, "sheet", "name=c", "title").await, "red one");
        assert_eq!(fixture.engine.upsert(&fixture.admin, "sheet", batch(&["c"])).await.unwrap().stored, 1);
    });
}

#[test]
fn many_are_deleted_among_those_that_are_shown() {
    on_all(async |fixture| {
        fill(fixture).await;
        let blue = blue();
        let filter = AskedFilter::parameter("shelf.gt", "2");
        let report = write(fixture, &blue, "sheet", Task::DeleteWhere(vec![filter])).await;
        assert_eq!(outcomes(&report), ["Deleted d", "Deleted e"]);
        let report = write(fixture, &blue, "sheet", Task::DeleteAll).await;
        let mut deleted = outcomes(&report);
        deleted.sort();
        assert_eq!(deleted, ["Deleted a", "Deleted b", "Deleted g"]);
        assert_eq!(found(fixture, &fixture.admin, "sheet", "", "name").await, "cfh");
        assert_eq!(found(fixture, &fixture.admin, "folio", "", "pages").await, "9");
        // What the specs say of deletions holds for all records.
        fixture.engine.delete(Terms::new(&blue, &origin(), BASE), "note", "1").await.unwrap();
        assert_eq!(found(fixture, &fixture.admin, "stamp", "", "name").await, "t");
        assert_eq!(
            found(fixture, &fixture.admin, "loan", "note.number.lt=3", "note").await.matches("number").count(),
            1
        );
    });
}

#[test]
fn groups_are_given_by_their_members() {
    on_all(async |fixture| {
        fill(fixture).await;
        let blue = blue();
        let refused = "groups [read_only] only members of `red` give it";
        let needed = "groups [required] name at least one of your groups";
        for (name, groups, expected) in [
            ("m", json!([]), needed),
            ("n", json!(["blue", "public"]), "done"),
            ("o", json!(["blue", "red"]), refused),
            ("p", json!(["none"]), "groups [does_not_exist] there is no group `none`"),
        ] {
            let sheet = json!({"name": name, "title": "new", "groups": groups});
            assert_eq!(told(create(fixture, &blue, "sheet", sheet).await), expected, "{name}");
        }
        assert_eq!(told(create(fixture, &blue, "sheet", json!({"name": "m", "title": "new"})).await), needed);
        let folio = |groups: Json| json!({"name": "k", "title": "new", "pages": 1, "groups": groups});
        assert_eq!(told(create(fixture, &blue, "folio", folio(json!([]))).await), needed);
        assert_eq!(told(create(fixture, &blue, "folio", folio(json!(["blue"]))).await), "done");
        for (name, groups, expected) in [
            ("b", json!(["+red"]), refused),
            ("a", json!(["red"]), refused),
            ("a", json!(["blue"]), "done"),
            ("d", json!(["blue", "red"]), "done"),
            ("d", json!(["-blue"]), needed),
            ("d", json!(["red"]), needed),
            ("d", json!(["-red"]), "done"),
            ("b", json!([]), needed),
        ] {
            assert_eq!(
                told(update(fixture, &blue, ("sheet", name), json!({"groups": groups})).await),
                expected,
                "{name}"
            );
        }
        let task = Task::Update(records(json!([{"name": "d", "groups": ["red"]}, {"name": "e", "groups": ["+blue"]}])));
        let report = write(fixture, &blue, "sheet", task).await;
        assert_eq!(outcomes(&report), ["groups: only members of `red` give it", "Updated e"]);
        let red = Fixture::permit(&["member", "red"]);
        assert_eq!(found(fixture, &red, "sheet", "", "name").await, "cefhn");
        let groups = json!(["red"]);
        fixture.update("sheet", "b", json!({"groups": groups})).await.unwrap();
        assert_eq!(found(fixture, &blue, "sheet", "", "name").await, "adegkn");
    });
}

/// Somebody who sends back what was shown takes nothing away.
#[test]
fn what_is_not_shown_of_a_record_stays() {
    on_all(async |fixture| {
        fill(fixture).await;
        let blue = blue();
        let hidden = async |query: &str| found(fixture, &fixture.admin, "note", query, "number").await;
        update(fixture, &blue, ("note", "3"), json!({"sheet": null, "sheets": ["b"]})).await.unwrap();
        assert_eq!((hidden("sheet=c").await.as_str(), hidden("sheets=c").await.as_str()), ("3", "123"));
        assert_eq!(hidden("sheets=d").await, "");
        let origin = origin();
        let whole = || Terms { extent: Extent::Whole, ..Terms::new(&blue, &origin, BASE) };
        fixture.engine.update(whole(), "note", "3", values(json!({"text": "again"}))).await.unwrap();
        assert_eq!((hidden("sheet=c").await.as_str(), hidden("sheets=c").await.as_str()), ("3", "123"));
        assert_eq!(hidden("sheets=b").await, "");
        fixture.engine.update(whole(), "note", "2", values(json!({"text": "again"}))).await.unwrap();
        assert_eq!(hidden("sheet=b").await, "");
        update(fixture, &blue, ("note", "3"), json!({"sheet": "a"})).await.unwrap();
        assert_eq!(hidden("sheet=a").await, "13");
    });
}

#[test]
fn what_protects_a_record_is_named_if_it_is_shown() {
    on_all(async |fixture| {
        fill(fixture).await;
        let blue = blue();
        for (permit, topic, expected) in [
            (&blue, "sea", " [protected] other records refer to it"),
            (&blue, "art", "sheet [protected] records of sheet refer to it"),
            (&fixture.admin, "sea", "sheet [protected] records of sheet refer to it"),
        ] {
            let deleted = fixture.engine.delete(Terms::new(permit, &origin(), BASE), "topic", topic).await;
            assert_eq!(told(deleted), expected, "{topic}");
        }
    });
}
