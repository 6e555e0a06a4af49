//! The sections of a spec file. Top-level keys that start with `_` hold anchors and are never interpreted.

use crate::diagnostic::{Code, Diagnostic, Suggestion};
use crate::source::Spanned;
use crate::yaml::{Entry, Kind, Node};

use super::data::DataKind;
use super::key::{Key, Standing, key, not_yet};
use super::mapping::{named, not_supported_yet};
use super::reader::Reader;
use super::{SpecDoc, command, data, import, role};

pub(super) const KEYS: &[Key] = &[
    key("roles", "a mapping of names to texts", "The roles of the application, each with what it is for."),
    key("data_mixins", "a mapping of names to entries", "Fields and settings to mix into data models."),
    key("data_base", "a mapping of names to entries", "Data models to inherit from; they have no table."),
    key("data", "a mapping of names to entries", "Data models: each is a table, a type and a resource of the API."),
    key("command", "a tree of mappings", "Commands; the words of the path are the words typed."),
    key("import", "a mapping of names to entries", "Where rows come from and which data models they fill."),
    not_yet("command_mixins", "Parameters to mix into commands."),
    not_yet("command_base", "Settings that several commands share."),
    not_yet("plugin_mixins", "Settings that several plugins share."),
    not_yet("plugin", "Interfaces with several providers."),
    not_yet("calculation", "Values computed from data and stored."),
    not_yet("services", "Processes beside the application."),
    not_yet("workers", "Pools of workers."),
    not_yet("channels", "Messages between processes."),
    not_yet("encryption", "Keys for encrypted values."),
];

pub(super) fn read_sections(node: &Node, reader: &mut Reader<'_>) -> SpecDoc {
    let mut spec = SpecDoc::default();
    let entries = match &node.kind {
        Kind::Mapping(entries) => entries.as_slice(),
        Kind::Null => &[],
        Kind::Scalar(_) | Kind::Sequence(_) => {
            reader.wrong_shape(node, "a spec file", "a mapping of sections");
            &[]
        }
    };
    for entry in entries.iter().filter(|entry| !entry.key.value.starts_with('_')) {
        read_section(entry, &mut spec, reader);
    }
    spec
}

fn read_section(section: &Entry, spec: &mut SpecDoc, reader: &mut Reader<'_>) {
    let name = section.key.value.as_str();
    let Some(known) = KEYS.iter().find(|key| key.name == name) else {
        return reader.report(unknown_section(&section.key));
    };
    if known.standing == Standing::NotYet {
        return reader.report(not_supported_yet(section.key.span, &format!("the section `{name}`")));
    }
    let entries = named(&section.value, &format!("the section `{name}`"), reader);
    match name {
        "roles" => spec.roles.extend(entries.iter().filter_map(|entry| role::read_role(entry, reader))),
        "data_mixins" => read_data(DataKind::Mixin, entries, spec, reader),
        "data_base" => read_data(DataKind::Base, entries, spec, reader),
        "data" => read_data(DataKind::Model, entries, spec, reader),
        "import" => spec.imports.extend(entries.iter().filter_map(|entry| import::read_import(entry, reader))),
        _ => entries.iter().for_each(|entry| command::read_tree(&[], entry, &mut spec.commands, reader)),
    }
}

fn read_data(kind: DataKind, entries: &[Entry], spec: &mut SpecDoc, reader: &mut Reader<'_>) {
    spec.data.extend(entries.iter().map(|entry| data::read_data(kind, entry, reader)));
}

fn unknown_section(name: &Spanned<String>) -> Diagnostic {
    let known = KEYS.iter().filter(|key| key.standing == Standing::Current).map(|key| key.name).collect();
    Diagnostic::at(Code::UnknownSection, name.span, format!("there is no section `{}`", name.value))
        .label("unknown section")
        .help_if(Suggestion { what: "sections", known }.text(&name.value))
}
