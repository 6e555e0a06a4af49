//! The OpenAPI document: what one caller may see and do, told from descriptors and the caller's permit.
//!
//! It asks the permit for every model, field and relation, so that nothing is named that the caller may not see. There are two
//! forms: the whole document, and the one that the official client reads, in which each path is a document of its own.

mod aggregate;
mod bulk;
mod filter;
mod fixed;
mod operation;
mod parameter;
mod question;
mod reference;
mod response;
mod schema;
mod served;
mod summary;

use serde_json::{Map, Value as Json, json};

use crate::data::View;

pub(super) use reference::{path_item, referenced};
use served::ServedType;

/// The application as the document's head names it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct About {
    pub name: &'static str,
    pub version: &'static str,
}

/// What a document is told for, beside the caller's permit.
#[derive(Debug, Clone, Copy)]
pub(super) struct Occasion<'a> {
    pub(super) about: About,
    pub(super) base_url: &'a str,
    /// Whether `/metrics` exists for the caller.
    pub(super) shows_metrics: bool,
    /// How many records one call may write.
    pub(super) bulk_records_max: usize,
}

/// The document.
pub(super) fn document(occasion: Occasion<'_>, view: View<'_>) -> Json {
    let Occasion { about, base_url, .. } = occasion;
    let types = ServedType::all(view);
    let data = types.iter().map(|type_| (type_.name().to_owned(), summary::summary(type_)));
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": about.name,
            "version": about.version,
            "description": format!("The data API of {}, as far as the caller may see it.", about.name),
        },
        "servers": [{"url": base_url}],
        "security": [{}, {"token": []}, {"bearer": []}],
        "paths": paths(&types, occasion),
        "components": components(&types),
        "x-data": data.collect::<Map<_, _>>(),
    })
}

fn paths(types: &[ServedType<'_>], occasion: Occasion<'_>) -> Map<String, Json> {
    let mut paths = fixed::paths(occasion.shows_metrics);
    paths.extend(types.iter().flat_map(|type_| operation::paths(type_, occasion)));
    paths
}

fn components(types: &[ServedType<'_>]) -> Json {
    let mut schemas = schema::fixed_schemas();
    schemas.extend(types.iter().flat_map(schema::schemas));
    let mut parameters = parameter::fixed_parameters();
    parameters.extend(types.iter().flat_map(parameter::parameters));
    json!({
        "schemas": schemas,
        "parameters": parameters,
        "responses": response::shared(),
        "securitySchemes": security_schemes(),
    })
}

fn security_schemes() -> Json {
    json!({
        "token": {
            "type": "apiKey",
            "in": "header",
            "name": "Authorization",
            "description": "`Token <user_name> <token>`",
        },
        "bearer": {"type": "http", "scheme": "bearer", "description": "`Bearer <token>`"},
    })
}
