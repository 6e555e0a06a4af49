//! The form of the document that the official client reads: a root whose paths are references, and a document for each path.
//!
//! The client fetches each reference as it stands, and puts what it gets into the root if it is asked for everything.

use std::collections::BTreeSet;

use serde_json::{Map, Value as Json, json};

use super::served::ServedType;
use super::{Occasion, components, document, fixed, operation, summary};
use crate::data::View;

/// The root: `/`.
pub(in crate::http) fn referenced(occasion: Occasion<'_>, view: View<'_>) -> Json {
    let (mut document, base_url) = (document(occasion, view), occasion.base_url);
    if let Some(Json::Object(paths)) = document.get_mut("paths") {
        // The root is what is being read.
        paths.shift_remove("/");
        for (path, item) in paths {
            *item = json!({"$ref": format!("{base_url}/schema/{}/", without_braces(path))});
        }
    }
    document
}

/// The document of one path, as it is written without braces: `/schema/<path>/`. `None` if there is no such path for the caller.
pub(in crate::http) fn path_item(path: &str, occasion: Occasion<'_>, view: View<'_>) -> Option<Json> {
    let type_name = path.split('/').next().unwrap_or_default();
    let types: Vec<_> = ServedType::all(view).into_iter().filter(|type_| type_.name() == type_name).collect();
    let paths =
        types.iter().flat_map(|type_| operation::paths(type_, occasion)).chain(fixed::paths(occasion.shows_metrics));
    let mut item = paths.into_iter().find(|(own, _)| without_braces(own) == path)?.1;
    let all = components(&ServedType::all(view));
    item["x-components"] = used(&item, &all);
    item["x-data"] = types.iter().map(|type_| (type_.name().to_owned(), summary::summary(type_))).collect();
    item["x-parent"] = json!({"$ref": format!("{}/", occasion.base_url)});
    Some(item)
}

fn without_braces(path: &str) -> String {
    path.trim_matches('/').replace(['{', '}'], "")
}

/// The components that a path refers to, and those that these refer to.
fn used(item: &Json, components: &Json) -> Json {
    let mut names = BTreeSet::new();
    gather(item, components, &mut names);
    let mut used: Map<String, Json> = Map::new();
    for (kind, name) in names {
        let family = used.entry(kind.clone()).or_insert_with(|| json!({}));
        family[&name] = components[&kind][&name].clone();
    }
    Json::Object(used)
}

fn gather(json: &Json, components: &Json, names: &mut BTreeSet<(String, String)>) {
    match json {
        Json::Object(members) => {
            if let Some((kind, name)) = members.get("$ref").and_then(Json::as_str).and_then(component_name)
                && names.insert((kind.to_owned(), name.to_owned()))
            {
                gather(&components[kind][name], components, names);
            }
            members.values().for_each(|value| gather(value, components, names));
        }
        Json::Array(items) => items.iter().for_each(|item| gather(item, components, names)),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {}
    }
}

fn component_name(reference: &str) -> Option<(&str, &str)> {
    reference.strip_prefix("#/components/")?.split_once('/')
}
