//! The one choice of statuses: every error becomes a status, a code for programs and a text for the caller.
//!
//! What the caller is not told is written to the log here.

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderName};
use serde_json::{Map, Value as Json, json};

use super::answer::Answer;
use super::error::ApiError;
use crate::access::AccessError;
use crate::data::{DataError, FieldError, QueryFault, QueryMistake};

/// The answer that tells the caller of an error. A fault of the server names the request, by which the log tells more.
pub(super) fn refusal(error: &ApiError, request_id: &str) -> Answer {
    let verdict = verdict(error);
    if verdict.status.is_server_error() {
        tracing::error!(code = verdict.code, error = ?error, "a request failed");
    }
    let mut body = json!({"detail": verdict.detail, "code": verdict.code});
    if verdict.status.is_server_error() {
        body["request_id"] = Json::from(request_id);
    }
    if let Some(mistakes) = verdict.mistakes {
        body["parameters"] = mistakes;
    }
    let answer = Answer::json(verdict.status, body.to_string().into_bytes());
    verdict.headers.into_iter().fold(answer, |answer, (name, value)| answer.with_header(name, &value))
}

struct Verdict {
    status: StatusCode,
    code: &'static str,
    detail: Json,
    mistakes: Option<Json>,
    headers: Vec<(HeaderName, String)>,
}

impl Verdict {
    fn new(status: StatusCode, code: &'static str, detail: impl Into<Json>) -> Self {
        Self { status, code, detail: detail.into(), mistakes: None, headers: Vec::new() }
    }

    fn with_header(mut self, name: HeaderName, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }
}

fn verdict(error: &ApiError) -> Verdict {
    let say = |status, code| Verdict::new(status, code, error.to_string());
    match error {
        ApiError::Access(error) => access_verdict(error),
        ApiError::Data(error) => data_verdict(error),
        ApiError::TooOften { seconds } => {
            say(StatusCode::TOO_MANY_REQUESTS, "too_often").with_header(header::RETRY_AFTER, seconds.to_string())
        }
        ApiError::NotFound => not_found(),
        ApiError::Forbidden => say(StatusCode::FORBIDDEN, "forbidden"),
        ApiError::MethodNotAllowed { allowed } => {
            say(StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed").with_header(header::ALLOW, allowed)
        }
        ApiError::SlashMissing { location } => {
            say(StatusCode::PERMANENT_REDIRECT, "slash_missing").with_header(header::LOCATION, location)
        }
        ApiError::MalformedQuery => say(StatusCode::BAD_REQUEST, "malformed_query"),
        ApiError::HeadersTooLong => say(StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE, "headers_too_long"),
        ApiError::QueryTooLong => say(StatusCode::URI_TOO_LONG, "query_too_long"),
        ApiError::Unhealthy => unavailable("unhealthy", &error.to_string()),
        ApiError::Broken => broken(),
        ApiError::Refused { records } => {
            let by_index = records.iter().map(|(index, errors)| (index.to_string(), by_field(errors).into()));
            Verdict::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid", by_index.collect::<Map<String, Json>>())
        }
        ApiError::MediaType => say(StatusCode::UNSUPPORTED_MEDIA_TYPE, "media_type"),
        ApiError::BodyTooLarge { .. } => say(StatusCode::PAYLOAD_TOO_LARGE, "body_too_large"),
        ApiError::BodyLate => say(StatusCode::REQUEST_TIMEOUT, "body_late"),
        ApiError::MalformedBody { .. } => say(StatusCode::BAD_REQUEST, "malformed_body"),
    }
}

/// One answer for types and records, for the hidden and for the invented.
fn not_found() -> Verdict {
    Verdict::new(StatusCode::NOT_FOUND, "not_found", ApiError::NotFound.to_string())
}

fn access_verdict(error: &AccessError) -> Verdict {
    match error {
        AccessError::NoCredentials
        | AccessError::UnknownScheme
        | AccessError::TokenFormat
        | AccessError::BearerFormat
        | AccessError::WrongCredentials
        | AccessError::Inactive => Verdict::new(StatusCode::UNAUTHORIZED, "unauthorized", error.to_string())
            .with_header(header::WWW_AUTHENTICATE, "Token, Bearer"),
        AccessError::Data(error) => data_verdict(error),
        AccessError::UnknownUser(_) | AccessError::UnknownGroup(_) | AccessError::Token(_) => broken(),
    }
}

fn data_verdict(error: &DataError) -> Verdict {
    match error {
        DataError::Query(mistakes) => {
            let is_only_absent = mistakes.iter().all(|mistake| matches!(mistake.fault, QueryFault::NoSuchPage { .. }));
            let status = if is_only_absent { StatusCode::NOT_FOUND } else { StatusCode::BAD_REQUEST };
            let verdict = Verdict::new(status, "bad_parameters", "Parameters are wrong");
            Verdict { mistakes: Some(mistakes.iter().map(query_mistake).collect()), ..verdict }
        }
        DataError::Invalid(errors) => Verdict::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid", by_field(errors)),
        DataError::NotFound => not_found(),
        DataError::Stale => {
            let text = "The record has changed since; read it again";
            Verdict::new(StatusCode::PRECONDITION_FAILED, "stale", text)
        }
        DataError::Forbidden => verdict(&ApiError::Forbidden),
        DataError::Conflict { fields, .. } if fields.is_empty() => {
            let text = "Another record has the same values, or refers to this one";
            Verdict::new(StatusCode::CONFLICT, "conflict", text)
        }
        DataError::Conflict { fields, .. } => Verdict::new(StatusCode::CONFLICT, "conflict", by_field(fields)),
        DataError::Unavailable(_) | DataError::Busy => unavailable("unavailable", "The database is not available now"),
        DataError::Deadline => unavailable("deadline", TOO_SLOW),
        DataError::Sealed { .. } => {
            let text = "An encrypted value cannot be read or written with the keys that the server has";
            Verdict::new(StatusCode::INTERNAL_SERVER_ERROR, "sealed", text)
        }
        DataError::Fenced
        | DataError::Hook { .. }
        | DataError::TooLarge
        | DataError::Broken(_)
        | DataError::Migration(_)
        | DataError::Database(_) => broken(),
    }
}

fn query_mistake(mistake: &QueryMistake) -> Json {
    json!({
        "name": mistake.parameter,
        "code": mistake.code(),
        "message": mistake.to_string(),
        "similar": mistake.nearest(),
    })
}

/// Lists of mistakes by field.
pub(super) fn by_field(errors: &[FieldError]) -> Map<String, Json> {
    let mut fields: Map<String, Json> = Map::new();
    for error in errors {
        let mut mistake = json!({"message": error.message, "code": error.code.code()});
        if !error.nearest.is_empty() {
            mistake["similar"] = json!(error.nearest);
        }
        match fields.get_mut(&error.field) {
            Some(Json::Array(list)) => list.push(mistake),
            _ => drop(fields.insert(error.field.clone(), json!([mistake]))),
        }
    }
    fields
}

fn unavailable(code: &'static str, text: &str) -> Verdict {
    Verdict::new(StatusCode::SERVICE_UNAVAILABLE, code, text).with_header(header::RETRY_AFTER, RETRY_AFTER_SECONDS)
}

/// Operators read it too: it names what they may set.
const TOO_SLOW: &str = "The database took longer than ZIMAGI_DATABASE_STATEMENT_TIMEOUT_MS allows";

/// When it is worth to ask again.
const RETRY_AFTER_SECONDS: &str = "1";

fn broken() -> Verdict {
    Verdict::new(StatusCode::INTERNAL_SERVER_ERROR, "internal", ApiError::Broken.to_string())
}
