//! JSON Schemas of the files that people write, from the tables of keys: editors complete and check with them.
//!
//! A schema says which keys there are and what each takes. Names of other entries are text to it; `cargo zimagi check` looks
//! them up.

use serde_json::{Map, Value, json};
use zimagi_spec::document::{Key, Rest, Standing, Table, Takes};

/// A kind of file: the name of its schema, the files it is for, and what is at its top.
pub(crate) const FILES: &[(&str, &str, Takes)] = &[
    ("spec", "specs/**/*.yml", Takes::Entry(Table::Spec)),
    ("manifest", "zimagi.yml", Takes::Entry(Table::Manifest)),
    ("profile", "profiles/**/*.yml", Takes::Entry(Table::Profile)),
    ("task", "tasks/*.yml", Takes::Entries(&Takes::Entry(Table::Task))),
    ("help", "help/**/*.yml", Takes::Entries(&Takes::Entry(Table::Help))),
    ("lock", "zimagi.lock", Takes::Entry(Table::Lock)),
];

/// The schema of a kind of file.
pub(crate) fn of(title: &str, top: Takes) -> Value {
    let definitions: Map<String, Value> =
        Table::ALL.iter().map(|table| (table.name().to_owned(), mapping(*table))).chain([tree()]).collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": format!("Zimagi: {title}"),
        "allOf": [value(top)],
        "$defs": definitions,
    })
}

fn mapping(table: Table) -> Value {
    let keys = || table.keys().iter();
    let properties: Map<String, Value> = keys().map(|key| (key.name.to_owned(), property(key))).collect();
    let required: Vec<_> = keys().filter(|key| key.required.is_some()).map(|key| key.name).collect();
    let mut schema = json!({"type": ["object", "null"], "properties": properties});
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    match table.rest() {
        Rest::Unknown if table == Table::Command => schema["patternProperties"] = agent_keys(),
        // At the top of a file such keys hold anchors.
        Rest::Anchors => schema["patternProperties"] = json!({"^_": {}}),
        Rest::Free => return schema,
        Rest::Unknown => {}
        Rest::FreeWithoutUnderscore => schema["patternProperties"] = json!({"^[^_]": {}}),
    }
    if table == Table::Import {
        // Another source has settings of its own.
        schema["if"] = json!({"properties": {"source": {"const": "csv_file"}}});
        schema["then"] = json!({"properties": schema["properties"], "additionalProperties": false});
        return schema;
    }
    schema["additionalProperties"] = json!(false);
    schema
}

/// Commands below `agent` have keys of their own beside those of commands.
fn agent_keys() -> Value {
    let names: Vec<_> = Table::Schedule.keys().iter().map(|key| key.name).collect();
    let pattern = format!("^({})$", names.join("|"));
    Value::Object(Map::from_iter([(pattern, json!({}))]))
}

fn property(key: &Key) -> Value {
    let mut schema = value(key.takes);
    schema["description"] = json!(key.doc);
    if matches!(key.standing, Standing::Renamed(_) | Standing::Dead(_)) {
        schema["deprecated"] = json!(true);
    }
    schema
}

/// Null says nothing and is possible everywhere; text that begins with `@` gets its value later.
fn value(takes: Takes) -> Value {
    let later = json!({"type": "string", "pattern": "^@"});
    match takes {
        Takes::Anything => json!({}),
        Takes::Text | Takes::Name(_) => json!({"type": ["string", "null"]}),
        Takes::Boolean => json!({"anyOf": [{"type": ["boolean", "null"]}, later]}),
        Takes::False => json!({"enum": [false, null]}),
        Takes::Integer => json!({"anyOf": [{"type": ["integer", "null"]}, later]}),
        Takes::Scalar => json!({"type": ["string", "number", "boolean", "null"]}),
        Takes::Texts | Takes::Names(_) => json!({"type": ["string", "array", "null"], "items": {"type": "string"}}),
        Takes::Word(words) => json!({"anyOf": [{"enum": words}, {"type": "null"}, later]}),
        Takes::Entry(table) => reference(table.name()),
        Takes::Entries(each) | Takes::EntriesOf(_, each) => {
            json!({"type": ["object", "null"], "additionalProperties": value(*each)})
        }
        Takes::List(each) => json!({"type": ["array", "null"], "items": value(*each)}),
        Takes::Tree => json!({"type": ["object", "null"], "additionalProperties": reference(NODE)}),
        Takes::Either(several) => json!({"anyOf": several.iter().map(|one| value(*one)).collect::<Vec<_>>()}),
    }
}

/// A node of the tree of commands.
const NODE: &str = "CommandNode";

/// A node with `resource` is commands made from a data model, with more below it; one that says how it runs is a command; any
/// other is a group.
fn tree() -> (String, Value) {
    let mut known: Map<String, Value> =
        Table::Command.keys().iter().map(|key| (key.name.to_owned(), property(key))).collect();
    known["options"] = reference(Table::Resource.name());
    let free: Map<String, Value> = known.keys().map(|name| (name.clone(), json!({}))).collect();
    let leaves = ["base", "parameters", "parse", "groups_allowed"].map(|key| json!({"required": [key]}));
    let node = json!({
        "if": {"type": "object", "required": ["resource"]},
        "then": {"properties": known, "additionalProperties": reference(NODE)},
        "else": {
            "if": {"anyOf": leaves},
            "then": reference(Table::Command.name()),
            "else": {"type": ["object", "null"], "properties": free, "additionalProperties": reference(NODE)},
        },
    });
    (NODE.to_owned(), node)
}

fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/$defs/{name}")})
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use zimagi_spec::diagnostic::Diagnostics;
    use zimagi_spec::source::SourceMap;
    use zimagi_spec::yaml::{self, Kind, Node, Style};

    use super::*;

    #[test]
    fn schemas_and_readers_know_the_same_keys() {
        let schema = of("a spec file", Takes::Entry(Table::Spec));
        for table in Table::ALL {
            let found: BTreeSet<_> =
                schema["$defs"][table.name()]["properties"].as_object().unwrap().keys().map(String::as_str).collect();
            let known: BTreeSet<_> = table.keys().iter().map(|key| key.name).collect();
            assert_eq!(found, known, "{table:?}");
            let is_closed = schema["$defs"][table.name()]["additionalProperties"] == json!(false);
            assert_eq!(is_closed, table.rest() != Rest::Free && *table != Table::Import, "{table:?}");
        }
    }

    /// Mistakes of shape that a schema does not see: names and values that only make sense together.
    const BEYOND: &[&str] = &["[Z01"];

    #[test]
    fn cases_without_mistakes_of_shape_are_valid_and_unknown_keys_are_not() {
        let validator = jsonschema::validator_for(&of("a spec file", Takes::Entry(Table::Spec))).unwrap();
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/corpus/errors");
        let folders = std::fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path());
        let files = folders.flat_map(|folder| std::fs::read_dir(folder).unwrap()).map(|entry| entry.unwrap().path());
        let mut counts = (0, 0);
        for path in files.filter(|path| path.extension().is_some_and(|extension| extension == "yml")) {
            let text = std::fs::read_to_string(&path).unwrap();
            let Some(document) = document(&text) else { continue };
            let is_valid = validator.is_valid(&document);
            if text.contains("[Z0114]") || text.contains("[Z0115]") {
                counts.0 += 1;
                assert!(!is_valid, "{} has unknown keys", path.display());
            } else if !BEYOND.iter().any(|code| text.contains(code)) {
                counts.1 += 1;
                let mistakes: Vec<_> = validator.iter_errors(&document).map(|error| error.to_string()).collect();
                assert!(is_valid, "{} is right in shape: {mistakes:?}", path.display());
            }
        }
        assert!(counts.0 > 10 && counts.1 > 50, "{counts:?}");
    }

    fn document(text: &str) -> Option<Value> {
        let mut sources = SourceMap::default();
        let file = sources.add("case.yml", Path::new("case.yml"), text.trim_start_matches('\u{feff}'));
        yaml::parse(file, &sources, &mut Diagnostics::default()).map(|node| json(&node))
    }

    fn json(node: &Node) -> Value {
        match &node.kind {
            Kind::Null => Value::Null,
            Kind::Scalar(scalar) if scalar.style == Style::Quoted => json!(scalar.text),
            Kind::Scalar(scalar) => plain(&scalar.text),
            Kind::Sequence(items) => items.iter().map(json).collect(),
            Kind::Mapping(entries) => {
                Value::Object(entries.iter().map(|entry| (entry.key.value.clone(), json(&entry.value))).collect())
            }
        }
    }

    fn plain(text: &str) -> Value {
        serde_json::from_str(&text.to_lowercase())
            .ok()
            .filter(|value: &Value| !value.is_object())
            .unwrap_or_else(|| json!(text))
    }

    #[test]
    fn every_reference_has_its_definition() {
        for (name, _, top) in FILES {
            let schema = of(name, *top);
            let definitions = schema["$defs"].as_object().unwrap();
            let text = schema.to_string();
            let references: BTreeSet<_> =
                text.split("#/$defs/").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
            let missing: Vec<_> = references.iter().filter(|one| !definitions.contains_key(**one)).collect();
            assert!(!references.is_empty() && missing.is_empty(), "{name}: {missing:?}");
        }
    }
}
