//! The sections of a spec file. Top-level keys that start with `_` hold anchors and are never interpreted.

use crate::diagnostic::{Code, Diagnostic, Suggestion};
use crate::source::Spanned;
use crate::yaml::{Entry, Kind, Node};

use super::data::DataKind;
use super::key::{Key, key, takes};
use super::mapping::named;
use super::part::PartKind;
use super::reader::Reader;
use super::service::CHANNEL;
use super::table::Table;
use super::takes::Takes;
use super::{CommandLevel, SpecDoc, command, command_base, data, import, part, role};

const DATA: Takes = Takes::Entries(&Takes::Entry(Table::Data));

pub(super) const KEYS: &[Key] = &[
    key("roles", "a mapping of names to texts", "The roles of the application, each with what it is for.")
        .takes(Takes::Entries(&Takes::Text)),
    key("data_mixins", "a mapping of names to entries", "Fields and settings to mix into data models.").takes(DATA),
    key("data_base", "a mapping of names to entries", "Data models to inherit from; they have no table.").takes(DATA),
    key("data", "a mapping of names to entries", "Data models: each is a table, a type and a resource of the API.")
        .takes(DATA),
    takes("command_mixins", Takes::Entries(&Takes::Entry(Table::CommandMixin)), "Parameters to mix into commands."),
    takes("command_base", Takes::Entries(&Takes::Entry(Table::CommandBase)), "Settings that several commands share."),
    takes("command", Takes::Tree, "Commands; the words of the path are the words typed."),
    takes("plugin_mixins", Takes::Entries(&Takes::Entry(Table::PluginMixin)), "Settings that several plugins share."),
    takes("plugin", Takes::Entries(&Takes::Entry(Table::Plugin)), "Interfaces with several providers."),
    takes(
        "import",
        Takes::Entries(&Takes::Entry(Table::Import)),
        "Where rows come from and which data models they fill.",
    ),
    takes("calculation", Takes::Entries(&Takes::Entry(Table::Calculation)), "Values computed from data and stored."),
    takes("services", Takes::Entries(&Takes::Entry(Table::Service)), "Processes beside the application."),
    takes("workers", Takes::Entries(&Takes::Entry(Table::Worker)), "Pools of workers."),
    takes("channels", Takes::Entries(&CHANNEL), "Messages between processes, and who may send and hear them."),
    takes("encryption", Takes::Entries(&Takes::Entry(Table::Encryption)), "How keys and messages are encrypted."),
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
    if KEYS.iter().all(|key| key.name != name) {
        return reader.report(unknown_section(&section.key));
    }
    let entries = named(&section.value, &format!("the section `{name}`"), reader);
    match name {
        "roles" => spec.roles.extend(entries.iter().filter_map(|entry| role::read_role(entry, reader))),
        "data_mixins" => read_data(DataKind::Mixin, entries, spec, reader),
        "data_base" => read_data(DataKind::Base, entries, spec, reader),
        "data" => read_data(DataKind::Model, entries, spec, reader),
        "import" => entries.iter().for_each(|entry| import::read_import(entry, spec, reader)),
        "command" => entries.iter().for_each(|entry| command::read_tree(&[], entry, spec, reader)),
        "command_mixins" => {
            read_parts(PartKind::CommandMixin, Table::CommandMixin, entries, spec, reader);
            entries.iter().for_each(|entry| command_base::read_level(CommandLevel::Mixin, entry, spec, reader));
        }
        "command_base" => {
            read_parts(PartKind::CommandBase, Table::CommandBase, entries, spec, reader);
            entries.iter().for_each(|entry| command_base::read_level(CommandLevel::Base, entry, spec, reader));
        }
        "plugin_mixins" => read_parts(PartKind::PluginMixin, Table::PluginMixin, entries, spec, reader),
        "plugin" => read_parts(PartKind::Plugin, Table::Plugin, entries, spec, reader),
        "calculation" => read_parts(PartKind::Calculation, Table::Calculation, entries, spec, reader),
        "services" => read_parts(PartKind::Service, Table::Service, entries, spec, reader),
        "workers" => read_parts(PartKind::Worker, Table::Worker, entries, spec, reader),
        "encryption" => read_parts(PartKind::Encryption, Table::Encryption, entries, spec, reader),
        _ => spec.parts.extend(entries.iter().map(|entry| part::read_channel(entry, reader))),
    }
}

fn read_parts(kind: PartKind, table: Table, entries: &[Entry], spec: &mut SpecDoc, reader: &mut Reader<'_>) {
    spec.parts.extend(entries.iter().map(|entry| part::read_part(kind, table, entry, reader)));
}

fn read_data(kind: DataKind, entries: &[Entry], spec: &mut SpecDoc, reader: &mut Reader<'_>) {
    spec.data.extend(entries.iter().map(|entry| data::read_data(kind, entry, reader)));
}

fn unknown_section(name: &Spanned<String>) -> Diagnostic {
    let known = KEYS.iter().map(|key| key.name).collect();
    Diagnostic::at(Code::UnknownSection, name.span, format!("there is no section `{}`", name.value))
        .label("unknown section")
        .help_if(Suggestion { what: "sections", known }.text(&name.value))
}
