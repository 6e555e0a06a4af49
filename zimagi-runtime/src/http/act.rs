//! What each route does once the request is admitted. Who may is decided before; how is the data engine's affair.

use actix_web::http::StatusCode;
use actix_web::http::header;

use super::admit::Admitted;
use super::answer::Answer;
use super::error::ApiError;
use super::request::{Head, Method};
use super::route::Route;
use super::service::Service;
use super::target::query_for_turn;
use super::{body, docs, document, export, literal, summary};
use crate::access::Caller;
use crate::data::{Address, ExportFormat, FilterText, ListPage, Origin, Query, Turn};

/// Answers a request without a body.
pub(super) async fn act(service: &Service, head: &Head, admitted: Admitted) -> Result<Answer, ApiError> {
    let Admitted { caller, permit, route, pairs } = admitted;
    let engine = &service.engine;
    match (route, head.method) {
        (Route::Status, _) => service.health.status(&service.gate).await,
        (Route::Health(probe), _) => service.health.probe(&service.gate, probe).await,
        (Route::Metrics, _) => service.metrics.answer(&caller),
        (Route::Docs(file), _) => docs::answer(file),
        (Route::Document(document), _) => document::answer(service, head, &caller, &permit, &document),
        (Route::Record { type_, address }, Method::Delete) => {
            let within = within(pairs);
            engine.delete(&permit, &origin(&caller, head), &type_, Address { text: &address, within: &within }).await?;
            Ok(Answer::empty(StatusCode::NO_CONTENT))
        }
        (Route::Record { type_, address }, _) => {
            let within = within(pairs);
            let address = Address { text: &address, within: &within };
            let record = engine.get(&permit, &type_, address, &head.base_url).await?;
            Ok(Answer::json(StatusCode::OK, record))
        }
        (Route::List { type_ }, _) => {
            let query = Query::from_pairs(pairs);
            let page = engine.list(&permit, &type_, &query, &head.base_url).await?;
            Ok(Answer::json(StatusCode::OK, envelope(head, &page)))
        }
        (Route::Json { type_ }, _) => export::answer(service, permit, type_, ExportFormat::Json, pairs).await,
        (Route::Csv { type_ }, _) => {
            let answer = export::answer(service, permit, type_, ExportFormat::Csv, pairs).await?;
            Ok(literal::for_agent(answer, head.agent))
        }
        (Route::Summary { type_, summary }, _) => summary::answer(engine, &permit, &type_, &summary, pairs).await,
        (Route::WithoutSlash | Route::Nothing, _) => Err(ApiError::NotFound),
    }
}

/// Answers a request with a body.
pub(super) async fn act_with_body(
    service: &Service,
    head: &Head,
    admitted: Admitted,
    bytes: &[u8],
) -> Result<Answer, ApiError> {
    let values = body::parse_object(bytes)?;
    let origin = origin(&admitted.caller, head);
    let permit = &admitted.permit;
    match admitted.route {
        Route::List { type_ } => {
            let written = service.engine.create(permit, &origin, &type_, values, &head.base_url).await?;
            Ok(Answer::json(StatusCode::CREATED, written.record).with_header(header::LOCATION, &written.url))
        }
        Route::Record { type_, address } => {
            let within = within(admitted.pairs);
            let address = Address { text: &address, within: &within };
            let written = service.engine.update(permit, &origin, &type_, address, values, &head.base_url).await?;
            Ok(Answer::json(StatusCode::OK, written.record))
        }
        Route::Status
        | Route::Health(_)
        | Route::Metrics
        | Route::Docs(_)
        | Route::Document(_)
        | Route::Json { .. }
        | Route::Csv { .. }
        | Route::Summary { .. }
        | Route::WithoutSlash
        | Route::Nothing => Err(ApiError::NotFound),
    }
}

/// Parameters of a request for one record tell records with the same key apart. The official client sends the text `{}` with
/// a DELETE; it means nothing.
fn within(pairs: Vec<(String, String)>) -> Vec<FilterText> {
    let filters = pairs.into_iter().filter(|(name, _)| name != "{}");
    filters.map(|(name, value)| FilterText { name, value }).collect()
}

fn origin(caller: &Caller, head: &Head) -> Origin {
    Origin { user: caller.user_name().to_owned(), from: head.peer.clone().unwrap_or_default() }
}

/// `{"count": …, "next": …, "previous": …, "results": […]}`
fn envelope(head: &Head, page: &ListPage) -> Vec<u8> {
    let url = |turn: &Option<Turn>| serde_json::Value::from(turn.as_ref().map(|turn| page_url(head, turn)));
    let (next, previous) = (url(&page.next), url(&page.previous));
    let count = serde_json::Value::from(page.total);
    let start = format!("{{\"count\":{count},\"next\":{next},\"previous\":{previous},\"results\":");
    let mut body = start.into_bytes();
    body.extend_from_slice(&page.items);
    body.push(b'}');
    body
}

fn page_url(head: &Head, turn: &Turn) -> String {
    let query = query_for_turn(&head.query, turn);
    let mark = if query.is_empty() { "" } else { "?" };
    format!("{}{}{mark}{query}", head.base_url, head.path)
}
