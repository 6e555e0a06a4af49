//! Models that extend others: each record is one of both, read and written as one.

use serde_json::{Value as Json, json};

use super::fixture::{BASE, Fixture, on_all, origin, without_times};
use crate::data::engine::Written;
use crate::data::{DataError, ExportFormat, FieldError, Terms};
use crate::permit::Permit;

/// A place, two restaurants and two bars.
async fn fill(fixture: &Fixture) {
    for (model, record) in [
        ("topic", json!({"name": "fish"})),
        ("place", json!({"name": "Pier", "city": "Lund"})),
        (
            "restaurant",
            json!({"name": "Anchor", "city": "Riga", "kitchen": "cold", "owner": "ada", "topics": ["fish"]}),
        ),
        ("restaurant", json!({"name": "Bread", "city": "Lund", "kitchen": "warm"})),
        ("bar", json!({"name": "Crow", "city": "Riga", "kitchen": "none", "stools": 4})),
        ("bar", json!({"name": "Dome", "city": "Lund", "kitchen": "none", "stools": 4, "owner": "bob"})),
        ("visit", json!({"number": 1, "bar": "Crow"})),
    ] {
        fixture.create(model, record).await.unwrap();
    }
}

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
fn a_record_is_one_of_every_model_that_it_extends() {
    on_all(async |fixture| {
        fill(fixture).await;
        for (model, query, field, expected) in [
            ("place", "", "name", "Anchor Bread Crow Dome Pier"),
            ("restaurant", "", "name", "Anchor Bread Crow Dome"),
            ("bar", "", "name", "Dome Crow"),
            ("bar", "ordering=name", "city", "Riga Lund"),
            ("bar", "ordering=-city,name", "name", "Crow Dome"),
            ("restaurant", "city=Lund", "name", "Bread Dome"),
            ("restaurant", "-city=Lund", "name", "Anchor Crow"),
            ("restaurant", "topics=fish", "name", "Anchor"),
            ("bar", "kitchen=none&city.startswith=L", "name", "Dome"),
            ("bar", "owner.name=bob", "name", "Dome"),
            ("bar", "name.in=Crow,Dome", "stools", "4 4"),
            ("visit", "bar=Crow", "number", "1"),
            ("visit", "bar.city=Riga", "number", "1"),
            ("visit", "bar.owner.isnull=true", "number", "1"),
            ("place", "restaurant.kitchen=cold", "name", "Anchor"),
            ("place", "restaurant.bar.stools=4", "name", "Crow Dome"),
            ("place", "restaurant.isnull=true", "name", "Pier"),
        ] {
            assert_eq!(fixture.list(model, query, field).await, expected, "{query} on {:?}", fixture.database());
        }
    });
}

#[test]
fn records_show_the_fields_of_both() {
    on_all(async |fixture| {
        fill(fixture).await;
        let bar = fixture.get("bar", "Dome").await.unwrap();
        let place = fixture.get("place", "Dome").await.unwrap();
        assert_eq!(bar["id"], place["id"]);
        let shown = (&bar["name"], &bar["city"], &bar["kitchen"], &bar["stools"], &bar["owner"]["name"]);
        assert_eq!(shown, (&json!("Dome"), &json!("Lund"), &json!("none"), &json!(4), &json!("bob")));
        assert!(bar.get("rent").is_none());
        assert_eq!(fixture.get("bar", bar["id"].as_str().unwrap()).await.unwrap(), bar);
        let visit = fixture.get("visit", "1").await.unwrap();
        assert_eq!((&visit["bar"]["name"], &visit["bar"]["stools"]), (&json!("Crow"), &json!(4)));
        let page = fixture.page(&fixture.admin, "visit", "").await.unwrap();
        let items: Json = serde_json::from_slice(&page.items).unwrap();
        assert_eq!(items[0]["bar"]["name"], json!("Crow"));
        let page = fixture.page(&fixture.admin, "restaurant", "name=Anchor").await.unwrap();
        let items: Json = serde_json::from_slice(&page.items).unwrap();
        assert_eq!(items[0]["topics"][0]["name"], json!("fish"));
        let missing = fixture.get("bar", "Pier").await.unwrap_err();
        assert!(matches!(missing, DataError::NotFound), "{missing:?}");
    });
}

#[test]
fn a_one_to_one_relation_is_one_record_from_either_side() {
    on_all(async |fixture| {
        fill(fixture).await;
        let crow = fixture.get("place", "Crow").await.unwrap();
        assert_eq!((&crow["restaurant"]["kitchen"], &crow["restaurant"]["name"]), (&json!("none"), &json!("Crow")));
        assert_eq!(fixture.get("place", "Pier").await.unwrap()["restaurant"], Json::Null);
        let bar = fixture.get("bar", "Crow").await.unwrap();
        assert!(bar.get("restaurant").is_none() && bar.get("bar").is_none() && bar["visits"].is_string(), "{bar}");
        let order = "ordering=-restaurant.kitchen,name";
        assert_eq!(fixture.list("place", order, "name").await, "Bread Crow Dome Anchor Pier");
        let columns = "fields=name,restaurant.bar.stools&ordering=name";
        let csv = fixture.export_of(&fixture.admin, "place", ExportFormat::Csv, columns).await.unwrap();
        assert_eq!(csv, "name,restaurant.bar.stools\r\nAnchor,\r\nBread,\r\nCrow,4\r\nDome,4\r\nPier,\r\n");
    });
}

#[test]
fn a_change_goes_to_the_record_that_has_the_field() {
    on_all(async |fixture| {
        fill(fixture).await;
        let values = json!({"city": "Oslo", "stools": 9, "kitchen": "warm", "topics": ["+fish"]});
        let written = record(&fixture.update("bar", "Dome", values).await.unwrap());
        assert_eq!(
            (&written["city"], &written["stools"], &written["kitchen"]),
            (&json!("Oslo"), &json!(9), &json!("warm"))
        );
        assert_eq!(fixture.get("place", "Dome").await.unwrap()["city"], json!("Oslo"));
        assert_eq!(fixture.list("place", "topics=fish", "name").await, "Anchor Dome");
        let expected =
            ["name [read_only] the value cannot be set", "restaurant_ptr [read_only] the value cannot be set"];
        let other = fixture.get("place", "Crow").await.unwrap()["id"].clone();
        let refused = fixture.update("bar", "Dome", json!({"name": "Other", "restaurant_ptr": other})).await;
        assert_eq!(told(refused), expected);
    });
}

#[test]
fn every_mistake_is_told_wherever_its_field_is() {
    on_all(async |fixture| {
        fill(fixture).await;
        let expected = [
            "stools [invalid] expected a whole number of 64 bits",
            "citi [unknown] there is no field `citi`",
            "kitchen [required] a value is needed",
            "name [required] a value is needed",
            "city [required] a value is needed",
        ];
        assert_eq!(told(fixture.create("bar", json!({"stools": "x", "citi": "Lund"})).await), expected);
        let again = json!({"name": "Pier", "city": "Lund", "kitchen": "none", "stools": 1});
        assert_eq!(told(fixture.create("bar", again).await), ["name [unique] place with this name already exists"]);
        assert_eq!(fixture.list("place", "", "name").await, "Anchor Bread Crow Dome Pier");
    });
}

#[test]
fn all_that_a_record_is_goes_with_it() {
    on_all(async |fixture| {
        fill(fixture).await;
        fixture.delete("restaurant", "Anchor").await.unwrap();
        assert_eq!(fixture.list("place", "", "name").await, "Bread Crow Dome Pier");
        fixture.delete("place", "Bread").await.unwrap();
        assert_eq!(fixture.list("restaurant", "", "name").await, "Crow Dome");
        let protected = fixture.delete("place", "Crow").await.unwrap_err();
        assert!(matches!(protected, DataError::Conflict { .. }), "{protected:?}");
        fixture.delete("user", "bob").await.unwrap();
        assert_eq!(fixture.list("place", "", "name").await, "Crow Pier");
        assert_eq!(fixture.list("bar", "", "name").await, "Crow");
    });
}

#[test]
fn exports_have_the_columns_of_both() {
    on_all(async |fixture| {
        fill(fixture).await;
        let csv = fixture.export_of(&fixture.admin, "bar", ExportFormat::Csv, "fields=name,city,stools").await.unwrap();
        assert_eq!(csv, "name,city,stools\r\nDome,Lund,4\r\nCrow,Riga,4\r\n");
        let csv = fixture.export_of(&fixture.admin, "bar", ExportFormat::Csv, "").await.unwrap();
        let header = "restaurant_ptr,stools,created,updated,kitchen,owner,id,name,city\r\n";
        assert!(csv.starts_with(header), "{csv}");
    });
}

#[test]
fn what_is_extended_follows_its_own_access() {
    on_all(async |fixture| {
        fill(fixture).await;
        fixture.create("cellar", json!({"name": "Deep", "door": "iron", "bottles": 7})).await.unwrap();
        let nobody = Fixture::permit(&[]);
        let page = fixture.page(&nobody, "cellar", "bottles=7").await.unwrap();
        let text = String::from_utf8(page.items).unwrap();
        assert!(text.contains("bottles") && !text.contains("Deep") && !text.contains("iron"), "{text}");
        for query in ["door=iron", "ordering=door", "vault_ptr=Deep", "vault_ptr.door=iron"] {
            assert!(fixture.page(&nobody, "cellar", query).await.is_err(), "{query}");
        }
        assert_eq!(fixture.list("cellar", "door=iron", "bottles").await, "7");
        let keeper = Fixture::permit(&["keeper"]);
        let values = json!({"bottles": 1, "name": "New", "door": "oak"});
        let refused = write(fixture, &keeper, "cellar", None, values).await.unwrap_err();
        assert!(matches!(refused, DataError::Forbidden), "{refused:?}");
    });
}

#[test]
fn what_one_may_not_write_of_a_record_stays_as_it_is() {
    on_all(async |fixture| {
        fill(fixture).await;
        let cook = Fixture::permit(&["cook"]);
        let values = json!({"kitchen": "hot", "city": "Oslo"});
        let refused = write(fixture, &cook, "restaurant", Some("Bread"), values).await;
        assert_eq!(told(refused), ["city [read_only] the value cannot be set"]);
        let written =
            write(fixture, &cook, "restaurant", Some("Bread"), json!({"kitchen": "hot", "city": "Lund"})).await;
        assert_eq!(record(&written.unwrap())["kitchen"], json!("hot"));
        let refused =
            fixture.engine.delete(Terms::new(&cook, &origin(), BASE), "restaurant", "Bread").await.unwrap_err();
        assert!(matches!(refused, DataError::Forbidden), "{refused:?}");
    });
}

async fn write(
    fixture: &Fixture,
    permit: &Permit,
    model: &str,
    address: Option<&str>,
    values: Json,
) -> Result<Written, DataError> {
    let values = values.as_object().unwrap().clone();
    match address {
        Some(address) => fixture.engine.update(Terms::new(permit, &origin(), BASE), model, address, values).await,
        None => fixture.engine.create(Terms::new(permit, &origin(), BASE), model, values).await,
    }
}
