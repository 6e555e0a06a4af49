//! Calls that write many records, in the words of the document: a body for each operation, and the report.

use serde_json::{Map, Value as Json, json};
use zimagi_spec::descriptor::Operation;

use super::operation::operation;
use super::question::filter_name;
use super::response::{OF_BODIES, Refusal, component, content, responses};
use super::schema::{sent, sent_links, type_name, value_of_name};
use super::served::ServedType;
use crate::data::FILTER;
use crate::http::answer::JSON;

/// The schemas that the calls of all types share.
pub(super) fn fixed_schemas() -> [(String, Json); 1] {
    let number = |told: &str| json!({"type": "integer", "minimum": 0, "description": told});
    let result = json!({
        "type": "object",
        "required": ["index", "status"],
        "properties": {
            "index": number("The record's place in the call, from 0."),
            "id": {"type": "string", "description": "The record's identifier."},
            "status": {"enum": ["created", "updated", "unchanged", "deleted", "failed"]},
            "errors": {"type": "object", "description": "Lists of mistakes by field, if it failed."},
        },
    });
    let report = json!({
        "type": "object",
        "description": "What became of many records.",
        "required": ["created", "updated", "unchanged", "deleted", "failed", "results"],
        "properties": {
            "created": number("How many were made."),
            "updated": number("How many were changed."),
            "unchanged": number("How many were so already."),
            "deleted": number("How many were removed."),
            "failed": number("How many could not be written."),
            "results": {"type": "array", "items": result},
        },
    });
    [("BulkReport".to_owned(), report)]
}

/// The operation; none if the caller may not write.
pub(super) fn bulk(type_: &ServedType<'_>, records_max: usize) -> Option<Json> {
    let mut calls = Vec::new();
    if type_.offers(Operation::Update) {
        let made = component(&format!("{}Create", type_name(type_.model)));
        calls.push(call("create", "Makes records.", list(made, records_max)));
        calls.push(call("update", "Changes records.", list(changed(type_), records_max)));
        let told = "Changes the records that are there and makes the others.";
        calls.push(call("upsert", told, list(stored(type_), records_max)));
    }
    if type_.offers(Operation::Destroy) {
        calls.push(call("delete", "Removes records.", list(named(type_), records_max)));
        calls.extend(deletions_by_filter(type_));
    }
    if calls.is_empty() {
        return None;
    }
    let report = content("What became of each record.", JSON, component("BulkReport"));
    let refusals = [OF_BODIES.as_slice(), &[Refusal::NotFound, Refusal::Conflict]].concat();
    let mut operation = operation(type_, "bulk", responses(200, report, &refusals));
    operation["summary"] = json!(format!("Writes many {} in one transaction.", type_.model.descriptor.plural));
    operation["requestBody"] = json!({"required": true, "content": {JSON: {"schema": {"oneOf": calls}}}});
    Some(operation)
}

/// The body of one operation; all its members are needed.
fn call(word: &str, told: &str, (name, schema): (&str, Json)) -> Json {
    let modes = json!({
        "enum": ["atomic", "each"],
        "default": "atomic",
        "description": "Whether all are written or none, or each that can be.",
    });
    json!({
        "type": "object",
        "description": told,
        "properties": {"operation": {"const": word}, name: schema, "mode": modes},
        "required": ["operation", name],
        "additionalProperties": false,
    })
}

fn list(item: Json, records_max: usize) -> (&'static str, Json) {
    ("records", json!({"type": "array", "items": item, "maxItems": records_max}))
}

/// All records are meant only if the body says so.
fn deletions_by_filter(type_: &ServedType<'_>) -> [Json; 2] {
    let some = json!({"allOf": [component(&format!("{}s", filter_name(type_))), {"minProperties": 1}]});
    let some = call("delete", "Removes the records that the filters find, which may be groups too.", (FILTER, some));
    let none = json!({"type": "object", "maxProperties": 0});
    let mut all = call("delete", "Removes all records.", (FILTER, none));
    all["properties"]["all"] = json!({"const": true});
    all["required"] = json!(["operation", FILTER, "all"]);
    [some, all]
}

/// A record with what it is found by among its values.
fn changed(type_: &ServedType<'_>) -> Json {
    let members =
        sent(type_, type_.fields_on_update()).chain(names(type_)).chain(parts(type_)).chain(sent_links(type_));
    found(type_, members.collect())
}

/// The same for records that need not be there.
fn stored(type_: &ServedType<'_>) -> Json {
    let members = sent(type_, type_.fields_on_create()).chain(names(type_)).chain(sent_links(type_));
    found(type_, members.collect())
}

fn found(type_: &ServedType<'_>, members: Map<String, Json>) -> Json {
    let by_name = names(type_).map(|(name, _)| json!({"required": [name]}));
    let parts: Vec<_> = parts(type_).map(|(name, _)| name).collect();
    let by_parts = (!parts.is_empty()).then(|| json!({"required": parts}));
    json!({
        "type": "object",
        "description": "The record is found by its identifier, by the values that make it up, or by its key.",
        "properties": members,
        "additionalProperties": false,
        "anyOf": by_name.chain(by_parts).collect::<Vec<_>>(),
    })
}

/// A record that is named by a value, or by an object with it.
fn named(type_: &ServedType<'_>) -> Json {
    let by_member = names(type_)
        .map(|(name, value)| json!({"type": "object", "properties": {name.clone(): value}, "required": [name]}));
    json!({"anyOf": names(type_).map(|(_, value)| value).chain(by_member).collect::<Vec<_>>()})
}

/// The identifier and the key, as far as they exist for the caller.
fn names<'a>(type_: &ServedType<'a>) -> impl Iterator<Item = (String, Json)> + use<'a> {
    let (identifier, key) = (type_.shown_identifier(), type_.key());
    let fields = identifier.into_iter().chain(key.filter(|key| key.relation.is_none()));
    fields.map(|field| (field.name().to_owned(), value_of_name(field))).collect::<Vec<_>>().into_iter()
}

/// The values that make up the identifier, if the caller sets all of them.
fn parts<'a>(type_: &ServedType<'a>) -> impl Iterator<Item = (String, Json)> + use<'a> {
    let settable: Vec<_> = type_.fields_on_create().map(|field| field.name()).collect();
    let parts: Vec<_> = type_.model.hashed_fields().collect();
    let is_whole = parts.iter().all(|field| settable.contains(&field.name()));
    let parts = if is_whole { parts } else { Vec::new() };
    sent(type_, parts.into_iter()).collect::<Vec<_>>().into_iter()
}
