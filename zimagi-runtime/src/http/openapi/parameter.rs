//! Parameters of requests. Those of a type are components, since its list and its exports share them.

use serde_json::{Map, Value as Json, json};
use zimagi_spec::descriptor::Operation;

use super::filter::filters;
use super::schema::{type_name, without_null_characters};
use super::served::ServedType;
use crate::data::catalogue::Field;
use crate::data::question::search::LENGTH_MAX;
use crate::data::{PAGE_MAX, PAGE_SIZE, PAGE_SIZE_MAX, has_order};

/// The parameters that types share.
pub(super) fn fixed_parameters() -> Map<String, Json> {
    let number = json!({"type": "integer", "minimum": 1, "maximum": u64::MAX});
    let count = json!({"type": "integer", "minimum": 1, "maximum": PAGE_SIZE_MAX, "default": PAGE_SIZE});
    let page =
        json!({"anyOf": [{"type": "integer", "minimum": 1, "maximum": PAGE_MAX}, {"const": "last"}], "default": 1});
    let search = without_null_characters(json!({"type": "string", "maxLength": LENGTH_MAX}));
    let parameters = [
        ("q", query("q", "Words, each of which is found, ignoring case, in some text of the record.", search)),
        ("page", query("page", "The page, from 1; `last` is the last one.", page)),
        ("count", query("count", "How many records a page has.", count)),
        ("limit", query("limit", "The most rows.", number)),
        (
            "cursor",
            query(
                "cursor",
                "Where the page begins, from `next` or `previous`; empty for the first one.",
                json!({"type": "string"}),
            ),
        ),
        (
            "total",
            query(
                "total",
                "Whether all records are counted.",
                json!({"enum": ["exact", "estimate", "none"], "default": "exact"}),
            ),
        ),
    ];
    parameters.into_iter().map(|(name, parameter)| (name.to_owned(), parameter)).collect()
}

/// The parameters of one type, by their names as components.
pub(super) fn parameters(type_: &ServedType<'_>) -> Map<String, Json> {
    let mut parameters = Map::new();
    if type_.offers(Operation::List) || type_.offers(Operation::Retrieve) {
        parameters.insert(format!("{}.{SHOWN}", type_name(type_.model)), shown(type_));
    }
    if type_.offers(Operation::List) {
        let own = filters(type_).into_iter().map(|told| told.parameter()).chain([ordering(type_), fields(type_)]);
        parameters.extend(own.map(|parameter| (component_name(type_, &parameter), parameter)));
    }
    parameters
}

/// The component with the `fields` of lists and records, which are more than those of exports.
const SHOWN: &str = "shown";

/// A reference to the `fields` of lists and records.
pub(super) fn of_record(type_: &ServedType<'_>) -> Json {
    json!({"$ref": format!("#/components/parameters/{}.{SHOWN}", type_name(type_.model))})
}

/// References to the filters of a type, its ordering, and those of the shared parameters and `fields` that are named.
pub(super) fn of_list(type_: &ServedType<'_>, more: &[&str]) -> Vec<Json> {
    let mut parameters = of_filters(type_, more);
    parameters.push(json!({"$ref": format!("#/components/parameters/{}.ordering", type_name(type_.model))}));
    parameters
}

/// References to the filters of a type, and those of the shared parameters and `fields` that are named.
pub(super) fn of_filters(type_: &ServedType<'_>, more: &[&str]) -> Vec<Json> {
    let own = filters(type_).into_iter();
    let mut names: Vec<_> = own.map(|told| format!("{}.{}", type_name(type_.model), told.name)).collect();
    names.push("q".to_owned());
    names.extend(more.iter().map(|name| match *name {
        "fields" => format!("{}.fields", type_name(type_.model)),
        shared => shared.to_owned(),
    }));
    names.iter().map(|name| json!({"$ref": format!("#/components/parameters/{name}")})).collect()
}

/// The record that a path means.
pub(super) fn address(type_: &ServedType<'_>) -> Json {
    let (identifier, key) = (type_.model.identifier().name(), type_.key_name());
    let what = if identifier == key { format!("`{key}`") } else { format!("`{identifier}` or `{key}`") };
    json!({
        "name": "address",
        "in": "path",
        "required": true,
        "description": format!("The record's {what}."),
        "schema": {"type": "string", "minLength": 1},
    })
}

/// A parameter of the query.
pub(super) fn query(name: &str, description: &str, schema: Json) -> Json {
    let mut parameter = json!({"name": name, "in": "query", "required": false, "schema": schema});
    if !description.is_empty() {
        parameter["description"] = Json::from(description);
    }
    parameter
}

fn component_name(type_: &ServedType<'_>, parameter: &Json) -> String {
    format!("{}.{}", type_name(type_.model), parameter["name"].as_str().unwrap_or_default())
}

fn ordering(type_: &ServedType<'_>) -> Json {
    let paths = ordered(type_);
    let terms = paths.iter().flat_map(|path| [path.clone(), format!("-{path}")]);
    let description = "A leading `-` means largest first. Paths may lead over more to-one relations than these.";
    list("ordering", description, terms.collect())
}

fn fields(type_: &ServedType<'_>) -> Json {
    let description = "All own fields if it is not given. Paths may lead over more to-one relations than these.";
    list("fields", description, near_paths(type_, |_| true))
}

/// What may be shown of a record: the paths of exports, records whole, and those that are many for each.
fn shown(type_: &ServedType<'_>) -> Json {
    let description = "What is shown of each record, all that is said in its schema if it is not given. Paths may lead further than \
        these; `name=path` gives a name, `name=path:count` says what is made of many values, `relation.*` means all fields there.";
    list("fields", description, shown_paths(type_))
}

/// The words of `fields` in lists and records.
pub(super) fn shown_paths(type_: &ServedType<'_>) -> Vec<String> {
    let relations = type_.relations().map(|(relation, _)| format!("{}.*", relation.name()));
    let links = type_.links().flat_map(|(link, target)| {
        let fields: Vec<_> = type_.fields_of(target).map(Field::name).collect();
        fields.into_iter().chain(["*"]).map(|field| format!("{}.{field}", link.name()))
    });
    let reverse = type_.reverse().map(|(reverse, _)| format!("{}.*", reverse.name));
    let all = std::iter::once("*".to_owned());
    near_paths(type_, |_| true).into_iter().chain(relations).chain(links).chain(reverse).chain(all).collect()
}

/// A list with commas of some of these words.
pub(super) fn list(name: &str, description: &str, words: Vec<String>) -> Json {
    let schema = json!({"type": "array", "items": {"enum": words}, "minItems": 1});
    let mut parameter = query(name, description, schema);
    parameter["style"] = json!("form");
    parameter["explode"] = json!(false);
    parameter
}

/// Paths with one value for each record, where values come one after the other: own fields, and those one relation away.
pub(super) fn ordered(type_: &ServedType<'_>) -> Vec<String> {
    near_paths(type_, |field| !field.is_sealed() && has_order(field.kind))
}

fn near_paths(type_: &ServedType<'_>, is_meant: impl Fn(&Field) -> bool) -> Vec<String> {
    let own = type_.fields().filter(|field| is_meant(field)).map(|field| field.name().to_owned());
    let related = type_.relations().flat_map(|(relation, target)| {
        let fields: Vec<_> = type_.fields_of(target).filter(|field| is_meant(field)).collect();
        fields.into_iter().map(|field| format!("{}.{}", relation.name(), field.name()))
    });
    own.chain(related).collect()
}
