//! The filters of a type: every look-up of its own fields, and equality of fields one relation away; as parameters, and as members of
//! bodies.
//!
//! Paths may go further; a document that told them all would be as large as the data.

use serde_json::{Value as Json, json};
use zimagi_spec::descriptor::ScalarKind;

use super::parameter::query;
use super::schema::{make_nullable, scalar, without_null_characters};
use super::served::ServedType;
use crate::data::question::lookup::{LIST_MAX, Lookup};

/// One filter.
pub(super) struct Told<'a> {
    pub(super) name: String,
    help: &'a str,
    lookup: Lookup,
    /// A related record is compared by its identifier or its key, which may be of two kinds.
    kinds: Vec<ScalarKind>,
}

/// The filters that a document tells.
pub(super) fn filters<'a>(type_: &ServedType<'a>) -> Vec<Told<'a>> {
    let own = type_.fields().flat_map(|field| {
        let kinds = type_.target(field).map_or_else(|| vec![field.kind], |target| type_.kinds_of_names(target));
        let lookups = Lookup::ALL.into_iter().filter(|lookup| lookup.fits(field));
        lookups.map(move |lookup| Told::own(field.name(), field.descriptor.help, lookup, kinds.clone()))
    });
    let linked = type_.links().map(|(link, target)| {
        Told::own(link.name(), link.descriptor.help, Lookup::Exact, type_.kinds_of_names(target))
    });
    let related = type_.relations().flat_map(|(relation, target)| {
        let fields = type_.fields_of(target).filter(|field| Lookup::Exact.fits(field));
        fields.map(|field| {
            let name = format!("{}.{}", relation.name(), field.name());
            let kinds = type_.target(field).map_or_else(|| vec![field.kind], |target| type_.kinds_of_names(target));
            Told::own(&name, field.descriptor.help, Lookup::Exact, kinds)
        })
    });
    own.chain(linked).chain(related).collect()
}

impl<'a> Told<'a> {
    fn own(name: &str, help: &'a str, lookup: Lookup, kinds: Vec<ScalarKind>) -> Self {
        let name = match lookup {
            Lookup::Exact => name.to_owned(),
            _ => format!("{name}.{}", lookup.word()),
        };
        Self { name, help, lookup, kinds }
    }

    /// The filter as a parameter.
    pub(super) fn parameter(&self) -> Json {
        match self.lookup {
            Lookup::In => self.list(json!({"minItems": 1})),
            Lookup::Range => self.list(json!({"minItems": 2, "maxItems": 2})),
            Lookup::IsNull => query(&self.name, &self.description(), json!({"type": "boolean"})),
            _ => query(&self.name, &self.description(), self.one(value)),
        }
    }

    /// The schema of the filter as a member of a body, where values have the JSON types of their kinds.
    pub(super) fn member(&self) -> Json {
        let schema = match self.lookup {
            Lookup::In => json!({"type": "array", "items": self.one(typed)}),
            Lookup::Range => json!({"type": "array", "items": self.one(typed), "minItems": 2, "maxItems": 2}),
            Lookup::IsNull => json!({"type": "boolean"}),
            Lookup::Exact => nullable(self.one(said_in_part)),
            _ => self.one(typed),
        };
        described(schema, &self.description())
    }

    fn one(&self, schema: fn(ScalarKind) -> Json) -> Json {
        match self.kinds.as_slice() {
            [kind] => schema(*kind),
            kinds => json!({"anyOf": kinds.iter().map(|kind| schema(*kind)).collect::<Vec<_>>()}),
        }
    }

    /// Values with commas between.
    fn list(&self, bounds: Json) -> Json {
        let mut schema = bounds;
        schema["type"] = json!("array");
        schema["items"] = self.one(item);
        let mut parameter = query(&self.name, &self.description(), schema);
        parameter["style"] = json!("form");
        parameter["explode"] = json!(false);
        parameter
    }

    fn description(&self) -> String {
        match self.lookup {
            Lookup::Exact => self.help.to_owned(),
            Lookup::In => format!("Any of these values, at most {LIST_MAX}."),
            Lookup::Range => "At least the first and at most the second.".to_owned(),
            Lookup::IsNull => "Whether there is no value.".to_owned(),
            Lookup::Less => "Less than this.".to_owned(),
            Lookup::LessOrEqual => "At most this.".to_owned(),
            Lookup::Greater => "Greater than this.".to_owned(),
            Lookup::GreaterOrEqual => "At least this.".to_owned(),
            Lookup::Contains => "Contains this, letter by letter.".to_owned(),
            Lookup::ContainsFolded => "Contains this, whether capital or small.".to_owned(),
            Lookup::StartsWith => "Begins with this, letter by letter.".to_owned(),
            Lookup::StartsWithFolded => "Begins with this, whether capital or small.".to_owned(),
            Lookup::EndsWith => "Ends with this, letter by letter.".to_owned(),
            Lookup::EndsWithFolded => "Ends with this, whether capital or small.".to_owned(),
            Lookup::ExactFolded => "Equal to this, whether capital or small.".to_owned(),
        }
    }
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

/// A value in a body. Decimals are texts or numbers.
fn typed(kind: ScalarKind) -> Json {
    let mut schema = value(kind);
    if let ScalarKind::Decimal { digits, places } = kind {
        let bound = 10_f64.powi(i32::from(digits) - i32::from(places));
        schema["type"] = json!(["string", "number"]);
        schema["multipleOf"] = json!(10_f64.powi(-i32::from(places)));
        schema["exclusiveMinimum"] = json!(-bound);
        schema["exclusiveMaximum"] = json!(bound);
    }
    schema
}

/// Of days and moments it is enough to say a year or a month.
fn said_in_part(kind: ScalarKind) -> Json {
    const PART: &str = "^[1-9][0-9]{3}(-(0[1-9]|1[0-2]))?$";
    match kind {
        ScalarKind::Date | ScalarKind::DateTime => {
            json!({"anyOf": [typed(kind), {"type": "string", "pattern": PART}]})
        }
        kind => typed(kind),
    }
}

fn nullable(mut schema: Json) -> Json {
    match &mut schema {
        Json::Object(members) if members.contains_key("type") => make_nullable(members),
        other => {
            if let Some(forms) = other["anyOf"].as_array_mut() {
                forms.push(json!({"type": "null"}));
            }
        }
    }
    schema
}

fn described(mut schema: Json, description: &str) -> Json {
    if !description.is_empty() {
        schema["description"] = json!(description);
    }
    schema
}
