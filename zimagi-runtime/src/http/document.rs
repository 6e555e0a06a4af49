//! What the API says of itself, as an answer to one caller. What is in it is told by `openapi`.

use actix_web::http::StatusCode;
use serde_json::Value as Json;

use super::admit::absent;
use super::answer::{Answer, Content, OPENAPI};
use super::error::ApiError;
use super::openapi::{self, Occasion};
use super::request::Head;
use super::route::Document;
use super::service::Service;
use crate::access::Caller;
use crate::data::View;
use crate::permit::Permit;

/// The document, as far as the caller may see what it tells of.
pub(super) fn answer(
    service: &Service,
    head: &Head,
    caller: &Caller,
    permit: &Permit,
    document: &Document,
) -> Result<Answer, ApiError> {
    let view = View::new(service.catalogue(), permit);
    let shows_metrics = service.metrics.is_readable_by(caller);
    let occasion = Occasion {
        about: service.about,
        base_url: &head.base_url,
        shows_metrics,
        bulk_records_max: service.limits.bulk_records_max,
    };
    match document {
        Document::Whole => Ok(told(&openapi::document(occasion, view))),
        Document::Referenced => Ok(told(&openapi::referenced(occasion, view))),
        Document::Path(path) => {
            let item = openapi::path_item(path, occasion, view).ok_or_else(|| absent(caller))?;
            Ok(told(&item))
        }
    }
}

fn told(document: &Json) -> Answer {
    let content = Content::Whole(OPENAPI, document.to_string().into_bytes());
    Answer { content, ..Answer::empty(StatusCode::OK) }
}
