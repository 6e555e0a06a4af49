//! The name of one request: the caller's own, or a new one. It is in the answer's head and in every line of the log about it.

use actix_web::HttpRequest;
use actix_web::http::header::HeaderName;

use crate::crypto::random_name;

/// The header that carries it both ways.
pub(super) const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Longer ones are replaced: they end up in logs.
const LENGTH_MAX: usize = 128;

/// The name of a request.
pub(super) fn request_id(request: &HttpRequest) -> String {
    let given = request.headers().get(REQUEST_ID).and_then(|value| value.to_str().ok());
    given.filter(|text| is_name(text)).map_or_else(random_name, str::to_owned)
}

fn is_name(text: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.:/+=".contains(&byte);
    (1..=LENGTH_MAX).contains(&text.len()) && text.bytes().all(is_plain)
}
