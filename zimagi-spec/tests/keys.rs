//! Every key of data models and of commands stands in some case of the corpus, at its own place.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use zimagi_spec::diagnostic::Diagnostics;
use zimagi_spec::document::Table;
use zimagi_spec::source::SourceMap;
use zimagi_spec::yaml::{self, Entry, Kind, Node};

/// A key and the table it stands in.
type Written = BTreeSet<(&'static str, String)>;

#[test]
fn every_key_of_data_models_and_commands_has_a_case() {
    let mut written = Written::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/corpus");
    for file in spec_files(&root) {
        let mut sources = SourceMap::default();
        let id = sources.add("case".to_owned(), &file, fs::read_to_string(&file).unwrap_or_default());
        if let Some(node) = yaml::parse(id, &sources, &mut Diagnostics::default()) {
            collect(&node, &mut written);
            collect_commands(&node, &mut written);
        }
    }
    let data = [Table::Data, Table::Meta, Table::Roles, Table::Triggers, Table::Field, Table::Options];
    let levels = [Table::Command, Table::Resource, Table::Schedule, Table::CommandBase, Table::CommandMixin];
    let tables = [data.as_slice(), &levels, &[Table::Accessor, Table::Parameter]].concat();
    let keys = tables.iter().flat_map(|table| table.keys().iter().map(|key| (table.name(), key)));
    let keys = keys.map(|(table, key)| (table, key.name.to_owned()));
    let missing: Vec<_> = keys.filter(|key| !written.contains(key)).collect();
    assert!(missing.is_empty(), "keys without a case: {missing:?}");
}

fn collect(node: &Node, written: &mut Written) {
    for section in entries(node).iter().filter(|entry| entry.key.value.starts_with("data")) {
        for model in entries(&section.value) {
            note("Data", &model.value, written);
            for (key, table) in [("meta", "Meta"), ("roles", "Roles"), ("triggers", "Triggers")] {
                model.value.get(key).into_iter().for_each(|node| note(table, node, written));
            }
            for field in model.value.get("fields").map(entries).unwrap_or_default() {
                note("Field", &field.value, written);
                field.value.get("options").into_iter().for_each(|node| note("Options", node, written));
            }
        }
    }
}

fn collect_commands(node: &Node, written: &mut Written) {
    for (section, table) in [("command_base", "CommandBase"), ("command_mixins", "CommandMixin")] {
        for entry in node.get(section).map(entries).unwrap_or_default() {
            note(table, &entry.value, written);
            collect_parameters(&entry.value, written);
            for accessor in entry.value.get("meta").map(entries).unwrap_or_default() {
                note("Accessor", &accessor.value, written);
            }
        }
    }
    for command in node.get("command").map(entries).unwrap_or_default() {
        collect_node(&command.value, command.key.value == "agent", written);
    }
}

fn collect_node(node: &Node, is_agent: bool, written: &mut Written) {
    note(if is_agent { "Schedule" } else { "Command" }, node, written);
    node.get("options").into_iter().for_each(|options| note("Resource", options, written));
    collect_parameters(node, written);
    entries(node).iter().for_each(|entry| collect_node(&entry.value, is_agent, written));
}

fn collect_parameters(node: &Node, written: &mut Written) {
    for parameter in node.get("parameters").map(entries).unwrap_or_default() {
        note("Parameter", &parameter.value, written);
    }
}

fn note(table: &'static str, node: &Node, written: &mut Written) {
    written.extend(entries(node).iter().map(|entry| (table, entry.key.value.clone())));
}

fn entries(node: &Node) -> &[Entry] {
    match &node.kind {
        Kind::Mapping(entries) => entries,
        Kind::Null | Kind::Scalar(_) | Kind::Sequence(_) => &[],
    }
}

fn spec_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let (folders, files): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
    let files = files.into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "yml"));
    files.chain(folders.iter().flat_map(|folder| spec_files(folder))).collect()
}
