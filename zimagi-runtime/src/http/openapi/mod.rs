//! The OpenAPI document: what one caller may see and do, told from descriptors and the caller's permit.
//!
//! It asks the permit for every model, field and relation, so that nothing is named that the caller may not see.

mod operation;
mod schema;
mod served;

use serde_json::{Map, Value as Json, json};

use crate::data::View;
use crate::data::catalogue::Field;
use served::ServedType;

/// The application as the document's head names it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct About {
    pub name: &'static str,
    pub version: &'static str,
}

/// The document.
pub(super) fn document(about: About, base_url: &str, view: View<'_>) -> Json {
    let mut paths = operation::fixed_paths();
    let mut schemas = schema::fixed_schemas();
    let mut data = Map::new();
    for type_ in ServedType::all(view) {
        paths.extend(operation::paths(&type_));
        schemas.extend(schema::schemas(&type_));
        data.insert(type_.name().to_owned(), summary(&type_));
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": about.name,
            "version": about.version,
            "description": format!("The data API of {}, as far as the caller may see it.", about.name),
        },
        "servers": [{"url": base_url}],
        "security": [{}, {"token": []}, {"bearer": []}],
        "paths": paths,
        "components": {"schemas": schemas, "securitySchemes": security_schemes()},
        "x-data": data,
    })
}

/// What clients need to know of a type before they ask for it.
fn summary(type_: &ServedType<'_>) -> Json {
    let scope = type_.fields().map(Field::name).filter(|name| type_.model.descriptor.scope.contains(name));
    let relations = type_.relations().map(|(field, target)| (field.name().to_owned(), Json::from(target.name())));
    let links = type_.links().map(|(link, target)| (link.name().to_owned(), Json::from(target.name())));
    let reverse = type_.reverse().map(|(reverse, model)| (reverse.name.to_owned(), Json::from(model.name())));
    json!({
        "id": type_.model.identifier().name(),
        "key": type_.key_name(),
        "scope": scope.collect::<Vec<_>>(),
        "relations": relations.chain(links).collect::<Map<_, _>>(),
        "reverse": reverse.collect::<Map<_, _>>(),
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
