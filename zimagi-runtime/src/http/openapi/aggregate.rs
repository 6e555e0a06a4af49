//! What the records of a type make together, in the words of the document: values, their number, groups.

use serde_json::{Map, Value as Json, json};

use super::operation::operation;
use super::parameter::{list, of_filters, ordered, query};
use super::response::{content, responses};
use super::served::ServedType;
use crate::http::answer::JSON;

/// The paths of one type.
pub(super) fn summaries(type_: &ServedType<'_>) -> Map<String, Json> {
    let name = type_.name();
    let values = json!({"type": "array", "items": {"not": {"type": "null"}}});
    let groups = json!({"type": "array", "items": {"type": "object"}});
    let paths = [
        ("values/{path}", path_item(type_, "values", &["limit"], rows(values))),
        ("count/{path}", path_item(type_, "count", &[], number())),
        ("aggregate", aggregate(type_, rows(groups))),
    ];
    paths.into_iter().map(|(path, item)| (format!("/{name}/{path}/"), item)).collect()
}

fn path_item(type_: &ServedType<'_>, word: &str, parameters: &[&str], schema: Json) -> Json {
    let mut get = operation(type_, word, responses(200, content("Different values, without null.", JSON, schema), &[]));
    let mut parameters = of_filters(type_, parameters);
    parameters.push(json!({
        "name": "path",
        "in": "path",
        "required": true,
        "description": "A field, or a path over relations, which may lead further than these.",
        "schema": {"enum": ordered(type_)},
    }));
    get["parameters"] = parameters.into();
    json!({"get": get})
}

fn aggregate(type_: &ServedType<'_>, schema: Json) -> Json {
    let mut get = operation(type_, "aggregate", responses(200, content("The groups.", JSON, schema), &[]));
    let text = json!({"type": "string"});
    let fields = "Columns with commas: paths make the groups, `name=path:count` says what is made of the records of each; also \
        `distinct`, `sum`, `avg`, `min`, `max`, `stddev`, `var`.";
    let mut parameters = of_filters(type_, &["limit"]);
    let groups = ordered(type_);
    let counts = groups.iter().map(|path| format!("{}_count={path}:count", path.replace('.', "_")));
    let mut columns = list("fields", fields, groups.iter().cloned().chain(counts).collect());
    columns["required"] = json!(true);
    columns["schema"]["uniqueItems"] = json!(true);
    parameters.push(columns);
    parameters.push(query("having", "Which groups are answered: `{\"name.gte\": 10}`.", text.clone()));
    parameters.push(query("ordering", "Columns with commas, `-` for largest first.", text));
    get["parameters"] = parameters.into();
    json!({"get": get})
}

fn number() -> Json {
    json!({"type": "object", "required": ["count"], "properties": {"count": {"type": "integer", "minimum": 0}}})
}

fn rows(results: Json) -> Json {
    json!({
        "type": "object",
        "required": ["count", "results"],
        "properties": {
            "count": {"type": "integer", "minimum": 0, "description": "How many results there are here."},
            "results": results,
            "more": {"const": true, "description": "There are more than may be answered."},
        },
    })
}
