//! Which pages of other origins may call the API from a browser. None may, unless the settings name them.

use actix_cors::Cors;
use actix_web::http::header::{self, HeaderName};

use super::condition::PREFERENCE_APPLIED;
use super::request_id::REQUEST_ID;

/// How long a browser need not ask again.
const MEMORY_SECONDS: usize = 3600;

/// What browsers are told. Credentials are tokens in a header, so cookies are never allowed.
pub(super) fn cors(origins: &[String]) -> Cors {
    let headers = [header::AUTHORIZATION, header::CONTENT_TYPE, header::IF_MATCH, header::IF_NONE_MATCH, REQUEST_ID];
    let more = ["idempotency-key", "prefer"].map(HeaderName::from_static);
    let cors = Cors::default()
        .allowed_methods(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"])
        .allowed_headers(headers.into_iter().chain(more))
        .expose_headers([header::ETAG, header::LOCATION, header::RETRY_AFTER, REQUEST_ID, PREFERENCE_APPLIED])
        .max_age(MEMORY_SECONDS);
    if origins == ["*"] {
        return cors.allow_any_origin().send_wildcard();
    }
    origins.iter().fold(cors, |cors, origin| cors.allowed_origin(origin))
}
