//! The paths that every document has: of the service itself, not of its data.

use serde_json::{Map, Value as Json, json};

use super::response::{Refusal, content, responses};
use crate::http::answer::{HTML, JSON, OPENAPI, PROMETHEUS};

/// The paths of the service.
pub(super) fn paths(shows_metrics: bool) -> Map<String, Json> {
    let text = || json!({"type": "string"});
    let metrics =
        operation("retrieveMetrics", "Numbers in the form of Prometheus.", content("Them.", PROMETHEUS, text()));
    let docs = operation("retrieveDocs", "This document as a page.", content("The page.", HTML, text()));
    let metrics = shows_metrics.then_some(("/metrics", metrics));
    let service = [
        ("/docs/", open(docs)),
        ("/health/live", open(probe("retrieveLive", "Whether the process lives.", "live"))),
        ("/health/ready", open(probe("retrieveReady", "Whether it can serve.", "ready"))),
        ("/status", open(status())),
    ];
    let paths = service.into_iter().chain(metrics).chain(documents());
    paths.map(|(path, operation)| (path.to_owned(), json!({"get": operation}))).collect()
}

fn documents() -> [(&'static str, Json); 3] {
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
    let whole = document("retrieveDocument", "This document.", &[]);
    [("/", referenced), ("/openapi.json", whole), ("/schema/{path}/", path)]
}

fn operation(id: &str, summary: &str, told: Json) -> Json {
    json!({"operationId": id, "summary": summary, "tags": ["service"], "responses": responses(200, told, &[])})
}

/// An operation that asks nobody for credentials.
fn open(mut operation: Json) -> Json {
    operation["security"] = json!([{}]);
    operation
}

fn probe(id: &str, summary: &str, told: &str) -> Json {
    let properties = json!({"status": {"const": told}});
    let schema = json!({"type": "object", "required": ["status"], "properties": properties});
    operation(id, summary, content("It does.", JSON, schema))
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
    operation("retrieveStatus", "Whether the service works.", content("It does.", JSON, schema))
}
