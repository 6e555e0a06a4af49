//! What operations answer: their own result, and the refusals that they share.

use serde_json::{Map, Value as Json, json};

use crate::http::answer::JSON;

/// Why an operation may not be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refusal {
    BadParameters,
    Unauthorized,
    Forbidden,
    NotFound,
    BodyLate,
    Conflict,
    Stale,
    BodyTooLarge,
    QueryTooLong,
    MediaType,
    Invalid,
    TooOften,
    HeadersTooLong,
    Broken,
    Unavailable,
}

/// Those that every operation may meet.
const ALWAYS: [Refusal; 7] = [
    Refusal::BadParameters,
    Refusal::Unauthorized,
    Refusal::QueryTooLong,
    Refusal::TooOften,
    Refusal::HeadersTooLong,
    Refusal::Broken,
    Refusal::Unavailable,
];

/// Those that a body may meet.
pub(super) const OF_BODIES: [Refusal; 5] =
    [Refusal::Forbidden, Refusal::BodyLate, Refusal::BodyTooLarge, Refusal::MediaType, Refusal::Invalid];

impl Refusal {
    const ALL: [Self; 15] = [
        Self::BadParameters,
        Self::Unauthorized,
        Self::Forbidden,
        Self::NotFound,
        Self::BodyLate,
        Self::Conflict,
        Self::Stale,
        Self::BodyTooLarge,
        Self::QueryTooLong,
        Self::MediaType,
        Self::Invalid,
        Self::TooOften,
        Self::HeadersTooLong,
        Self::Broken,
        Self::Unavailable,
    ];

    const fn told(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::BadParameters => ("400", "BadParameters", "Parameters or the form of the body are wrong."),
            Self::Unauthorized => ("401", "Unauthorized", "Credentials are missing or wrong."),
            Self::Forbidden => ("403", "Forbidden", "The caller may look but not touch."),
            Self::NotFound => ("404", "NotFound", "There is no such record or page for the caller."),
            Self::BodyLate => ("408", "BodyLate", "The body did not come in time."),
            Self::Conflict => ("409", "Conflict", "Another record has these values, or refers to this one."),
            Self::Stale => ("412", "Stale", "The record is not what `If-Match` says."),
            Self::BodyTooLarge => ("413", "BodyTooLarge", "The body has too many bytes."),
            Self::QueryTooLong => ("414", "QueryTooLong", "The query is too long."),
            Self::MediaType => ("415", "MediaType", "The body is not JSON."),
            Self::Invalid => ("422", "Invalid", "Values are wrong, each by its field."),
            Self::TooOften => ("429", "TooOften", "The caller asks too often."),
            Self::HeadersTooLong => ("431", "HeadersTooLong", "The header fields are too long."),
            Self::Broken => ("500", "Broken", "The server failed."),
            Self::Unavailable => ("503", "Unavailable", "What the service stands on does not answer now."),
        }
    }
}

/// The shared responses by name.
pub(super) fn shared() -> Map<String, Json> {
    let told = Refusal::ALL.into_iter().map(|refusal| {
        let (_, name, description) = refusal.told();
        let mut response = content(description, JSON, component("Error"));
        if let Some((header, description)) = header(refusal) {
            response["headers"] = json!({header: {"description": description, "schema": {"type": "string"}}});
        }
        (name.to_owned(), response)
    });
    told.collect()
}

const fn header(refusal: Refusal) -> Option<(&'static str, &'static str)> {
    match refusal {
        Refusal::Unauthorized => Some(("WWW-Authenticate", "The schemes that are understood.")),
        Refusal::TooOften | Refusal::Unavailable => {
            Some(("Retry-After", "After how many seconds it is worth to ask again."))
        }
        _ => None,
    }
}

/// The responses of an operation: its own, what it may be refused for, and what every one may be.
pub(super) fn responses(status: u16, own: Json, refusals: &[Refusal]) -> Json {
    let mut told: Vec<_> = refusals.iter().chain(&ALWAYS).map(|refusal| refusal.told()).collect();
    told.sort_unstable();
    let refused = told
        .into_iter()
        .map(|(status, name, _)| (status.to_owned(), json!({"$ref": format!("#/components/responses/{name}")})));
    Json::Object([(status.to_string(), own)].into_iter().chain(refused).collect())
}

/// A response with a body.
pub(super) fn content(description: &str, media_type: &str, schema: Json) -> Json {
    json!({"description": description, "content": {media_type: {"schema": schema}}})
}

/// A reference to a schema.
pub(super) fn component(name: &str) -> Json {
    json!({"$ref": format!("#/components/schemas/{name}")})
}
