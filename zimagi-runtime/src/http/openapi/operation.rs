//! Paths and operations of types.

use serde_json::{Map, Value as Json, json};
use zimagi_spec::descriptor::Operation;

use super::Occasion;
use super::aggregate::summaries;
use super::bulk::bulk;
use super::parameter::{address, of_list, of_record};
use super::question::question;
use super::response::{OF_BODIES, Refusal, component, content, responses};
use super::schema::{SELECTED, camel_case, type_name};
use super::served::ServedType;
use crate::http::answer::{CSV, JSON, NDJSON};

/// The paths of one type.
pub(super) fn paths(type_: &ServedType<'_>, occasion: Occasion<'_>) -> Map<String, Json> {
    let name = type_.name();
    let (mut list_path, mut record_path, mut paths) = (Map::new(), Map::new(), Map::new());
    if type_.offers(Operation::List) {
        list_path.insert("get".to_owned(), list(type_));
        paths.insert(format!("/{name}/query/"), json!({"post": long_list(type_)}));
        let rows = json!({"type": "array", "items": {"type": "object"}});
        paths.insert(format!("/{name}/json/"), json!({"get": export(type_, "json", JSON, rows)}));
        let lines = json!({"type": "string", "description": "An object a line."});
        paths.insert(format!("/{name}/ndjson/"), json!({"get": export(type_, "ndjson", NDJSON, lines)}));
        paths.insert(format!("/{name}/csv/"), json!({"get": export(type_, "csv", CSV, json!({"type": "string"}))}));
    }
    if type_.offers(Operation::List) {
        paths.extend(summaries(type_));
    }
    if type_.offers(Operation::Retrieve) {
        record_path.insert("get".to_owned(), retrieve(type_));
    }
    if type_.offers(Operation::Update) {
        list_path.insert("post".to_owned(), create(type_));
        record_path.insert("put".to_owned(), update(type_, "update"));
        record_path.insert("patch".to_owned(), update(type_, "change"));
    }
    if type_.offers(Operation::Destroy) {
        record_path.insert("delete".to_owned(), destroy(type_));
    }
    if let Some(bulk) = bulk(type_, occasion.bulk_records_max) {
        paths.insert(format!("/{name}/bulk/"), json!({"post": bulk}));
    }
    if !record_path.is_empty() {
        record_path.insert("parameters".to_owned(), json!([address(type_)]));
        paths.insert(format!("/{name}/{{address}}/"), Json::Object(record_path));
    }
    if !list_path.is_empty() {
        paths.insert(format!("/{name}/"), Json::Object(list_path));
    }
    paths
}

fn list(type_: &ServedType<'_>) -> Json {
    let page = content("One page.", JSON, component(&format!("{}Page", type_name(type_.model))));
    let mut operation = operation(type_, "list", responses(200, page, &[Refusal::NotFound]));
    operation["operationId"] = json!(format!("list{}", camel_case(type_.model.descriptor.plural)));
    operation["summary"] = json!(type_.model.descriptor.help);
    let mut parameters = of_list(type_, &["page", "count", "cursor", "total"]);
    parameters.push(of_record(type_));
    operation["parameters"] = parameters.into();
    operation
}

/// The list again, for questions that are too long for an address.
fn long_list(type_: &ServedType<'_>) -> Json {
    let page = content("One page.", JSON, component(&format!("{}Page", type_name(type_.model))));
    let refusals = [Refusal::NotFound, Refusal::BodyLate, Refusal::BodyTooLarge, Refusal::MediaType];
    let mut operation = operation(type_, "query", responses(200, page, &refusals));
    operation["summary"] =
        json!("A page of the list, asked for by a body: `filter` holds filters and groups of filters.");
    operation["requestBody"] = json!({"required": true, "content": {JSON: {"schema": question(type_)}}});
    operation
}

fn export(type_: &ServedType<'_>, word: &str, media_type: &str, schema: Json) -> Json {
    let mut operation = operation(type_, word, responses(200, content("All rows.", media_type, schema), &[]));
    let plural = type_.model.descriptor.plural;
    operation["summary"] = json!(format!("All {plural}, as {}.", word.to_uppercase()));
    operation["parameters"] = of_list(type_, &["fields", "limit"]).into();
    operation
}

fn retrieve(type_: &ServedType<'_>) -> Json {
    let refusals = [Refusal::NotFound, Refusal::Conflict];
    let record = json!({"anyOf": [detail(type_), component(SELECTED)]});
    let mut operation = operation(type_, "retrieve", responses(200, content("The record.", JSON, record), &refusals));
    operation["parameters"] = json!([of_record(type_)]);
    operation
}

fn create(type_: &ServedType<'_>) -> Json {
    let mut made = content("The new record.", JSON, detail(type_));
    let location = json!({"description": "Where the record is.", "schema": {"type": "string", "format": "uri"}});
    made["headers"] = json!({"Location": location});
    let refusals = [OF_BODIES.as_slice(), &[Refusal::Conflict]].concat();
    let mut operation = operation(type_, "create", responses(201, made, &refusals));
    operation["requestBody"] = body(&format!("{}Create", type_name(type_.model)));
    operation
}

fn update(type_: &ServedType<'_>, verb: &str) -> Json {
    let refusals = [OF_BODIES.as_slice(), &[Refusal::NotFound, Refusal::Conflict, Refusal::Stale]].concat();
    let changed = content("The record as it is now.", JSON, detail(type_));
    let mut operation = operation(type_, verb, responses(200, changed, &refusals));
    operation["requestBody"] = body(&format!("{}Update", type_name(type_.model)));
    operation
}

fn destroy(type_: &ServedType<'_>) -> Json {
    let refusals = [Refusal::Forbidden, Refusal::NotFound, Refusal::Conflict, Refusal::Stale];
    let told = responses(204, json!({"description": "The record is gone."}), &refusals);
    operation(type_, "destroy", told)
}

pub(super) fn operation(type_: &ServedType<'_>, verb: &str, responses: Json) -> Json {
    json!({
        "operationId": format!("{verb}{}", type_name(type_.model)),
        "tags": [type_.name()],
        "responses": responses,
    })
}

fn body(schema: &str) -> Json {
    json!({"required": true, "content": {JSON: {"schema": component(schema)}}})
}

fn detail(type_: &ServedType<'_>) -> Json {
    component(&format!("{}Detail", type_name(type_.model)))
}
