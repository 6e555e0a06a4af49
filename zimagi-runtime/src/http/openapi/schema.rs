//! JSON Schemas of records: as lists and details show them, as callers send them.

use serde_json::{Map, Value as Json, json};
use zimagi_spec::descriptor::{
    DefaultDescriptor, JsonShape, Multiplicity, Operation, Presence, ReverseDescriptor, ScalarKind, Writability,
};

use super::bulk;
use super::question::filter_schemas;
use super::served::ServedType;
use crate::data::catalogue::{Field, Link, Model};

/// The schemas that every document has.
pub(super) fn fixed_schemas() -> Map<String, Json> {
    let text = || json!({"type": "string"});
    let mistake = json!({
        "type": "object",
        "required": ["name", "code", "message", "similar"],
        "properties": {
            "name": text(), "code": text(), "message": text(), "similar": {"type": "array", "items": text()},
        },
    });
    let error = json!({
        "type": "object",
        "description": "Why a request was not done.",
        "required": ["detail", "code"],
        "properties": {
            "detail": {"description": "A sentence, or a list of mistakes by field.", "type": ["string", "object"]},
            "code": {"type": "string", "description": "The kind of mistake, for programs."},
            "parameters": {"type": "array", "items": mistake, "description": "What is wrong with each parameter."},
        },
        "examples": [{"detail": "Not found", "code": "not_found"}],
    });
    let selected = json!({"type": "object", "description": "What `fields` says is shown of a record."});
    let own = [("Error".to_owned(), error), (SELECTED.to_owned(), selected)];
    own.into_iter().chain(bulk::fixed_schemas()).collect()
}

/// The schema of records by fields of the caller's choice.
pub(super) const SELECTED: &str = "Selected";

/// The schemas of one type, by name.
pub(super) fn schemas(type_: &ServedType<'_>) -> Map<String, Json> {
    let name = type_name(type_.model);
    let mut schemas = Map::new();
    schemas.insert(reference_name(type_.model), reference(type_.model, type_.key()));
    schemas.insert(format!("{name}Summary"), shown(type_, Form::Summary));
    schemas.insert(format!("{name}Detail"), shown(type_, Form::Detail));
    if type_.offers(Operation::List) {
        schemas.insert(format!("{name}Page"), page(&name));
    }
    if type_.offers(Operation::List) || type_.offers(Operation::Destroy) {
        schemas.extend(filter_schemas(type_));
    }
    if type_.offers(Operation::Update) {
        schemas.insert(format!("{name}Create"), create(type_));
        schemas.insert(format!("{name}Update"), update(type_));
    }
    schemas
}

/// `FlightDelay` for `flight_delay`.
pub(super) fn type_name(model: &Model) -> String {
    camel_case(model.name())
}

/// Upper camel case of words separated by blanks, dashes or underscores.
pub(super) fn camel_case(words: &str) -> String {
    let words = words.split([' ', '_', '-']);
    words.flat_map(|word| word.chars().enumerate()).flat_map(|(place, letter)| capital_if(place == 0, letter)).collect()
}

fn capital_if(is_first: bool, letter: char) -> Vec<char> {
    if is_first { letter.to_uppercase().collect() } else { vec![letter] }
}

/// The schema of a value.
pub(super) fn scalar(kind: ScalarKind) -> Map<String, Json> {
    let schema = match kind {
        ScalarKind::String { max_length } => {
            without_null_characters(json!({"type": "string", "maxLength": max_length}))
        }
        ScalarKind::Text => without_null_characters(json!({"type": "string"})),
        ScalarKind::Integer => {
            json!({"type": "integer", "format": "int64", "minimum": i64::MIN, "maximum": i64::MAX})
        }
        ScalarKind::Float => json!({"type": "number", "format": "double"}),
        ScalarKind::Boolean => json!({"type": "boolean"}),
        ScalarKind::Date => json!({"type": "string", "format": "date"}),
        ScalarKind::DateTime => json!({"type": "string", "format": "date-time"}),
        ScalarKind::Identifier => json!({"type": "string", "pattern": "^[0-9a-f]{64}$"}),
        ScalarKind::Decimal { digits, places } => json!({"type": "string", "pattern": decimal_pattern(digits, places)}),
        ScalarKind::Time => json!({"type": "string", "format": "time"}),
        ScalarKind::Duration => json!({"type": "string", "format": "duration"}),
        ScalarKind::Uuid => json!({"type": "string", "format": "uuid"}),
        ScalarKind::Binary => json!({"type": "string", "contentEncoding": "base64"}),
        ScalarKind::Json(JsonShape::Any) => json!({}),
        ScalarKind::Json(JsonShape::List) => json!({"type": "array"}),
        ScalarKind::Json(JsonShape::Dict) => json!({"type": "object"}),
    };
    match schema {
        Json::Object(map) => map,
        _ => Map::new(),
    }
}

/// No database holds them.
pub(super) fn without_null_characters(mut schema: Json) -> Json {
    schema["pattern"] = json!("^[^\\u0000]*$");
    schema
}

/// Decimals are texts, so that no reader makes floats of them.
fn decimal_pattern(digits: u8, places: u8) -> String {
    let whole = digits.saturating_sub(places).max(1);
    if places == 0 { format!("^-?\\d{{1,{whole}}}$") } else { format!("^-?\\d{{1,{whole}}}(\\.\\d{{1,{places}}})?$") }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Summary,
    Detail,
}

fn shown(type_: &ServedType<'_>, form: Form) -> Json {
    let mut properties = Map::new();
    for field in type_.fields() {
        properties.insert(field.name().to_owned(), shown_field(type_, field, form));
    }
    for (link, target) in type_.links() {
        properties.insert(link.name().to_owned(), shown_link(link, target, form));
    }
    match form {
        Form::Summary => {
            properties.insert("api_url".to_owned(), address("Where the record is."));
        }
        Form::Detail => {
            properties.extend(dynamic_fields(type_.model));
            let reverse = type_.reverse().filter(|(_, model)| model.descriptor.is_served);
            properties.extend(reverse.map(|(reverse, model)| (reverse.name.to_owned(), shown_reverse(reverse, model))));
        }
    }
    whole(object(type_.model.descriptor.help, properties))
}

fn shown_field(type_: &ServedType<'_>, field: &Field, form: Form) -> Json {
    let Some(target) = type_.target(field) else { return own_value(field) };
    let schema = match shown_record(target, form) {
        Some(record) if type_.may_lack(field) => json!({"anyOf": [record, {"type": "null"}]}),
        Some(record) => record,
        None => json!({"type": ["object", "null"]}),
    };
    described(schema, field.descriptor.help)
}

/// What the application's code computes has the form that the code gives it.
fn dynamic_fields(model: &Model) -> impl Iterator<Item = (String, Json)> {
    let names = model.hooks.iter().flat_map(|_| model.descriptor.dynamic_fields);
    names.map(|name| {
        let description = "Computed when the record is read; null if it needs what you may not see.";
        ((*name).to_owned(), json!({"description": description, "readOnly": true}))
    })
}

/// The one record that refers to the record, or where those are that do.
fn shown_reverse(reverse: &ReverseDescriptor, model: &Model) -> Json {
    match (reverse.multiplicity, shown_record(model, Form::Detail)) {
        (Multiplicity::One, Some(record)) => json!({
            "anyOf": [record, {"type": "null"}],
            "description": format!("The {} that refers to the record.", model.descriptor.singular),
        }),
        _ => address(&format!("Where the {} that refer to the record are.", model.descriptor.plural)),
    }
}

fn shown_link(link: &Link, target: &Model, form: Form) -> Json {
    let record = shown_record(target, form).unwrap_or_else(|| json!({"type": "object"}));
    described(json!({"type": "array", "items": record}), link.descriptor.help)
}

/// A related record. A target without a type of its own has no schema that could be named.
fn shown_record(target: &Model, form: Form) -> Option<Json> {
    let name = match form {
        Form::Detail => format!("{}Summary", type_name(target)),
        Form::Summary => reference_name(target),
    };
    target.descriptor.is_served.then(|| json!({"$ref": format!("#/components/schemas/{name}")}))
}

fn own_value(field: &Field) -> Json {
    let mut schema = scalar(field.kind);
    add_limits(&mut schema, field);
    if field.is_nullable() {
        make_nullable(&mut schema);
    }
    described(Json::Object(schema), field.descriptor.help)
}

/// The bounds of numbers, and the values that are possible. JSON Schema has no bounds for decimals, which are texts.
fn add_limits(schema: &mut Map<String, Json>, field: &Field) {
    let limits = field.descriptor.limits;
    let is_number = matches!(field.kind, ScalarKind::Integer | ScalarKind::Float);
    for (word, bound) in [("minimum", limits.min), ("maximum", limits.max)] {
        if let Some(bound) = bound.filter(|_| is_number) {
            schema.insert(word.to_owned(), default_json(bound));
        }
    }
    if !limits.choices.is_empty() {
        let null = field.is_nullable().then_some(Json::Null);
        let values = limits.choices.iter().map(|choice| default_json(choice.value)).chain(null);
        schema.insert("enum".to_owned(), values.collect());
    }
}

fn described(mut schema: Json, help: &str) -> Json {
    if !help.is_empty() {
        schema["description"] = Json::from(help);
    }
    schema
}

pub(super) fn make_nullable(schema: &mut Map<String, Json>) {
    if let Some(type_) = schema.get_mut("type") {
        *type_ = json!([type_.take(), "null"]);
    }
}

fn create(type_: &ServedType<'_>) -> Json {
    let required: Vec<&str> = type_
        .fields_on_create()
        .filter(|field| field.descriptor.presence == Presence::Required)
        .map(Field::name)
        .collect();
    let properties = sent(type_, type_.fields_on_create()).chain(sent_links(type_)).collect();
    let mut schema = object(type_.model.descriptor.help, properties);
    schema["required"] = json!(required);
    schema["additionalProperties"] = Json::from(false);
    schema
}

fn update(type_: &ServedType<'_>) -> Json {
    let properties = sent(type_, type_.fields_on_update()).chain(sent_links(type_)).collect();
    let mut schema = object("What is left out stays as it is.", properties);
    schema["additionalProperties"] = Json::from(false);
    schema
}

/// A relation is sent as the identifier or the key of its target, which both are values.
pub(super) fn sent<'a>(
    type_: &ServedType<'a>,
    fields: impl Iterator<Item = &'a Field>,
) -> impl Iterator<Item = (String, Json)> {
    let names = [type_.key_name(), type_.model.identifier().name()];
    fields.map(move |field| {
        let mut schema = match field.relation {
            Some(_) => {
                let type_ = if field.is_nullable() { json!(["string", "null"]) } else { json!("string") };
                json!({"type": type_, "minLength": 1})
            }
            None => own_value(field),
        };
        // What records are addressed by is never empty.
        if names.contains(&field.name()) && schema["type"] == "string" {
            schema["minLength"] = Json::from(1);
        }
        if let Presence::Default(default) | Presence::NullableDefault(default) = field.descriptor.presence {
            schema["default"] = default_json(default);
        }
        (field.name().to_owned(), described(schema, field.descriptor.help))
    })
}

/// A value that a record is named by.
pub(super) fn value_of_name(field: &Field) -> Json {
    let mut schema = scalar(field.kind);
    if schema.get("type") == Some(&json!("string")) {
        schema.insert("minLength".to_owned(), json!(1));
    }
    described(Json::Object(schema), field.descriptor.help)
}

/// A link is sent as a list of identifiers or keys.
pub(super) fn sent_links(type_: &ServedType<'_>) -> impl Iterator<Item = (String, Json)> {
    type_.links().filter(|(link, _)| link.descriptor.writability != Writability::System).map(|(link, target)| {
        let signs = format!(
            "Identifiers or keys of {}: the whole set; with `+` before each what is added, with `-` what is taken out.",
            target.descriptor.plural
        );
        let schema = json!({"type": "array", "items": {"type": "string", "description": signs}});
        (link.name().to_owned(), described(schema, link.descriptor.help))
    })
}

fn default_json(default: DefaultDescriptor) -> Json {
    match default {
        DefaultDescriptor::Boolean(value) => Json::from(value),
        DefaultDescriptor::Integer(value) => Json::from(value),
        DefaultDescriptor::Float(value) => Json::from(value),
        DefaultDescriptor::Text(value) => Json::from(value),
        DefaultDescriptor::Json(text) => {
            serde_json::from_str(text).expect("the build has read defaults as their kinds")
        }
    }
}

fn reference_name(model: &Model) -> String {
    format!("{}Reference", type_name(model))
}

fn reference(model: &Model, key: Option<&Field>) -> Json {
    let mut properties = Map::new();
    properties.insert(model.identifier().name().to_owned(), Json::Object(scalar(model.identifier().kind)));
    if let Some(key) = key {
        properties.insert(key.name().to_owned(), own_value(key));
    }
    properties.insert("api_url".to_owned(), address("Where the record is."));
    whole(object("A record as others refer to it.", properties))
}

fn page(name: &str) -> Json {
    let item = json!({"anyOf": [
        {"$ref": format!("#/components/schemas/{name}Summary")},
        {"$ref": format!("#/components/schemas/{SELECTED}")},
    ]});
    json!({
        "type": "object",
        "required": ["count", "next", "previous", "results"],
        "properties": {
            "count": {"type": ["integer", "null"], "description": "How many records there are on all pages; null with `total=none`."},
            "next": {"type": ["string", "null"], "format": "uri", "description": "The next page."},
            "previous": {"type": ["string", "null"], "format": "uri", "description": "The previous page."},
            "results": {"type": "array", "items": item},
        },
    })
}

fn address(description: &str) -> Json {
    json!({"type": "string", "format": "uri", "description": description})
}

fn object(description: &str, properties: Map<String, Json>) -> Json {
    let mut schema = json!({"type": "object", "properties": properties});
    if !description.is_empty() {
        schema["description"] = Json::from(description);
    }
    schema
}

/// What is shown is always there, null or not.
fn whole(mut schema: Json) -> Json {
    let names: Vec<_> =
        schema["properties"].as_object().into_iter().flat_map(Map::keys).map(|name| json!(name)).collect();
    schema["required"] = Json::Array(names);
    schema
}
