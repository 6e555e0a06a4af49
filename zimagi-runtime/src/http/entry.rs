//! The one handler: takes a request from the arbiter to where its work is done, and its answer back.

use std::sync::Arc;
use std::time::{Duration, Instant};

use actix_web::http::StatusCode;
use actix_web::web::{Data, Payload};
use actix_web::{HttpRequest, HttpResponse};
use tracing::Instrument as _;

use super::act::{act, act_with_body};
use super::admit::{Admitted, admit};
use super::answer::Answer;
use super::error::ApiError;
use super::request::{Head, Method};
use super::request_id::{REQUEST_ID, request_id};
use super::route::Route;
use super::service::{PayloadForm, Service};
use super::status::refusal;
use super::workplace::{Panicked, Workplace};
use super::{body, sealed};
use crate::crypto::PayloadCipher;

/// The most bytes of all header fields together.
const HEADER_BYTES_MAX: usize = 32 * 1024;

pub(super) async fn handle(request: HttpRequest, payload: Payload, service: Data<Service>) -> HttpResponse {
    let service = service.into_inner();
    let is_head = request.method() == actix_web::http::Method::HEAD;
    let began = Instant::now();
    let id = request_id(&request);
    let span = tracing::info_span!("request", id);
    let answered = async {
        let answer = answer(&request, payload, &service, &id).await.unwrap_or_else(|error| refusal(&error, &id));
        note(&service, &request, answer.status, began.elapsed());
        answer.with_header(REQUEST_ID, &id)
    };
    let answer = answered.instrument(span).await;
    let answer = if is_head { answer.without_body() } else { answer };
    answer.into_response()
}

fn note(service: &Service, request: &HttpRequest, status: StatusCode, duration: Duration) {
    let method = Method::of(request.method());
    service.metrics.count(Route::parse(request.path()).label(), method.word(), status, duration);
    tracing::debug!(
        method = %request.method(),
        path = request.path(),
        status = status.as_u16(),
        milliseconds = duration.as_secs_f64() * 1000.0,
        "answered"
    );
}

async fn answer(request: &HttpRequest, payload: Payload, service: &Arc<Service>, id: &str) -> Result<Answer, ApiError> {
    require_short(request)?;
    let mut head = Head::of(request, service.public_url.as_deref());
    if service.payloads == PayloadForm::Clear {
        return serve(head, payload, service, None).await;
    }
    let opening = Arc::clone(service);
    let opened = async move { sealed::open_caller(&opening, &mut head).await.map(|cipher| (head, cipher)) };
    let (head, cipher) = on_runtime(service, opened).await?;
    match cipher {
        None => serve(head, payload, service, None).await,
        Some(cipher) => serve_sealed(head, payload, service, &cipher, id).await,
    }
}

/// Also a refusal is for the caller's eyes only.
async fn serve_sealed(
    mut head: Head,
    payload: Payload,
    service: &Arc<Service>,
    cipher: &PayloadCipher,
    id: &str,
) -> Result<Answer, ApiError> {
    let served = match sealed::open_query(&mut head, cipher) {
        Ok(()) => serve(head, payload, service, Some(cipher)).await,
        Err(error) => Err(error),
    };
    sealed::seal(served.unwrap_or_else(|error| refusal(&error, id)), cipher)
}

async fn serve(
    head: Head,
    payload: Payload,
    service: &Arc<Service>,
    cipher: Option<&PayloadCipher>,
) -> Result<Answer, ApiError> {
    if head.method.has_body() {
        return serve_with_body(head, payload, Arc::clone(service), cipher).await;
    }
    let acting = Arc::clone(service);
    match &service.workplace {
        Workplace::Threads(threads) => {
            let (head, admitted) = settle(threads.run_brief(admitted(acting, head).in_current_span()).await)?;
            let (acting, is_brief) = (Arc::clone(service), is_brief(service, &head, &admitted));
            let served = async move { act(&acting, &head, admitted).await }.in_current_span();
            settle(if is_brief { threads.run_brief(served).await } else { service.workplace.run(served).await })
        }
        Workplace::Tasks(_) => {
            let served = async move {
                let admitted = admit(&acting, &head).await?;
                act(&acting, &head, admitted).await
            };
            on_runtime(service, served).await
        }
    }
}

/// A body is read by the arbiter, and only after the request was admitted.
async fn serve_with_body(
    head: Head,
    payload: Payload,
    service: Arc<Service>,
    cipher: Option<&PayloadCipher>,
) -> Result<Answer, ApiError> {
    let admitting = admitted(Arc::clone(&service), head).in_current_span();
    let (head, admitted) = settle(match &service.workplace {
        Workplace::Threads(threads) => threads.run_brief(admitting).await,
        Workplace::Tasks(_) => service.workplace.run(admitting).await,
    })?;
    body::require_json(head.content_type.as_deref())?;
    let body = body::read(payload, service.limits.body_bytes_max).await?;
    let body = match cipher {
        Some(cipher) => sealed::open_body(&body, cipher)?,
        None => body,
    };
    let acting = Arc::clone(&service);
    on_runtime(&service, async move { act_with_body(&acting, &head, admitted, &body).await }).await
}

async fn admitted(service: Arc<Service>, head: Head) -> Result<(Head, Admitted), ApiError> {
    let admitted = admit(&service, &head).await?;
    Ok((head, admitted))
}

/// Whether a request takes no more than some look-ups by key.
fn is_brief(service: &Service, head: &Head, admitted: &Admitted) -> bool {
    match &admitted.route {
        Route::Record { type_, .. } => {
            head.method == Method::Get && admitted.pairs.is_empty() && service.engine.is_looked_up(type_)
        }
        _ => false,
    }
}

async fn on_runtime<T: Send + 'static>(
    service: &Service,
    work: impl Future<Output = Result<T, ApiError>> + Send + 'static,
) -> Result<T, ApiError> {
    settle(service.workplace.run(work.in_current_span()).await)
}

fn settle<T>(done: Result<Result<T, ApiError>, Panicked>) -> Result<T, ApiError> {
    done.unwrap_or_else(|_| {
        tracing::error!("a request panicked");
        Err(ApiError::Broken)
    })
}

fn require_short(request: &HttpRequest) -> Result<(), ApiError> {
    let bytes: usize = request.headers().iter().map(|(name, value)| name.as_str().len() + value.len()).sum();
    if bytes > HEADER_BYTES_MAX { Err(ApiError::HeadersTooLong) } else { Ok(()) }
}
