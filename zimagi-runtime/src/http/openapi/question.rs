//! The bodies of questions that are too long for an address: what their parameters would be, as members of an object.

use serde_json::{Map, Value as Json, json};

use super::filter::filters;
use super::parameter::{fixed_parameters, ordered, shown_paths};
use super::response::component;
use super::schema::type_name;
use super::served::ServedType;

/// The schema of the body.
pub(super) fn question(type_: &ServedType<'_>) -> Json {
    let shared = fixed_parameters();
    let schema = |name: &str| shared[name]["schema"].clone();
    json!({
        "type": "object",
        "properties": {
            "filter": component(&filter_name(type_)),
            "q": schema("q"),
            "ordering": ordering(type_),
            "fields": {"type": "array", "items": {"enum": shown_paths(type_)}, "minItems": 1},
            "page": schema("page"),
            "count": schema("count"),
            "cursor": schema("cursor"),
            "total": schema("total"),
        },
        "additionalProperties": false,
    })
}

/// `FlightFilter` and `FlightFilters`, by their names: filters with groups of filters, and those that stand in groups.
///
/// Groups may be nested further, and their names be longer, than a schema that ends can tell.
pub(super) fn filter_schemas(type_: &ServedType<'_>) -> [(String, Json); 2] {
    let (whole, own) = (filter_name(type_), format!("{}s", filter_name(type_)));
    let members = || filters(type_).into_iter().map(|told| (told.name.clone(), told.member())).collect::<Map<_, _>>();
    let each = component(&own);
    let group = |joined: &str| json!({"anyOf": [each, {"type": "array", "items": each}], "description": joined});
    let mut with_groups = members();
    for (word, joined) in [
        ("AND", "All of these hold. `AND_x` is another such group."),
        ("OR", "At least one of these holds. `OR_x` is another such group."),
        ("NOT", "Not all of these hold. `NOT_x` is another such group."),
    ] {
        with_groups.insert(word.to_owned(), group(joined));
    }
    let filters = "Filters, all of which hold. A `-` before a name negates, and paths may lead further than these.";
    let groups = "Filters and groups of filters, all of which hold. Groups may stand in groups.";
    [(whole, object(groups, with_groups)), (own, object(filters, members()))]
}

/// The name of the schema of filters with groups.
pub(super) fn filter_name(type_: &ServedType<'_>) -> String {
    format!("{}Filter", type_name(type_.model))
}

/// The list of paths as a text with commas.
fn ordering(type_: &ServedType<'_>) -> Json {
    let paths: Vec<_> = ordered(type_).iter().map(|path| path.replace('.', "\\.")).collect();
    let paths = paths.join("|");
    json!({
        "type": "string",
        "pattern": format!("^(-?({paths})(,-?({paths}))*)?$"),
        "description": "Paths with commas; a leading `-` means largest first. They may lead over more to-one relations than these.",
    })
}

fn object(description: &str, members: Map<String, Json>) -> Json {
    json!({"type": "object", "description": description, "properties": members, "additionalProperties": false})
}
