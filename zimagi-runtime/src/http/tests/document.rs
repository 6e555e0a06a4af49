//! The OpenAPI document as each kind of caller sees it.

use std::collections::BTreeSet;

use serde_json::{Value as Json, json};

use super::fixture::Fixture;

fn document(fixture: &Fixture, authorization: Option<&String>) -> Json {
    let told = fixture.get("/openapi.json", authorization);
    assert_eq!(told.header("content-type"), Some("application/vnd.oai.openapi+json;version=3.1"));
    assert_eq!(told.status, 200);
    told.json()
}

fn types(document: &Json) -> Vec<&str> {
    document["x-data"].as_object().unwrap().keys().map(String::as_str).collect()
}

fn collect<'a>(json: &'a Json, key: &str, found: &mut Vec<&'a str>) {
    match json {
        Json::Object(members) => {
            for (name, value) in members {
                match value.as_str() {
                    Some(text) if name == key => found.push(text),
                    _ => collect(value, key, found),
                }
            }
        }
        Json::Array(items) => items.iter().for_each(|item| collect(item, key, found)),
        _ => {}
    }
}

#[test]
fn the_document_shows_what_the_caller_may_see() {
    let fixture = Fixture::new();
    let viewer = fixture.token("vera", &["flight-viewer"]);
    let admin = fixture.token("root", &["admin"]);
    assert_eq!(types(&document(&fixture, None)), ["airline"]);
    assert_eq!(types(&document(&fixture, Some(&viewer))), ["airline", "flight"]);
    let all = document(&fixture, Some(&admin));
    assert_eq!(types(&all), ["group", "user", "membership", "log", "airline", "plane", "flight", "memo", "copy"]);
    for (told, words) in
        [(document(&fixture, None), ["flight", "plane"]), (document(&fixture, Some(&viewer)), ["plane", "secret"])]
    {
        for word in words {
            assert!(!told.to_string().to_lowercase().contains(word), "{word}");
        }
    }
    assert!(!all.to_string().contains("secret"));
}

#[test]
fn only_what_the_caller_may_do_is_an_operation() {
    let fixture = Fixture::new();
    let keeper = fixture.token("karl", &["flight-admin"]);
    let methods = |document: &Json, path: &str| {
        let methods = document["paths"][path].as_object().unwrap().keys().filter(|key| *key != "parameters");
        methods.cloned().collect::<Vec<_>>()
    };
    assert_eq!(methods(&document(&fixture, None), "/airline/"), ["get"]);
    let told = document(&fixture, Some(&keeper));
    assert_eq!(methods(&told, "/airline/"), ["get", "post"]);
    assert_eq!(methods(&told, "/airline/{address}/"), ["get", "put", "patch", "delete"]);
    assert_eq!(methods(&told, "/airline/bulk/"), ["post"]);
    assert_eq!(methods(&told, "/log/"), ["get"]);
    assert!(
        told["paths"].get("/log/bulk/").is_none() && document(&fixture, None)["paths"].get("/airline/bulk/").is_none()
    );
    let all = document(&fixture, Some(&fixture.token("root", &["admin"])));
    assert_eq!(methods(&all, "/group/"), ["post"]);
    assert_eq!(methods(&all, "/group/{address}/"), ["get", "put", "patch"]);
    assert!(all["paths"].get("/group/csv/").is_none() && all["paths"].get("/group/json/").is_none());
}

#[test]
fn references_lead_somewhere_and_names_are_unique() {
    let fixture = Fixture::new();
    let admin = fixture.token("root", &["admin"]);
    let told = document(&fixture, Some(&admin));
    let (mut references, mut operations) = (Vec::new(), Vec::new());
    collect(&told, "$ref", &mut references);
    collect(&told["paths"], "operationId", &mut operations);
    for reference in references {
        assert!(told.pointer(&reference[1..]).is_some(), "{reference}");
    }
    assert_eq!(operations.iter().collect::<BTreeSet<_>>().len(), operations.len());
    assert_eq!(told["openapi"], json!("3.1.0"));
}

#[test]
fn the_key_of_a_type_and_its_relations_are_told() {
    let fixture = Fixture::new();
    let viewer = fixture.token("vera", &["flight-viewer"]);
    let told = document(&fixture, Some(&viewer));
    let expected = json!({
        "id": "id",
        "key": "number",
        "system": ["id", "created", "updated"],
        "unique": [],
        "dynamic": [],
        "atomic": ["id", "number", "delay", "created", "updated"],
        "scope": {},
        "relations": {"carrier": "airline"},
        "reverse": {},
    });
    assert_eq!(told["x-data"]["flight"], expected);
    assert_eq!(told["x-data"]["airline"]["reverse"], json!({"flights": "flight"}));
}

#[test]
fn the_root_refers_to_a_document_of_each_path() {
    let fixture = Fixture::new();
    let viewer = fixture.token("vera", &["flight-viewer"]);
    let whole = document(&fixture, Some(&viewer));
    let root = fixture.get("/", Some(&viewer)).json();
    assert_eq!(root["paths"]["/flight/{address}/"], json!({"$ref": "http://api/schema/flight/address/"}));
    assert_eq!((&root["x-data"], &root["components"]), (&whole["x-data"], &whole["components"]));
    assert_eq!(root["paths"].get("/"), None);
    for (path, item) in whole["paths"].as_object().unwrap().iter().filter(|(path, _)| *path != "/") {
        let reference = root["paths"][path]["$ref"].as_str().unwrap();
        let told = fixture.get(reference.strip_prefix("http://api").unwrap(), Some(&viewer));
        assert_eq!(
            (told.status, told.header("content-type")),
            (200, Some("application/vnd.oai.openapi+json;version=3.1"))
        );
        let mut own = told.json();
        assert_eq!(own["x-parent"], json!({"$ref": "http://api/"}), "{path}");
        assert_parts_are_whole(&own);
        own.as_object_mut().unwrap().retain(|key, _| !key.starts_with("x-"));
        assert_eq!(&own, item, "{path}");
    }
}

#[test]
fn calls_that_write_many_records_are_told_by_operation() {
    let fixture = Fixture::new();
    let bodies = |type_: &str, role: &str| {
        let told = document(&fixture, Some(&fixture.token(role, &[role])));
        let body = &told["paths"][format!("/{type_}/bulk/")]["post"]["requestBody"];
        body["content"]["application/json"]["schema"]["oneOf"].clone()
    };
    let calls = bodies("flight", "flight-admin");
    let words = calls.as_array().unwrap().iter().map(|call| call["properties"]["operation"]["const"].as_str().unwrap());
    assert_eq!(words.collect::<Vec<_>>(), ["create", "update", "upsert", "delete", "delete", "delete"]);
    let records = &calls[0]["properties"]["records"];
    assert_eq!(
        records,
        &json!({"type": "array", "items": {"$ref": "#/components/schemas/FlightCreate"}, "maxItems": 5})
    );
    assert_eq!(
        calls[1]["properties"]["records"]["items"]["anyOf"],
        json!([{"required": ["id"]}, {"required": ["number"]}, {"required": ["number", "carrier"]}])
    );
    // Groups are made and changed one by one or many at a time, but never removed.
    let calls = bodies("group", "admin");
    assert_eq!(calls.as_array().unwrap().len(), 3);
}

#[test]
fn values_in_bodies_have_the_types_that_are_read() {
    let fixture = Fixture::new();
    let told = document(&fixture, Some(&fixture.token("vera", &["flight-viewer"])));
    let members = &told["components"]["schemas"]["FlightFilter"]["properties"];
    let number = json!({"type": "integer", "format": "int64", "minimum": i64::MIN, "maximum": i64::MAX});
    let mut said = number.clone();
    said["type"] = json!(["integer", "null"]);
    assert_eq!((&members["number"], &members["number.in"]["items"]), (&said, &number));
    assert_eq!(members["delay.isnull"]["type"], json!("boolean"));
    let each = json!({"$ref": "#/components/schemas/FlightFilters"});
    assert_eq!(members["OR"]["anyOf"], json!([each, {"type": "array", "items": each}]));
    assert_eq!(told["components"]["schemas"]["FlightFilters"]["properties"].get("OR"), None);
    assert_eq!(told["components"]["parameters"]["q"]["schema"]["maxLength"], json!(100));
}

/// Everything that a path refers to comes with it.
fn assert_parts_are_whole(item: &Json) {
    let mut references = Vec::new();
    collect(item, "$ref", &mut references);
    for reference in references.into_iter().filter_map(|reference| reference.strip_prefix("#/components")) {
        assert!(item["x-components"].pointer(reference).is_some(), "{reference}");
    }
}

#[test]
fn paths_that_the_caller_may_not_see_have_no_document() {
    let fixture = Fixture::new();
    let viewer = fixture.token("vera", &["flight-viewer"]);
    for path in ["/schema/plane/", "/schema/plain/", "/schema/plane/csv/", "/schema/flight/json/more/"] {
        assert_eq!(fixture.get(path, Some(&viewer)).status, 404, "{path}");
        assert_eq!(fixture.get(path, None).status, 401, "{path}");
    }
    assert_eq!(fixture.get("/schema/airline/", None).status, 200);
}

#[test]
fn limits_are_part_of_the_schema() {
    let fixture = Fixture::new();
    let keeper = fixture.token("karl", &["flight-admin"]);
    let schemas = &document(&fixture, Some(&keeper))["components"]["schemas"];
    for schema in ["FlightDetail", "FlightCreate", "FlightUpdate"] {
        let expected = json!({"type": ["number", "null"], "format": "double", "maximum": 10_000.5});
        assert_eq!(schemas[schema]["properties"]["delay"], expected, "{schema}");
    }
}

#[test]
fn links_are_lists_of_records() {
    let fixture = Fixture::new();
    let keeper = fixture.token("karl", &["flight-admin"]);
    let told = document(&fixture, Some(&keeper));
    let schemas = &told["components"]["schemas"];
    for (schema, record) in [("AirlineSummary", "AirlineReference"), ("AirlineDetail", "AirlineSummary")] {
        let items = json!({"$ref": format!("#/components/schemas/{record}")});
        let expected = json!({"type": "array", "items": items, "description": "Who works with it."});
        assert_eq!(schemas[schema]["properties"]["partners"], expected, "{schema}");
    }
    for schema in ["AirlineCreate", "AirlineUpdate"] {
        let sent = &schemas[schema]["properties"]["partners"];
        assert_eq!((&sent["type"], &sent["items"]["type"]), (&json!("array"), &json!("string")), "{schema}");
    }
    assert_eq!(told["x-data"]["airline"]["relations"], json!({"partners": "airline"}));
    let parameters = told["paths"]["/airline/"]["get"]["parameters"].as_array().unwrap();
    assert!(parameters.contains(&json!({"$ref": "#/components/parameters/Airline.partners"})));
    assert!(!told.to_string().contains("fleet"));
}
