//! A second, naive reading of the example's specs, for tests that must not believe the first one.
//!
//! It reads lines, not YAML: the files keep to one form. It shares nothing with the reader of the language.

use std::collections::BTreeMap;
use std::path::Path;

/// What a data model's spec says about who may see what.
#[derive(Debug, Clone, Default)]
pub struct SpecModel {
    /// Own fields, with the model that a relation leads to.
    pub fields: Vec<(String, Option<String>)>,
    /// Relations of others that lead here: accessor, referring model, its field.
    pub reverse: Vec<(String, String, String)>,
    /// Fields that say `encrypted`.
    pub encrypted: Vec<String>,
    /// `hidden_fields`.
    pub hidden: Vec<String>,
    /// `roles.view`.
    pub view: Vec<String>,
    /// `roles.edit`.
    pub edit: Vec<String>,
    /// `api`.
    pub is_served: bool,
}

/// All data models of the platform and the example, by name.
///
/// # Panics
///
/// If the specs cannot be read.
#[must_use]
pub fn read_models() -> BTreeMap<String, SpecModel> {
    let mut models = BTreeMap::new();
    for folder in ["../../specs/data", "../../examples/nycflights/specs/data"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        for entry in std::fs::read_dir(folder).expect("the specs are there") {
            let text = std::fs::read_to_string(entry.expect("entries can be read").path()).expect("specs are text");
            read_file(&text, &mut models);
        }
    }
    add_reverse(&mut models);
    models
}

fn read_file(text: &str, models: &mut BTreeMap<String, SpecModel>) {
    let (mut section, mut name, mut key) = ("", String::new(), String::new());
    for line in text.lines().filter(|line| !line.trim_start().starts_with('#')) {
        let indent = line.len() - line.trim_start().len();
        let (word, rest) = line.trim().split_once(':').unwrap_or((line.trim(), ""));
        match indent {
            0 => section = if word == "data" { "data" } else { "" },
            2 if section == "data" => {
                word.clone_into(&mut name);
                models.entry(name.clone()).or_insert_with(new_model);
            }
            4 | 6 if section == "data" => {
                let model = models.get_mut(&name).expect("its line came before");
                if indent == 4 {
                    word.clone_into(&mut key);
                    read_key(model, word, rest);
                } else if key == "fields" {
                    model.fields.push((word.to_owned(), option(rest, "relation")));
                    model.encrypted.extend(rest.contains("encrypted: true").then(|| word.to_owned()));
                } else if key == "roles" {
                    read_roles(model, line);
                }
            }
            _ => {}
        }
    }
}

/// What every model has.
fn new_model() -> SpecModel {
    let fields = ["created", "updated"].map(|name| (name.to_owned(), None)).to_vec();
    SpecModel { fields, is_served: true, ..SpecModel::default() }
}

fn read_key(model: &mut SpecModel, key: &str, rest: &str) {
    match (key, rest.trim()) {
        ("base", "name_resource") => model.fields.push(("name".to_owned(), None)),
        ("id_fields", _) => model.fields.push(("id".to_owned(), None)),
        ("hidden_fields", list) => model.hidden = words(list),
        ("api", "false") => model.is_served = false,
        ("roles", roles) => read_roles(model, roles),
        _ => {}
    }
}

fn read_roles(model: &mut SpecModel, text: &str) {
    for (key, list) in [("view", &mut model.view), ("edit", &mut model.edit)] {
        if let Some((_, rest)) = text.split_once(&format!("{key}: [")) {
            *list = words(rest.split(']').next().unwrap_or_default());
        }
    }
}

fn words(list: &str) -> Vec<String> {
    list.trim_matches(['[', ']', ' ']).split(',').map(|word| word.trim().to_owned()).collect()
}

fn option(text: &str, key: &str) -> Option<String> {
    let (_, rest) = text.split_once(&format!("{key}: "))?;
    Some(rest.split([',', '}']).next()?.trim().to_owned())
}

fn add_reverse(models: &mut BTreeMap<String, SpecModel>) {
    // The names of the accessors: each of these models says `related_name` for every relation.
    let accessors = [
        ("flight", "carrier", "flights"),
        ("flight", "origin", "departures"),
        ("flight", "destination", "arrivals"),
        ("flight", "plane", "flights"),
        ("weather", "origin", "weather"),
        ("watch", "user", "watches"),
        ("watch", "airport", "watches"),
        ("membership", "user", "memberships"),
        ("membership", "group", "memberships"),
    ];
    for (model, field, accessor) in accessors {
        let relation = models[model].fields.iter().find(|(name, _)| name == field);
        let target = relation.and_then(|(_, target)| target.clone()).expect("the accessor's relation is declared");
        let entry = (accessor.to_owned(), model.to_owned(), field.to_owned());
        models.get_mut(&target).expect("the target is declared").reverse.push(entry);
    }
}
