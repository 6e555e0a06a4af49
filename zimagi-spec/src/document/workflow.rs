//! Profiles, tasks and help texts: files of their own beside the specs, read by the tables of their keys. They are checked with
//! the specs, so that a typo is found before they run.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::load::LoadedModule;
use crate::source::{FileId, SourceMap, Span, Spanned};
use crate::yaml::{self, Entry, Node};

use super::mapping::named;
use super::part::{PartDoc, PartKind};
use super::reader::Reader;
use super::shape::{AtSign, Walk};
use super::table::Table;

/// The word by which people ask for the names of all profiles or tasks.
const LIST: &str = "list";

/// Reads them all. Help texts name nothing and give nothing.
pub(super) fn read_workflows(
    module: &LoadedModule,
    sources: &SourceMap,
    diagnostics: &mut Diagnostics,
) -> Vec<PartDoc> {
    let mut parts = Vec::new();
    for profile in &module.profiles {
        if let Some(node) = yaml::parse(profile.file, sources, diagnostics) {
            parts.extend(read_profile(&profile.name, profile.file, &node, &mut Reader::new(diagnostics)));
        }
    }
    for file in &module.tasks {
        if let Some(node) = yaml::parse(*file, sources, diagnostics) {
            parts.extend(read_tasks(&node, &mut Reader::new(diagnostics)));
        }
    }
    for file in &module.help {
        if let Some(node) = yaml::parse(*file, sources, diagnostics) {
            read_help(&node, "a file of help texts", &mut Reader::new(diagnostics));
        }
    }
    parts
}

/// The texts of a word, and those of the words below it.
fn read_help(node: &Node, what: &str, reader: &mut Reader<'_>) {
    for entry in named(node, what, reader) {
        let name = entry.key.value.as_str();
        if Table::Help.keys().iter().any(|key| key.name == name) {
            reader.text(&entry.value, &format!("`{name}` of {what}"));
        } else {
            read_help(&entry.value, &format!("`{name}`"), reader);
        }
    }
}

fn read_profile(name: &str, file: FileId, node: &Node, reader: &mut Reader<'_>) -> Option<PartDoc> {
    let place = Span { file, start: 0, end: 0 };
    let name = Spanned::new(name.to_owned(), place);
    if name.value == LIST {
        reader.report(reserved("profile", &name));
    }
    let mut walk = Walk::new(AtSign::Parsed, reader);
    walk.table(place, &format!("the profile `{}`", name.value), node, Table::Profile)?;
    let mentions = walk.mentions;
    Some(PartDoc::new(PartKind::Profile, name, mentions))
}

fn read_tasks(node: &Node, reader: &mut Reader<'_>) -> Vec<PartDoc> {
    let tasks = named(node, "a file of tasks", reader).iter().filter(|task| !task.key.value.starts_with('_'));
    tasks.filter_map(|task| read_task(task, reader)).collect()
}

fn read_task(entry: &Entry, reader: &mut Reader<'_>) -> Option<PartDoc> {
    let name = entry.key.clone();
    if name.value == LIST {
        reader.report(reserved("task", &name));
    }
    let mut walk = Walk::new(AtSign::Parsed, reader);
    walk.table(name.span, &format!("the task `{}`", name.value), &entry.value, Table::Task)?;
    let mentions = walk.mentions;
    Some(PartDoc::new(PartKind::Task, name, mentions))
}

fn reserved(what: &str, name: &Spanned<String>) -> Diagnostic {
    Diagnostic::at(Code::ReservedName, name.span, format!("`{LIST}` cannot be the name of a {what}"))
        .label(format!("asks for the names of all {what}s"))
        .help("choose another name")
}
