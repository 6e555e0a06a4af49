//! The body of a request: read up to a limit, then read as JSON.

use std::time::Duration;

use actix_web::web::{BytesMut, Payload};
use futures_util::StreamExt;
use serde_json::{Map, Value as Json};

use super::error::ApiError;

/// How long the sender of a body may be silent in all.
const PATIENCE: Duration = Duration::from_secs(30);

/// The bytes of a body.
pub(super) async fn read(payload: Payload, bytes_max: u64) -> Result<Vec<u8>, ApiError> {
    tokio::time::timeout(PATIENCE, collect(payload, bytes_max)).await.unwrap_or(Err(ApiError::BodyLate))
}

/// Whether a body of this media type can be read.
pub(super) fn require_json(content_type: Option<&str>) -> Result<(), ApiError> {
    let essence = content_type.and_then(|type_| type_.split(';').next()).unwrap_or_default().trim();
    if essence.eq_ignore_ascii_case("application/json") { Ok(()) } else { Err(ApiError::MediaType) }
}

/// The values that a body holds, by field.
pub(super) fn parse_object(body: &[u8]) -> Result<Map<String, Json>, ApiError> {
    match serde_json::from_slice(body) {
        Ok(Json::Object(values)) => Ok(values),
        Ok(_) => Err(ApiError::MalformedBody { reason: "expected an object".to_owned() }),
        Err(error) => {
            let reason = format!("line {}, column {}", error.line(), error.column());
            Err(ApiError::MalformedBody { reason })
        }
    }
}

async fn collect(mut payload: Payload, bytes_max: u64) -> Result<Vec<u8>, ApiError> {
    let mut body = BytesMut::new();
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|error| ApiError::MalformedBody { reason: error.to_string() })?;
        if (body.len() + chunk.len()) as u64 > bytes_max {
            return Err(ApiError::BodyTooLarge { bytes_max });
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_json_is_read() {
        assert!(require_json(Some("application/json")).is_ok());
        assert!(require_json(Some("Application/JSON; charset=utf-8")).is_ok());
        assert!(require_json(Some("text/plain")).is_err());
        assert!(require_json(None).is_err());
    }

    #[test]
    fn a_malformed_body_is_told_by_its_place() {
        let text = |body: &str| parse_object(body.as_bytes()).unwrap_err().to_string();
        assert_eq!(text("{\"name\":\n"), "JSON parse error: line 2, column 0");
        assert_eq!(text("[]"), "JSON parse error: expected an object");
    }
}
