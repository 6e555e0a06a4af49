//! What can be done with a resource at all, whoever asks: the methods of `405`'s `Allow` header.

use zimagi_spec::descriptor::{IdentifierDescriptor, ModelDescriptor, Presence, Writability};

use super::request::Method;
use super::route::Route;

/// The methods that mean something on a route; `model` is the one that the route names.
pub(super) fn methods(route: &Route, model: Option<&ModelDescriptor>) -> &'static [(Method, &'static str)] {
    const READ: &[(Method, &str)] = &[(Method::Get, "GET"), (Method::Head, "HEAD")];
    const LIST: &[(Method, &str)] = &[(Method::Get, "GET"), (Method::Head, "HEAD"), (Method::Post, "POST")];
    const RECORD: &[(Method, &str)] =
        &[(Method::Get, "GET"), (Method::Head, "HEAD"), (Method::Put, "PUT"), (Method::Delete, "DELETE")];
    let is_writable = model.is_some_and(|model| !is_made_by_runtime_only(model));
    match route {
        Route::List { .. } if is_writable => LIST,
        Route::Record { .. } if is_writable => RECORD,
        _ => READ,
    }
}

/// Whether a record needs a value that only the runtime sets: then callers can make none, and change none.
pub(super) fn is_made_by_runtime_only(model: &ModelDescriptor) -> bool {
    let is_digest = |name: &str| !matches!(model.identifier, IdentifierDescriptor::Field(_)) && name == "id";
    let is_pointer = |name: &str| model.extends == Some(name);
    let is_made = |name: &str| is_digest(name) || is_pointer(name);
    model.fields.iter().any(|field| {
        field.writability == Writability::System && field.presence == Presence::Required && !is_made(field.name)
    })
}
