//! The body of a question that is too long for an address: what its parameters would be, as members of an object.

use serde_json::{Map, Value as Json, json};

use super::filter::filters;
use super::parameter::fixed_parameters;
use super::schema::without_null_characters;
use super::served::ServedType;

/// The schema of the body.
pub(super) fn question(type_: &ServedType<'_>) -> Json {
    let shared = fixed_parameters();
    let schema = |name: &str| shared[name]["schema"].clone();
    json!({
        "type": "object",
        "properties": {
            "filter": filter(type_),
            "q": without_null_characters(json!({"type": "string", "maxLength": 100})),
            "page": schema("page"),
            "count": schema("count"),
            "total": schema("total"),
        },
        "additionalProperties": false,
    })
}

/// The filters that a list's document tells too. Groups are left out: their names are without end.
fn filter(type_: &ServedType<'_>) -> Json {
    let members = filters(type_).into_iter().filter_map(|mut parameter| {
        let name = parameter["name"].as_str()?.to_owned();
        Some((name, parameter["schema"].take()))
    });
    json!({
        "type": "object",
        "description": "Filters, all of which hold. Groups of filters (`AND`, `OR`, `NOT`) and longer paths may stand here too.",
        "properties": members.collect::<Map<_, _>>(),
        "additionalProperties": false,
    })
}
