//! Pages, records and their forms in JSON.

use serde_json::{Value as Json, json};

use super::fixture::{BASE, on_all, without_times};
use crate::data::{Address, AskedFilter, DataError, FieldFault, Turn};

#[test]
fn an_item_holds_its_fields_and_short_relations() {
    on_all(async |fixture| {
        let page = fixture.page(&fixture.admin, "flight", "number.in=1,3&ordering=number").await.unwrap();
        let items = without_times(serde_json::from_slice(&page.items).unwrap());
        let id = |place: usize| items[place]["id"].as_str().unwrap().to_owned();
        let expected = json!([
            {
                "id": id(0), "time_hour": "2013-01-01T10:00:00Z",
                "carrier": {"code": "UA", "api_url": "http://h/airline/UA/"}, "number": 1,
                "origin": {"faa": "JFK", "api_url": "http://h/airport/JFK/"},
                "plane": {"tail_number": "N1", "api_url": "http://h/plane/N1/"}, "delay": 11,
                "api_url": format!("http://h/flight/{}/", id(0)),
            },
            {
                "id": id(1), "time_hour": "2013-01-01T10:00:00Z",
                "carrier": {"code": "UA", "api_url": "http://h/airline/UA/"}, "number": 3,
                "origin": {"faa": "JFK", "api_url": "http://h/airport/JFK/"},
                "plane": null, "delay": null,
                "api_url": format!("http://h/flight/{}/", id(1)),
            },
        ]);
        assert_eq!(items, expected, "{:?}", fixture.database());
        assert_eq!((page.total, page.next, page.previous), (Some(2), None, None));
    });
}

#[test]
fn a_record_holds_related_records_and_addresses_of_the_others() {
    on_all(async |fixture| {
        let id = fixture.list("flight", "number=1", "id").await;
        let flight = fixture.get("flight", &id).await.unwrap();
        assert_eq!(
            flight["plane"],
            json!({"tail_number": "N1", "year": 1999, "manufacturer": "BOEING", "api_url": "http://h/plane/N1/"})
        );
        assert_eq!(flight["carrier"], json!({"code": "UA", "name": "United", "api_url": "http://h/airline/UA/"}));
        let plane = fixture.get("plane", "N2").await.unwrap();
        let expected = json!({
            "tail_number": "N2", "year": null, "manufacturer": "AIRBUS",
            "flights": "http://h/flight/?plane.tail_number=N2",
        });
        assert_eq!(plane, expected);
        let user = fixture.get("user", "ada").await.unwrap();
        assert_eq!((&user["born"], &user["is_active"]), (&json!("1815-12-10"), &json!(true)));
        assert_eq!(user["watches"], json!("http://h/watch/?user.name=ada"));
    });
}

#[test]
fn relations_to_records_with_digests_show_their_keys() {
    on_all(async |fixture| {
        fixture.create("plant", json!({"name": "p 1"})).await.unwrap();
        let old = fixture.create("sensor", json!({"name": "old", "plant": "p 1"})).await.unwrap();
        fixture.create("sensor", json!({"name": "new", "plant": "p 1", "replaces": "old"})).await.unwrap();
        let page = fixture.page(&fixture.admin, "sensor", "name=new").await.unwrap();
        let items: Json = serde_json::from_slice(&page.items).unwrap();
        let id = fixture.list("sensor", "name=old", "id").await;
        assert_eq!(old.url, format!("http://h/sensor/{id}/"));
        assert_eq!(items[0]["replaces"], json!({"id": id, "name": "old", "api_url": old.url}));
        assert_eq!(items[0]["plant"], json!({"name": "p 1", "api_url": "http://h/plant/p%201/"}));
    });
}

#[test]
fn records_are_found_by_identifier_and_by_key_within_their_scope() {
    on_all(async |fixture| {
        for plant in ["p1", "p2"] {
            fixture.create("plant", json!({"name": plant})).await.unwrap();
            fixture.create("sensor", json!({"name": "main", "plant": plant})).await.unwrap();
        }
        fixture.create("sensor", json!({"name": "single", "plant": "p1"})).await.unwrap();
        assert_eq!(fixture.get("sensor", "single").await.unwrap()["name"], json!("single"));
        let id = fixture.list("sensor", "name=single", "id").await;
        assert_eq!(fixture.get("sensor", &id.to_uppercase()).await.unwrap()["name"], json!("single"));
        let Err(DataError::Conflict { fields, .. }) = fixture.get("sensor", "main").await else { panic!() };
        assert_eq!((fields[0].field.as_str(), fields[0].code), ("plant", FieldFault::Ambiguous));
        assert_eq!(fields[0].message, "several records have this key: say which by `plant`");
        let within = [AskedFilter::parameter("plant", "p2")];
        let address = Address { text: "main", within: &within };
        let record = fixture.engine.get(&fixture.admin, "sensor", address, BASE).await.unwrap();
        let record: Json = serde_json::from_slice(&record).unwrap();
        assert_eq!(record["plant"]["name"], json!("p2"));
    });
}

#[test]
fn pages_neither_overlap_nor_leave_gaps() {
    on_all(async |fixture| {
        assert_eq!(fixture.list("flight", "count=3", "number").await, "2 1 3");
        assert_eq!(fixture.list("flight", "count=3&page=2", "number").await, "4");
        assert_eq!(fixture.list("flight", "count=3&page=last", "number").await, "4");
        assert_eq!(fixture.list("flight", "count=2&page=2&ordering=-origin", "number").await.len(), 3);
        let page = fixture.page(&fixture.admin, "flight", "count=3&page=2").await.unwrap();
        assert_eq!((page.total, page.next, page.previous), (Some(4), None, Some(Turn::Page(1))));
        let full = fixture.page(&fixture.admin, "flight", "count=4").await.unwrap();
        assert_eq!((full.total, full.next), (Some(4), None));
        let none = fixture.page(&fixture.admin, "flight", "number=77&page=last").await.unwrap();
        assert_eq!(
            (none.total, none.next, none.previous, none.items.as_slice()),
            (Some(0), None, None, b"[]".as_slice())
        );
    });
}

#[test]
fn what_is_not_there_is_not_found() {
    on_all(async |fixture| {
        for (model, address) in
            [("plane", "N77"), ("plane", "far too long for a tail number"), ("nothing", "x"), ("plane", "\0")]
        {
            let error = fixture.get(model, address).await.unwrap_err();
            assert!(matches!(error, DataError::NotFound), "{model} {address}: {error:?}");
        }
    });
}
