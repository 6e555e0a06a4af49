//! What can be done with a resource at all, whoever asks: the methods of `405`'s `Allow` header.

use zimagi_spec::descriptor::{IdentifierDescriptor, ModelDescriptor, Operation, Presence, Writability};

use super::request::Method;
use super::route::Route;

/// The methods that mean something on a route; `model` is the one that the route names.
pub(super) fn methods(route: &Route, model: Option<&ModelDescriptor>) -> Vec<(Method, &'static str)> {
    let all: &[(Method, &str, Option<Operation>)] = match route {
        Route::List { .. } => &[
            (Method::Get, "GET", Some(Operation::List)),
            (Method::Head, "HEAD", Some(Operation::List)),
            (Method::Post, "POST", Some(Operation::Update)),
        ],
        Route::Record { .. } => &[
            (Method::Get, "GET", Some(Operation::Retrieve)),
            (Method::Head, "HEAD", Some(Operation::Retrieve)),
            (Method::Put, "PUT", Some(Operation::Update)),
            (Method::Patch, "PATCH", Some(Operation::Update)),
            (Method::Delete, "DELETE", Some(Operation::Destroy)),
        ],
        Route::Bulk { .. } => &[(Method::Post, "POST", Some(Operation::Update))],
        Route::Query { .. } => &[(Method::Post, "POST", Some(Operation::List))],
        Route::Json { .. } | Route::Ndjson { .. } | Route::Csv { .. } | Route::Summary { .. } => {
            &[(Method::Get, "GET", Some(Operation::List)), (Method::Head, "HEAD", Some(Operation::List))]
        }
        Route::Status
        | Route::Health(_)
        | Route::Metrics
        | Route::Docs(_)
        | Route::Document(_)
        | Route::WithoutSlash
        | Route::Nothing => &[(Method::Get, "GET", None), (Method::Head, "HEAD", None)],
    };
    let is_offered = |operation: &Option<Operation>| match (operation, model) {
        (Some(operation), Some(model)) => offers(model, *operation),
        (Some(operation), None) => matches!(operation, Operation::List | Operation::Retrieve),
        (None, _) => true,
    };
    let offered = all.iter().filter(|(_, _, operation)| is_offered(operation));
    offered.map(|(method, name, _)| (*method, *name)).collect()
}

/// Whether an operation exists for anybody: specs take some away (`disable_ops`), and records that only the runtime makes are
/// only read.
pub(super) fn offers(model: &ModelDescriptor, operation: Operation) -> bool {
    let is_reading = matches!(operation, Operation::List | Operation::Retrieve);
    !model.disabled.contains(&operation) && (is_reading || !is_made_by_runtime_only(model))
}

/// Whether a record needs a value that only the runtime sets: then callers can make none, and change none.
fn is_made_by_runtime_only(model: &ModelDescriptor) -> bool {
    let is_digest = |name: &str| !matches!(model.identifier, IdentifierDescriptor::Field(_)) && name == "id";
    let is_pointer = |name: &str| model.extends == Some(name);
    let is_made = |name: &str| is_digest(name) || is_pointer(name);
    model.fields.iter().any(|field| {
        field.writability == Writability::System && field.presence == Presence::Required && !is_made(field.name)
    })
}
