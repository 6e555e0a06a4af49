//! The filters of a type as parameters: every look-up of its own fields, and equality of fields one relation away.
//!
//! Paths may go further; a document that told them all would be as large as the data.

use serde_json::{Value as Json, json};
use zimagi_spec::descriptor::ScalarKind;

use super::parameter::query;
use super::schema::{scalar, without_null_characters};
use super::served::ServedType;
use crate::data::catalogue::Field;
use crate::data::question::lookup::{LIST_MAX, Lookup};

/// The filters, each a whole parameter.
pub(super) fn filters(type_: &ServedType<'_>) -> Vec<Json> {
    let own = type_.fields().flat_map(|field| own_filters(field.name(), field));
    let linked =
        type_.links().map(|(link, target)| query(link.name(), link.descriptor.help, value(target.identifier().kind)));
    let related = type_.relations().flat_map(|(relation, target)| {
        let fields = type_.fields_of(target).filter(|field| Lookup::Exact.fits(field));
        fields.map(|field| {
            let name = format!("{}.{}", relation.name(), field.name());
            query(&name, field.descriptor.help, value(field.kind))
        })
    });
    own.chain(linked).chain(related).collect()
}

fn own_filters(name: &str, field: &Field) -> impl Iterator<Item = Json> {
    let lookups = Lookup::ALL.into_iter().filter(|lookup| lookup.fits(field));
    lookups.map(move |lookup| match lookup {
        Lookup::Exact => query(name, field.descriptor.help, value(field.kind)),
        _ => filter_by_lookup(&format!("{name}.{}", lookup.word()), lookup, field.kind),
    })
}

fn filter_by_lookup(name: &str, lookup: Lookup, kind: ScalarKind) -> Json {
    match lookup {
        Lookup::In => list(name, &format!("Any of these values, at most {LIST_MAX}."), kind, (1, None)),
        Lookup::Range => list(name, "At least the first and at most the second.", kind, (2, Some(2))),
        Lookup::IsNull => query(name, "Whether there is no value.", json!({"type": "boolean"})),
        Lookup::Less => query(name, "Less than this.", value(kind)),
        Lookup::LessOrEqual => query(name, "At most this.", value(kind)),
        Lookup::Greater => query(name, "Greater than this.", value(kind)),
        Lookup::GreaterOrEqual => query(name, "At least this.", value(kind)),
        Lookup::Contains => query(name, "Contains this, letter by letter.", value(kind)),
        Lookup::ContainsFolded => query(name, "Contains this, whether capital or small.", value(kind)),
        Lookup::StartsWith => query(name, "Begins with this, letter by letter.", value(kind)),
        Lookup::StartsWithFolded => query(name, "Begins with this, whether capital or small.", value(kind)),
        Lookup::EndsWith => query(name, "Ends with this, letter by letter.", value(kind)),
        Lookup::EndsWithFolded => query(name, "Ends with this, whether capital or small.", value(kind)),
        Lookup::ExactFolded => query(name, "Equal to this, whether capital or small.", value(kind)),
        Lookup::Exact => query(name, "Equal to this.", value(kind)),
    }
}

/// Values with commas between.
fn list(name: &str, description: &str, kind: ScalarKind, (least, most): (usize, Option<usize>)) -> Json {
    let mut schema = json!({"type": "array", "items": item(kind), "minItems": least});
    if let Some(most) = most {
        schema["maxItems"] = json!(most);
    }
    let mut parameter = query(name, description, schema);
    parameter["style"] = json!("form");
    parameter["explode"] = json!(false);
    parameter
}

/// A text that is too long for a field equals none of its values, which is no mistake.
fn value(kind: ScalarKind) -> Json {
    match kind {
        ScalarKind::String { .. } | ScalarKind::Text => without_null_characters(json!({"type": "string"})),
        kind => Json::Object(scalar(kind)),
    }
}

/// A value in a list with commas.
fn item(kind: ScalarKind) -> Json {
    match kind {
        ScalarKind::String { .. } | ScalarKind::Text => json!({"type": "string", "pattern": "^[^\\u0000,]+$"}),
        kind => value(kind),
    }
}
