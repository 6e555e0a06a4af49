//! The decisions that come before parameters and bodies, in the order in which nothing is told too early: who asks, whether
//! the type exists for the caller, whether the method means something, whether the caller may write.

use std::sync::Arc;

use zimagi_spec::descriptor::ModelDescriptor;

use super::error::ApiError;
use super::request::{Head, Method};
use super::resource;
use super::route::Route;
use super::service::Service;
use super::target::query_pairs;
use crate::access::{AccessError, Caller};
use crate::data::View;
use crate::permit::{Access, Permit};

/// A request that may go on.
#[derive(Debug)]
pub(super) struct Admitted {
    pub caller: Caller,
    pub permit: Arc<Permit>,
    pub route: Route,
    /// The query's names and values.
    pub pairs: Vec<(String, String)>,
}

/// Longer queries are refused before they are read.
const QUERY_BYTES_MAX: usize = 16 * 1024;

pub(super) async fn admit(service: &Service, head: &Head) -> Result<Admitted, ApiError> {
    let route = Route::parse(&head.path);
    if matches!(route, Route::Status | Route::Health(_) | Route::Docs(_)) {
        require_method(&route, head.method, None)?;
        return Ok(Admitted {
            caller: Caller::anonymous(),
            permit: service.permit(&Caller::anonymous()),
            route,
            pairs: Vec::new(),
        });
    }
    let caller = service.authenticate(head).await?;
    let permit = service.permit(&caller);
    decide(service, head, &route, &caller, &permit)?;
    let pairs = read_query(&head.query)?;
    Ok(Admitted { caller, permit, route, pairs })
}

fn decide(service: &Service, head: &Head, route: &Route, caller: &Caller, permit: &Permit) -> Result<(), ApiError> {
    match route {
        Route::Status | Route::Health(_) | Route::Metrics | Route::Docs(_) | Route::Document(_) => {
            require_method(route, head.method, None)
        }
        Route::WithoutSlash => Err(ApiError::SlashMissing { location: with_slash(head) }),
        Route::Nothing => Err(absent(caller)),
        Route::List { type_ }
        | Route::Bulk { type_ }
        | Route::Json { type_ }
        | Route::Ndjson { type_ }
        | Route::Csv { type_ }
        | Route::Summary { type_, .. }
        | Route::Query { type_ }
        | Route::Record { type_, .. } => {
            let view = View::new(service.catalogue(), permit);
            let model = view.find_model(type_).filter(|model| model.descriptor.is_served);
            let Some(model) = model else { return Err(absent(caller)) };
            require_method(route, head.method, Some(model.descriptor))?;
            require_right(route.is_read_by(head.method), caller, view.access(model))
        }
    }
}

/// What does not exist for someone without credentials may exist for others: so they are asked for, whatever it is.
pub(super) fn absent(caller: &Caller) -> ApiError {
    if caller.is_anonymous() { AccessError::NoCredentials.into() } else { ApiError::NotFound }
}

fn require_method(route: &Route, method: Method, model: Option<&ModelDescriptor>) -> Result<(), ApiError> {
    let methods = resource::methods(route, model);
    if methods.iter().any(|(allowed, _)| *allowed == method) {
        return Ok(());
    }
    let names: Vec<&str> = methods.iter().map(|(_, name)| *name).collect();
    Err(ApiError::MethodNotAllowed { allowed: names.join(", ") })
}

fn require_right(is_reading: bool, caller: &Caller, access: Access) -> Result<(), ApiError> {
    if is_reading || access == Access::Edit {
        return Ok(());
    }
    Err(if caller.is_anonymous() { AccessError::NoCredentials.into() } else { ApiError::Forbidden })
}

fn read_query(query: &str) -> Result<Vec<(String, String)>, ApiError> {
    if query.len() > QUERY_BYTES_MAX {
        return Err(ApiError::QueryTooLong);
    }
    query_pairs(query).ok_or(ApiError::MalformedQuery)
}

fn with_slash(head: &Head) -> String {
    let query = if head.query.is_empty() { String::new() } else { format!("?{}", head.query) };
    format!("{}/{query}", head.path)
}
