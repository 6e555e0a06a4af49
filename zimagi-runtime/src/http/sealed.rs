//! Payloads of the official client, encrypted with the user's key if the settings say so: the token, the values of queries, bodies
//! and answers. Names, paths and what the API says of itself stay in clear.
//!
//! Everyone else sends and gets what TLS protects.

use actix_web::http::StatusCode;
use actix_web::http::header;
use bytes::Bytes;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use tokio::sync::mpsc;

use super::answer::{Answer, Chunks, Content, Interrupted};
use super::error::ApiError;
use super::request::{Agent, Head, Method};
use super::route::Route;
use super::service::{PayloadForm, Service};
use super::target::query_pairs;
use crate::access::AccessError;
use crate::crypto::{PayloadCipher, PayloadStream};

/// The cipher of the caller, if its payloads are encrypted; what the head says of the caller is then in clear.
pub(super) async fn open_caller(service: &Service, head: &mut Head) -> Result<Option<PayloadCipher>, ApiError> {
    let is_meant = service.payloads == PayloadForm::Encrypted && head.agent == Agent::Official;
    let Some(header) = head.authorization.as_deref().filter(|_| is_meant) else { return Ok(None) };
    let [scheme, user, token] = header.split_ascii_whitespace().collect::<Vec<_>>()[..] else { return Ok(None) };
    // An unknown user, one without a key and a token that cannot be opened are told apart by nobody.
    let key = service.gate.accounts().find_payload_key(user).await?;
    let cipher = key.and_then(|key| PayloadCipher::new(&key)).ok_or(AccessError::WrongCredentials)?;
    let token = cipher.open(token).ok_or(AccessError::WrongCredentials)?;
    head.authorization = Some(format!("{scheme} {user} {token}"));
    Ok(has_payload(&head.path).then_some(cipher))
}

/// Puts the values of the query in clear. That of a DELETE means nothing.
pub(super) fn open_query(head: &mut Head, cipher: &PayloadCipher) -> Result<(), ApiError> {
    if head.method == Method::Delete {
        head.query.clear();
        return Ok(());
    }
    let encoded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    let pairs = query_pairs(&head.query).ok_or(ApiError::MalformedQuery)?;
    let opened = pairs.iter().map(|(name, value)| {
        let value = cipher.open(value).ok_or(ApiError::MalformedQuery)?;
        Ok(format!("{}={}", encoded(name), encoded(&value)))
    });
    head.query = opened.collect::<Result<Vec<_>, ApiError>>()?.join("&");
    Ok(())
}

/// The body in clear.
pub(super) fn open_body(body: &[u8], cipher: &PayloadCipher) -> Result<Vec<u8>, ApiError> {
    let opened = std::str::from_utf8(body).ok().and_then(|text| cipher.open(text));
    let reason = || "the body is not encrypted with the caller's key".to_owned();
    opened.map(String::into_bytes).ok_or_else(|| ApiError::MalformedBody { reason: reason() })
}

/// The answer as only the caller can read it. Whose credentials are wrong has no key.
pub(super) fn seal(answer: Answer, cipher: &PayloadCipher) -> Result<Answer, ApiError> {
    if answer.status == StatusCode::UNAUTHORIZED {
        return Ok(answer);
    }
    let content = match answer.content {
        Content::Empty => Content::Empty,
        Content::Whole(type_, body) => {
            let mut stream = begin(cipher)?;
            let mut sealed = stream.part(&body);
            sealed.extend(stream.finish());
            Content::Whole(type_, sealed)
        }
        Content::Stream(type_, chunks) => Content::Stream(type_, seal_chunks(chunks, begin(cipher)?)),
    };
    // What is encrypted cannot be made smaller.
    Ok(Answer { content, ..answer }.with_header(header::CONTENT_ENCODING, "identity"))
}

fn begin(cipher: &PayloadCipher) -> Result<PayloadStream, ApiError> {
    cipher.begin().map_err(|error| {
        tracing::error!(%error, "an answer cannot be encrypted");
        ApiError::Broken
    })
}

fn has_payload(path: &str) -> bool {
    let route = Route::parse(path);
    !matches!(route, Route::Status | Route::Health(_) | Route::Metrics | Route::Docs(_) | Route::Document(_))
}

fn seal_chunks(chunks: Chunks, mut stream: PayloadStream) -> Chunks {
    let first = Bytes::from(stream.part(&chunks.first));
    let (sender, rest) = mpsc::channel(1);
    tokio::spawn(seal_rest(chunks.rest, stream, sender));
    Chunks { first, rest }
}

async fn seal_rest(
    mut chunks: mpsc::Receiver<Result<Bytes, Interrupted>>,
    mut stream: PayloadStream,
    sender: mpsc::Sender<Result<Bytes, Interrupted>>,
) {
    while let Some(chunk) = chunks.recv().await {
        let sealed = chunk.map(|chunk| Bytes::from(stream.part(&chunk)));
        let is_last = sealed.is_err();
        if sender.send(sealed).await.is_err() || is_last {
            return;
        }
    }
    // Nobody listens any more if the caller went away.
    let _ = sender.send(Ok(Bytes::from(stream.finish()))).await;
}
