//! What each route does once the request is admitted. Who may is decided before; how is the data engine's affair.

use actix_web::http::StatusCode;
use actix_web::http::header;

use super::admit::Admitted;
use super::answer::Answer;
use super::condition::{tagged, with_ending};
use super::error::ApiError;
use super::request::{Head, Method};
use super::route::Route;
use super::service::Service;
use super::target::query_for_turn;
use super::{body, bulk, docs, document, export, literal, summary};
use crate::access::Caller;
use crate::data::{
    Address, AskedFilter, DataError, ExportFormat, Extent, ListPage, Origin, Query, QueryMistake, Terms, Turn,
};
use crate::permit::Permit;

/// Answers a request without a body.
pub(super) async fn act(service: &Service, head: &Head, admitted: Admitted) -> Result<Answer, ApiError> {
    match &admitted.route {
        Route::Status => service.health.status(&service.gate, service.payloads).await,
        Route::Health(probe) => service.health.probe(&service.gate, *probe).await,
        Route::Metrics => service.metrics.answer(&admitted.caller),
        _ => Ok(tagged(head, answer(service, head, admitted).await?)),
    }
}

async fn answer(service: &Service, head: &Head, admitted: Admitted) -> Result<Answer, ApiError> {
    let Admitted { caller, permit, route, pairs } = admitted;
    let engine = &service.engine;
    match (route, head.method) {
        (Route::Docs(file), _) => docs::answer(file),
        (Route::Document(document), _) => document::answer(service, head, &caller, &permit, &document),
        (Route::Record { type_, address }, Method::Delete) => {
            let (origin, within) = (origin(&caller, head), within(pairs));
            let terms = terms(&permit, &origin, head);
            let ending = terms.ending;
            engine.delete(terms, &type_, Address { text: &address, within: &within }).await?;
            Ok(with_ending(Answer::empty(StatusCode::NO_CONTENT), ending))
        }
        (Route::Record { type_, address }, _) => {
            let (fields, pairs): (Vec<_>, Vec<_>) = pairs.into_iter().partition(|(name, _)| name == FIELDS);
            let within = within(pairs);
            let address = Address { text: &address, within: &within };
            let record = match fields.last() {
                Some((_, fields)) => engine.get_selected(&permit, &type_, (address, fields), &head.base_url).await?,
                None => engine.get(&permit, &type_, address, &head.base_url).await?,
            };
            Ok(Answer::json(StatusCode::OK, record))
        }
        (Route::List { type_ }, _) => {
            let query = Query::from_pairs(pairs);
            let page = engine.list(&permit, &type_, &query, &head.base_url).await?;
            Ok(Answer::json(StatusCode::OK, envelope(head, &page)))
        }
        (Route::Json { type_ }, _) => export::answer(service, permit, type_, ExportFormat::Json, pairs).await,
        (Route::Ndjson { type_ }, _) => export::answer(service, permit, type_, ExportFormat::Ndjson, pairs).await,
        (Route::Csv { type_ }, _) => {
            let answer = export::answer(service, permit, type_, ExportFormat::Csv, pairs).await?;
            Ok(literal::for_agent(answer, head.agent))
        }
        (Route::Summary { type_, summary }, _) => summary::answer(engine, &permit, &type_, &summary, pairs).await,
        (
            Route::Status
            | Route::Health(_)
            | Route::Metrics
            | Route::Bulk { .. }
            | Route::Query { .. }
            | Route::WithoutSlash
            | Route::Nothing,
            _,
        ) => Err(ApiError::NotFound),
    }
}

/// Answers a request with a body.
pub(super) async fn act_with_body(
    service: &Service,
    head: &Head,
    admitted: Admitted,
    bytes: &[u8],
) -> Result<Answer, ApiError> {
    let Admitted { caller, permit, route, mut pairs } = admitted;
    let values = body::parse_object(bytes)?;
    let origin = origin(&caller, head);
    let terms = terms(&permit, &origin, head);
    let ending = terms.ending;
    let answer = match route {
        Route::List { type_ } => {
            let written = service.engine.create(terms, &type_, values).await?;
            Answer::json(StatusCode::CREATED, written.record).with_header(header::LOCATION, &written.url)
        }
        Route::Record { type_, address } => {
            let terms = Terms { extent: take_extent(head.method, &mut pairs)?, ..terms };
            let within = within(pairs);
            let address = Address { text: &address, within: &within };
            let written = service.engine.update(terms, &type_, address, values).await?;
            Answer::json(StatusCode::OK, written.record)
        }
        Route::Bulk { type_ } => {
            let report = bulk::write(service, terms, &type_, values).await?;
            return Ok(with_ending(Answer::json(StatusCode::OK, report.to_string().into_bytes()), ending));
        }
        Route::Query { type_ } => {
            let query = Query::from_body(pairs, values).map_err(DataError::Query)?;
            let page = service.engine.list(&permit, &type_, &query, &head.base_url).await?;
            return Ok(Answer::json(StatusCode::OK, envelope(head, &page)));
        }
        Route::Status
        | Route::Health(_)
        | Route::Metrics
        | Route::Docs(_)
        | Route::Document(_)
        | Route::Json { .. }
        | Route::Ndjson { .. }
        | Route::Csv { .. }
        | Route::Summary { .. }
        | Route::WithoutSlash
        | Route::Nothing => return Err(ApiError::NotFound),
    };
    Ok(with_ending(tagged(head, answer), ending))
}

fn terms<'a>(permit: &'a Permit, origin: &'a Origin, head: &'a Head) -> Terms<'a> {
    let (expected, ending) = (head.conditions.expected(), head.conditions.ending());
    Terms { expected, ending, ..Terms::new(permit, origin, &head.base_url) }
}

/// Takes the parameter out by which a PUT says that the record is given whole.
fn take_extent(method: Method, pairs: &mut Vec<(String, String)>) -> Result<Extent, ApiError> {
    if method != Method::Put {
        return Ok(Extent::Given);
    }
    let mut extent = Extent::Given;
    for (name, value) in pairs.extract_if(.., |(name, _)| name == REPLACE) {
        extent = match value.as_str() {
            "true" => Extent::Whole,
            "false" => Extent::Given,
            _ => return Err(DataError::Query(vec![QueryMistake::wrong_value(name, "`true` or `false`")]).into()),
        };
    }
    Ok(extent)
}

const REPLACE: &str = "replace";
const FIELDS: &str = "fields";

/// Parameters of a request for one record tell records with the same key apart. The official client sends the text `{}` with
/// a DELETE; it means nothing.
fn within(pairs: Vec<(String, String)>) -> Vec<AskedFilter> {
    let filters = pairs.into_iter().filter(|(name, _)| name != "{}");
    filters.map(|(name, value)| AskedFilter::parameter(name, value)).collect()
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
