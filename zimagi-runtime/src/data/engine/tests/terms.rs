//! Records given whole, conditions on what a record is, and writes that are taken back.

use serde_json::{Map, Value as Json, json};

use super::fixture::{BASE, Fixture, on_all, origin, without_times};
use crate::data::engine::Written;
use crate::data::{DataError, Ending, Expected, Extent, FieldError, Terms, tag_of};

fn terms<'a>(fixture: &'a Fixture, origin: &'a crate::data::Origin) -> Terms<'a> {
    Terms::new(&fixture.admin, origin, BASE)
}

fn values(record: &Json) -> Map<String, Json> {
    record.as_object().unwrap().clone()
}

async fn replace(fixture: &Fixture, model: &str, address: &str, record: Json) -> Result<Json, DataError> {
    let origin = origin();
    let terms = Terms { extent: Extent::Whole, ..terms(fixture, &origin) };
    let written = fixture.engine.update(terms, model, address, values(&record)).await?;
    Ok(without_times(serde_json::from_slice(&written.record).unwrap()))
}

#[test]
fn fields_that_a_whole_record_does_not_give_are_as_in_new_ones() {
    on_all(async |fixture| {
        let id = fixture.list("watch", "", "id").await;
        fixture.update("watch", &id, json!({"minutes": 45})).await.unwrap();
        let watch = replace(fixture, "watch", &id, json!({"airport": "JFK"})).await.unwrap();
        assert_eq!((&watch["minutes"], &watch["airport"]["faa"]), (&json!(30), &json!("JFK")));
        let plane = replace(fixture, "plane", "N1", json!({"manufacturer": "EMBRAER"})).await.unwrap();
        assert_eq!((&plane["year"], &plane["manufacturer"]), (&Json::Null, &json!("EMBRAER")));
        let Err(DataError::Invalid(errors)) = replace(fixture, "airline", "AA", json!({})).await else { panic!() };
        assert_eq!(errors.iter().map(ToString::to_string).collect::<Vec<_>>(), ["name: a value is needed"]);
        assert_eq!(fixture.get("airline", "AA").await.unwrap()["name"], json!("American"));
    });
}

#[test]
fn links_that_a_whole_record_does_not_give_are_empty() {
    on_all(async |fixture| {
        for name in ["art", "sea"] {
            fixture.create("topic", json!({"name": name})).await.unwrap();
        }
        fixture.create("reader", json!({"name": "eve"})).await.unwrap();
        let article = json!({"title": "Boats", "topics": ["art", "sea"], "likes": ["eve"]});
        fixture.create("article", article).await.unwrap();
        fixture.create("byline", json!({"article": "Boats", "reader": "eve", "place": 1})).await.unwrap();
        let article = replace(fixture, "article", "Boats", json!({"topics": ["sea"]})).await.unwrap();
        assert_eq!(article["topics"][0]["name"], json!("sea"));
        assert_eq!(article["likes"], json!([]));
        // Pairs that are records are written as records.
        assert_eq!(article["authors"][0]["name"], json!("eve"));
    });
}

#[test]
fn a_record_is_only_written_if_it_is_what_the_caller_takes_it_for() {
    on_all(async |fixture| {
        let origin = origin();
        let expecting =
            |tag: &str| Terms { expected: Expected::OneOf(vec![tag.to_owned()]), ..terms(fixture, &origin) };
        let seen = fixture.engine.get(&fixture.admin, "plane", "N2", BASE).await.unwrap();
        let first = tag_of(&seen);
        let year = |year: i64| values(&json!({"year": year}));
        let written = fixture.engine.update(expecting(&first), "plane", "N2", year(2001)).await.unwrap();
        let late = fixture.engine.update(expecting(&first), "plane", "N2", year(2002)).await.unwrap_err();
        assert!(matches!(late, DataError::Stale), "{late:?}");
        let late = fixture.engine.delete(expecting(&first), "plane", "N2").await.unwrap_err();
        assert!(matches!(late, DataError::Stale), "{late:?}");
        assert_eq!(fixture.get("plane", "N2").await.unwrap()["year"], json!(2001));
        fixture.engine.delete(expecting(&tag_of(&written.record)), "plane", "N2").await.unwrap();
    });
}

#[test]
fn of_two_writers_with_one_tag_exactly_one_writes() {
    on_all(async |fixture| {
        let origin = origin();
        let tag = tag_of(&fixture.engine.get(&fixture.admin, "plane", "N1", BASE).await.unwrap());
        let write = async |year: i64| {
            let terms = Terms { expected: Expected::OneOf(vec![tag.clone()]), ..terms(fixture, &origin) };
            fixture.engine.update(terms, "plane", "N1", values(&json!({"year": year}))).await
        };
        let (one, other) = tokio::join!(write(2001), write(2002));
        let is_stale = |result: &Result<Written, DataError>| matches!(result, Err(DataError::Stale));
        assert!(one.is_ok() && is_stale(&other) || other.is_ok() && is_stale(&one), "{one:?} {other:?}");
    });
}

#[test]
fn what_is_taken_back_leaves_nothing() {
    on_all(async |fixture| {
        let origin = origin();
        let logs = async || fixture.page(&fixture.admin, "log", "").await.unwrap().total;
        let before = logs().await;
        let rehearsing = || Terms { ending: Ending::TakenBack, ..terms(fixture, &origin) };
        let airline = json!({"code": "ZZ", "name": "Zeppelin"});
        let written = fixture.engine.create(rehearsing(), "airline", values(&airline)).await.unwrap();
        let shown: Json = serde_json::from_slice(&written.record).unwrap();
        assert_eq!(shown["name"], json!("Zeppelin"));
        let name = values(&json!({"name": "x"}));
        fixture.engine.update(rehearsing(), "airline", "AA", name).await.unwrap();
        fixture.engine.delete(rehearsing(), "plane", "N1").await.unwrap();
        let refused = fixture.engine.create(rehearsing(), "airline", values(&json!({"code": "AA"}))).await;
        let Err(DataError::Invalid(errors)) = refused else { panic!("{refused:?}") };
        assert_eq!(errors.iter().map(|error: &FieldError| error.field.as_str()).collect::<Vec<_>>(), ["name"]);
        assert_eq!(fixture.list("airline", "", "name").await, "American United");
        assert_eq!(fixture.list("plane", "", "tail_number").await, "N1 N2 N3");
        assert_eq!(logs().await, before);
    });
}
