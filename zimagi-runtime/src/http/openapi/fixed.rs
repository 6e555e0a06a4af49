//! The paths that every document has: of the service itself, not of its data.

use serde_json::{Map, Value as Json, json};

use super::response::{Refusal, content, responses};
use crate::http::answer::{JSON, OPENAPI};

/// The paths of the service.
pub(super) fn paths() -> Map<String, Json> {
    let document = |id: &str, summary: &str, refusals: &[Refusal]| {
        let told = content("The document.", OPENAPI, json!({"type": "object"}));
        json!({"operationId": id, "summary": summary, "tags": ["service"], "responses": responses(200, told, refusals)})
    };
    let mut path = document("retrievePathSchema", "The document of one path.", &[Refusal::NotFound]);
    path["parameters"] = json!([{
        "name": "path",
        "in": "path",
        "required": true,
        "description": "A path of this document without its braces and outer slashes.",
        "schema": {"type": "string", "pattern": "^[a-z0-9_]+$"},
        "examples": {"status": {"value": "status"}},
    }]);
    let referenced = document("retrieveRoot", "This document, each path by a reference to one of its own.", &[]);
    let paths = [
        ("/", referenced),
        ("/openapi.json", document("retrieveDocument", "This document.", &[])),
        ("/schema/{path}/", path),
        ("/status", status()),
    ];
    paths.into_iter().map(|(path, operation)| (path.to_owned(), json!({"get": operation}))).collect()
}

fn status() -> Json {
    let schema = json!({
        "type": "object",
        "required": ["message", "encryption"],
        "properties": {
            "message": {"type": "string"},
            "encryption": {"type": "boolean", "description": "Whether payloads of the official client are encrypted."},
        },
    });
    json!({
        "operationId": "retrieveStatus",
        "summary": "Whether the service works.",
        "tags": ["service"],
        "security": [{}],
        "responses": responses(200, content("It does.", JSON, schema), &[]),
    })
}
