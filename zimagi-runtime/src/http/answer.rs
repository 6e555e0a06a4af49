//! An answer before it becomes an actix response: made on the application's runtime, sent by an arbiter.

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderName, HeaderValue};
use actix_web::{HttpResponse, HttpResponseBuilder};
use bytes::Bytes;
use futures_util::StreamExt;
use futures_util::stream;
use tokio::sync::mpsc;

/// What is sent to the caller.
#[derive(Debug)]
pub(super) struct Answer {
    pub status: StatusCode,
    pub headers: Vec<(HeaderName, HeaderValue)>,
    pub content: Content,
}

/// The body of an answer.
#[derive(Debug)]
pub(super) enum Content {
    Empty,
    Whole(&'static str, Vec<u8>),
    /// Chunks as they are made. An error ends the connection, so that nobody takes a part for the whole.
    Stream(&'static str, Chunks),
}

/// The rest of an export.
#[derive(Debug)]
pub(super) struct Chunks {
    pub first: Bytes,
    pub rest: mpsc::Receiver<Result<Bytes, Interrupted>>,
}

/// The export failed after its first bytes were sent; the reason is in the log.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("the answer could not be completed")]
pub(super) struct Interrupted;

pub(super) const JSON: &str = "application/json";
pub(super) const NDJSON: &str = "application/x-ndjson";
pub(super) const CSV: &str = "text/csv; charset=utf-8; header=present";
pub(super) const HTML: &str = "text/html; charset=utf-8";
pub(super) const PROMETHEUS: &str = "text/plain; version=0.0.4; charset=utf-8";
pub(super) const OPENAPI: &str = "application/vnd.oai.openapi+json;version=3.1";

impl Answer {
    pub(super) fn empty(status: StatusCode) -> Self {
        Self { status, headers: Vec::new(), content: Content::Empty }
    }

    pub(super) fn json(status: StatusCode, body: Vec<u8>) -> Self {
        Self { status, headers: Vec::new(), content: Content::Whole(JSON, body) }
    }

    /// Adds a header whose value is made of decoded or foreign text; a value that is no header text is left out.
    pub(super) fn with_header(mut self, name: HeaderName, value: &str) -> Self {
        if let Ok(value) = HeaderValue::from_str(value) {
            self.headers.push((name, value));
        }
        self
    }

    /// The same head without a body: the rest of an export is not even read.
    pub(super) fn without_body(mut self) -> Self {
        if let Content::Stream(type_, _) = self.content {
            self.content = Content::Stream(type_, Chunks { first: Bytes::new(), rest: mpsc::channel(1).1 });
        }
        self
    }

    /// Says that the caller has the body already.
    pub(super) fn not_modified(self) -> Self {
        Self { status: StatusCode::NOT_MODIFIED, content: Content::Empty, ..self }
    }

    pub(super) fn into_response(self) -> HttpResponse {
        let mut response = HttpResponse::build(self.status);
        add_fixed_headers(&mut response);
        for (name, value) in self.headers {
            // What one answer depends on is more than what all do.
            if name == header::VARY {
                response.append_header((name, value));
            } else {
                response.insert_header((name, value));
            }
        }
        match self.content {
            Content::Empty => response.finish(),
            Content::Whole(type_, body) => response.insert_header((header::CONTENT_TYPE, type_)).body(body),
            Content::Stream(type_, chunks) => {
                response.insert_header((header::CONTENT_TYPE, type_)).streaming(chunks.into_stream())
            }
        }
    }
}

/// Every answer depends on who asks, and none may be kept by anyone on the way.
fn add_fixed_headers(response: &mut HttpResponseBuilder) {
    response
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header((header::VARY, "Authorization"))
        .insert_header((header::X_CONTENT_TYPE_OPTIONS, "nosniff"));
}

impl Chunks {
    fn into_stream(self) -> impl stream::Stream<Item = Result<Bytes, Interrupted>> {
        let rest = stream::unfold(self.rest, async |mut rest| rest.recv().await.map(|chunk| (chunk, rest)));
        stream::iter([Ok(self.first)]).chain(rest)
    }
}
