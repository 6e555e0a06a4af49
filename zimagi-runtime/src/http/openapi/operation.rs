//! Paths and operations of the document.

use serde_json::{Map, Value as Json, json};
use zimagi_spec::descriptor::Operation;

use super::schema::{camel_case, scalar, type_name};
use super::served::ServedType;
use crate::data::catalogue::Model;
use crate::http::answer::{CSV, JSON, OPENAPI};

/// The paths that every document has.
pub(super) fn fixed_paths() -> Map<String, Json> {
    let status = json!({"get": {
        "operationId": "retrieveStatus",
        "summary": "Whether the service works.",
        "security": [{}],
        "responses": {"200": response("It does.", JSON, json!({"type": "object"})), "503": error("It does not.")},
    }});
    let document = json!({"get": {
        "operationId": "retrieveDocument",
        "summary": "This document.",
        "responses": {"200": response("The document.", OPENAPI, json!({"type": "object"})), "401": unauthorized()},
    }});
    Map::from_iter([("/status".to_owned(), status), ("/openapi.json".to_owned(), document)])
}

/// The paths of one type.
pub(super) fn paths(type_: &ServedType<'_>) -> Map<String, Json> {
    let name = type_.name();
    let (mut list_path, mut record_path, mut paths) = (Map::new(), Map::new(), Map::new());
    if type_.offers(Operation::List) {
        list_path.insert("get".to_owned(), list(type_));
        let rows = json!({"type": "array", "items": {"type": "object"}});
        paths.insert(format!("/{name}/json/"), json!({"get": export(type_, "json", JSON, rows)}));
        paths.insert(format!("/{name}/csv/"), json!({"get": export(type_, "csv", CSV, json!({"type": "string"}))}));
    }
    if type_.offers(Operation::Retrieve) {
        record_path.insert("get".to_owned(), retrieve(type_));
    }
    if type_.offers(Operation::Update) {
        list_path.insert("post".to_owned(), create(type_));
        record_path.insert("put".to_owned(), update(type_));
    }
    if type_.offers(Operation::Destroy) {
        record_path.insert("delete".to_owned(), destroy(type_));
    }
    if !record_path.is_empty() {
        record_path.insert("parameters".to_owned(), json!([record_parameter(type_)]));
        paths.insert(format!("/{name}/{{address}}/"), Json::Object(record_path));
    }
    if !list_path.is_empty() {
        paths.insert(format!("/{name}/"), Json::Object(list_path));
    }
    paths
}

fn list(type_: &ServedType<'_>) -> Json {
    let mut parameters = filters(type_);
    parameters.push(query("page", "The page, from 1; `last` is the last one.", json!({"type": "string"})));
    parameters.push(query("count", "How many records a page has.", json!({"type": "integer", "minimum": 1})));
    let page = component(&format!("{}Page", type_name(type_.model)));
    json!({
        "operationId": format!("list{}", camel_case(type_.model.descriptor.plural)),
        "summary": type_.model.descriptor.help,
        "tags": [type_.name()],
        "parameters": parameters,
        "responses": {"200": response("One page.", JSON, page), "400": error("Parameters are wrong."), "401": unauthorized()},
    })
}

fn export(type_: &ServedType<'_>, word: &str, media_type: &str, schema: Json) -> Json {
    let mut parameters = filters(type_);
    let fields = "Fields and paths over relations, separated by commas; all own fields if it is not given.";
    parameters.push(query("fields", fields, json!({"type": "string"})));
    parameters.push(query("limit", "The most rows.", json!({"type": "integer", "minimum": 1})));
    json!({
        "operationId": format!("{word}{}", type_name(type_.model)),
        "summary": format!("All {}, as {}.", type_.model.descriptor.plural, word.to_uppercase()),
        "tags": [type_.name()],
        "parameters": parameters,
        "responses": {"200": response("All rows.", media_type, schema), "400": error("Parameters are wrong."), "401": unauthorized()},
    })
}

fn retrieve(type_: &ServedType<'_>) -> Json {
    operation(
        type_,
        "retrieve",
        json!({
            "200": response("The record.", JSON, detail(type_)),
            "404": error("There is no such record."),
        }),
    )
}

fn create(type_: &ServedType<'_>) -> Json {
    let mut operation = operation(
        type_,
        "create",
        json!({
            "201": response("The new record.", JSON, detail(type_)),
            "409": error("There is such a record already."),
            "422": error("Values are wrong."),
        }),
    );
    operation["requestBody"] = body(&format!("{}Create", type_name(type_.model)));
    operation
}

fn update(type_: &ServedType<'_>) -> Json {
    let mut operation = operation(
        type_,
        "update",
        json!({
            "200": response("The record as it is now.", JSON, detail(type_)),
            "404": error("There is no such record."),
            "409": error("There is another such record already."),
            "422": error("Values are wrong."),
        }),
    );
    operation["requestBody"] = body(&format!("{}Update", type_name(type_.model)));
    operation
}

fn destroy(type_: &ServedType<'_>) -> Json {
    operation(
        type_,
        "destroy",
        json!({
            "204": {"description": "The record is gone."},
            "404": error("There is no such record."),
            "409": error("Other records need it."),
        }),
    )
}

fn operation(type_: &ServedType<'_>, verb: &str, mut responses: Json) -> Json {
    responses["401"] = unauthorized();
    json!({
        "operationId": format!("{verb}{}", type_name(type_.model)),
        "tags": [type_.name()],
        "responses": responses,
    })
}

fn record_parameter(type_: &ServedType<'_>) -> Json {
    let (identifier, key) = (type_.model.identifier().name(), type_.key_name());
    let what = if identifier == key { format!("`{key}`") } else { format!("`{identifier}` or `{key}`") };
    json!({
        "name": "address",
        "in": "path",
        "required": true,
        "description": format!("The record's {what}."),
        "schema": {"type": "string"},
    })
}

/// One parameter for each own field and link, and one that stands for every path and look-up.
fn filters(type_: &ServedType<'_>) -> Vec<Json> {
    let own = type_.fields().map(|field| query(field.name(), field.descriptor.help, Json::Object(scalar(field.kind))));
    let identifier = |target: &Model| Json::Object(scalar(target.identifier().kind));
    let linked = type_.links().map(|(link, target)| query(link.name(), link.descriptor.help, identifier(target)));
    let mut parameters: Vec<Json> = own.chain(linked).collect();
    parameters.push(json!({
        "name": "filters",
        "in": "query",
        "style": "form",
        "explode": true,
        "description": "More filters: a path over relations, then perhaps a look-up (`in`, `isnull`, `lt`, `lte`, `gt`, `gte`, \
            `contains`, `icontains`, `startswith`), joined by `.` or `__`; a leading `-` negates.",
        "schema": {"type": "object", "additionalProperties": {"type": "string"}},
    }));
    let ordering = "Fields and paths over relations, separated by commas; a leading `-` means largest first.";
    parameters.push(query("ordering", ordering, json!({"type": "string"})));
    parameters
}

fn query(name: &str, description: &str, schema: Json) -> Json {
    json!({"name": name, "in": "query", "required": false, "description": description, "schema": schema})
}

fn body(schema: &str) -> Json {
    json!({"required": true, "content": {JSON: {"schema": component(schema)}}})
}

fn detail(type_: &ServedType<'_>) -> Json {
    component(&format!("{}Detail", type_name(type_.model)))
}

fn response(description: &str, media_type: &str, schema: Json) -> Json {
    json!({"description": description, "content": {media_type: {"schema": schema}}})
}

fn unauthorized() -> Json {
    error("Credentials are missing or wrong.")
}

fn error(description: &str) -> Json {
    response(description, JSON, component("Error"))
}

fn component(name: &str) -> Json {
    json!({"$ref": format!("#/components/schemas/{name}")})
}
