//! What is taken from a request's head before it leaves the arbiter. Plain owned text: an actix request cannot change threads.

use actix_web::HttpRequest;
use actix_web::http::header::{self, HeaderName};

use super::condition::Conditions;

/// The head of a request.
#[derive(Debug, Clone)]
pub(super) struct Head {
    pub method: Method,
    /// Percent-encoded, as it came.
    pub path: String,
    /// Percent-encoded, without its question mark.
    pub query: String,
    pub authorization: Option<String>,
    pub content_type: Option<String>,
    pub conditions: Conditions,
    pub agent: Agent,
    /// `http://host:port`, to which absolute addresses in answers are joined.
    pub base_url: String,
    /// The address of the other end of the connection, for the audit record.
    pub peer: Option<String>,
}

/// Who reads the answer, where that changes its form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Agent {
    /// The official Python client, which reads some forms only as the original wrote them.
    Official,
    /// Everyone else.
    Other,
}

/// The methods that mean something here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Method {
    Get,
    Head,
    Post,
    Put,
    Patch,
    Delete,
    Other,
}

impl Head {
    /// `public_url` is what the settings say, for servers behind a proxy; otherwise the `Host` header is believed, which only
    /// shapes the addresses in the caller's own answer.
    pub(super) fn of(request: &HttpRequest, public_url: Option<&str>) -> Self {
        Self {
            method: Method::of(request.method()),
            path: request.uri().path().to_owned(),
            query: request.query_string().to_owned(),
            authorization: authorization(request),
            content_type: text(request, &header::CONTENT_TYPE),
            conditions: Conditions {
                if_match: whole(request, &header::IF_MATCH),
                if_none_match: whole(request, &header::IF_NONE_MATCH),
                prefer: whole(request, &HeaderName::from_static("prefer")),
            },
            agent: Agent::of(text(request, &header::USER_AGENT).as_deref()),
            base_url: public_url.map_or_else(|| url_of_host(request), str::to_owned),
            peer: request.peer_addr().map(|address| address.ip().to_string()),
        }
    }
}

impl Agent {
    fn of(user_agent: Option<&str>) -> Self {
        match user_agent {
            Some("zimagi-python") => Self::Official,
            _ => Self::Other,
        }
    }
}

impl Method {
    pub(super) fn of(method: &actix_web::http::Method) -> Self {
        match method.as_str() {
            "GET" => Self::Get,
            "HEAD" => Self::Head,
            "POST" => Self::Post,
            "PUT" => Self::Put,
            "PATCH" => Self::Patch,
            "DELETE" => Self::Delete,
            _ => Self::Other,
        }
    }

    /// Its name; one word for all that mean nothing here.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Head => "HEAD",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
            Self::Other => "other",
        }
    }

    /// Whether it leaves everything as it is.
    pub(super) const fn is_reading(self) -> bool {
        matches!(self, Self::Get | Self::Head)
    }

    /// Whether a body belongs to it. That of a DELETE is ignored.
    pub(super) const fn has_body(self) -> bool {
        matches!(self, Self::Post | Self::Put | Self::Patch)
    }
}

fn text(request: &HttpRequest, name: &HeaderName) -> Option<String> {
    request.headers().get(name)?.to_str().ok().map(str::to_owned)
}

/// A list that may stand in several lines. What is no text names nothing, but is there.
fn whole(request: &HttpRequest, name: &HeaderName) -> Option<String> {
    let lines: Vec<&str> = request.headers().get_all(name).map(|line| line.to_str().unwrap_or_default()).collect();
    (!lines.is_empty()).then(|| lines.join(","))
}

/// A header that is no text is kept as an empty one: it must be refused, not overlooked.
fn authorization(request: &HttpRequest) -> Option<String> {
    let value = request.headers().get(header::AUTHORIZATION)?;
    Some(value.to_str().unwrap_or_default().to_owned())
}

fn url_of_host(request: &HttpRequest) -> String {
    let host = text(request, &header::HOST).or_else(|| request.uri().authority().map(ToString::to_string));
    let host = host.filter(|host| is_host(host)).unwrap_or_else(|| request.app_config().local_addr().to_string());
    let scheme = if request.app_config().secure() { "https" } else { "http" };
    format!("{scheme}://{host}")
}

/// Nothing else may come from a header into an answer.
fn is_host(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_:[]".contains(&byte))
}
