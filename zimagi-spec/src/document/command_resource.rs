//! Commands made from a data model, and agents: nodes of the tree with keys of their own.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::Spanned;
use crate::yaml::{Entry, Kind};

use super::command;
use super::command_doc::{CommandDoc, CommandLevel, read_settings};
use super::key::{Key, takes, waiting};
use super::mapping::Mapping;
use super::parse::{ArgumentsDoc, ParseDoc, read_argument};
use super::part::{PartDoc, PartKind, names_of};
use super::reader::{Reader, boolean_of};
use super::table::{Rest, Table};
use super::takes::{Named, Takes};

pub(super) const OPTION_KEYS: &[Key] = &[
    takes("allow_list", Takes::Boolean, "Whether there is `list`."),
    takes("allow_access", Takes::Boolean, "Whether there is `get`."),
    takes("allow_update", Takes::Boolean, "Whether there is `save`."),
    takes("allow_remove", Takes::Boolean, "Whether there are `remove` and `clear`."),
    takes("allow_clear", Takes::Boolean, "Whether there is `clear`."),
    takes(
        "save_fields",
        Takes::Entries(&Takes::Either(&[Takes::Text, Takes::List(&Takes::Anything)])),
        "Parameters of `save` in place of `field=value`, each with the arguments of its reading.",
    ),
    takes("provider_name", Takes::Text, "The plugin behind the model; the model's own wins."),
    takes("edit_roles", Takes::Names(Named::Role), "Who may change; the model's own roles win."),
    takes("view_roles", Takes::Names(Named::Role), "Who may read; the model's own roles win."),
];

/// Numbers, ranges and `*` in one text, or one number.
const TIMES: Takes = Takes::Either(&[Takes::Scalar]);

pub(super) const AGENT_KEYS: &[Key] = &[
    waiting("weeks", TIMES, "The weeks of the year in which it runs: `'*'`, or numbers and ranges with commas."),
    waiting("weekdays", TIMES, "The days of the week, from 1."),
    waiting("months", TIMES, "The months."),
    waiting("days", TIMES, "The days of the month."),
    waiting("hours", TIMES, "The hours."),
    waiting("minutes", TIMES, "The minutes."),
];

/// A node that commands are made from, as written.
#[derive(Debug, Clone)]
pub struct ResourceDoc {
    /// `resource`: the data model.
    pub model: Spanned<String>,
    /// `base_name`: the prefix of the parameters.
    pub prefix: Option<Spanned<String>>,
    /// The operations that `options` switch on or off, by their keys.
    pub allowed: Vec<(&'static str, bool)>,
    /// `options.save_fields`: fields that have a parameter each, with the arguments of its reading.
    pub save_fields: Vec<(Spanned<String>, ParseDoc)>,
    /// `options.edit_roles`.
    pub edit_roles: Vec<Spanned<String>>,
    /// `options.view_roles`.
    pub view_roles: Vec<Spanned<String>>,
}

/// Reads the node itself; what stands below it are commands. The keys of commands are no names there.
pub(super) fn read_resource(
    path: &[Spanned<String>],
    what: &str,
    entry: &Entry,
    reader: &mut Reader<'_>,
) -> Option<CommandDoc> {
    let known = Table::Command.keys();
    let mut node = entry.value.clone();
    if let Kind::Mapping(entries) = &mut node.kind {
        let is_key = |entry: &Entry| known.iter().any(|key| key.name == entry.key.value);
        entries.retain(|entry| is_key(entry) || !matches!(entry.value.kind, Kind::Mapping(_)));
    }
    let mapping = Mapping::open_with(entry.key.span, what, &node, &[known], Rest::Unknown, reader)?;
    if mapping.entry("base").is_none() {
        reader.report(without_base(entry));
    }
    let mut walk = command::walk(&mapping, what, reader);
    if let Some(options) = mapping.entry("options") {
        walk.value(&options.value, &format!("`options` of {what}"), Takes::Entry(Table::Resource));
    }
    let mentions = walk.mentions;
    let resource = read_made_from(&mapping);
    let settings = read_settings(CommandLevel::Command, path.to_vec(), &mapping, reader);
    resource.is_some().then_some(CommandDoc { mentions, resource, ..settings })
}

/// What was mistaken was reported when shapes were checked.
fn read_made_from(mapping: &Mapping<'_>) -> Option<ResourceDoc> {
    let silent = &mut Diagnostics::default();
    let reader = &mut Reader::new(silent);
    let options = mapping.entry("options").map(|entry| &entry.value);
    let listed = |key: &str, reader: &mut Reader<'_>| {
        let names = options.and_then(|options| options.get(key)).and_then(|node| reader.texts(node, key));
        names.map(|names| names.value).unwrap_or_default()
    };
    let switch = |key: &Key| Some((key.name, boolean_of(options?.get(key.name)?)?));
    let save_fields = options.and_then(|options| options.get("save_fields")).map(|node| &node.kind);
    let save_fields = match save_fields {
        Some(Kind::Mapping(entries)) => entries.iter().filter_map(read_save_field).collect(),
        Some(Kind::Null | Kind::Scalar(_) | Kind::Sequence(_)) | None => Vec::new(),
    };
    Some(ResourceDoc {
        model: mapping.text("resource", reader)?,
        prefix: mapping.text("base_name", reader),
        allowed: OPTION_KEYS.iter().filter_map(switch).collect(),
        save_fields,
        edit_roles: listed("edit_roles", reader),
        view_roles: listed("view_roles", reader),
    })
}

fn read_save_field(entry: &Entry) -> Option<(Spanned<String>, ParseDoc)> {
    let items = match &entry.value.kind {
        Kind::Sequence(items) => items.as_slice(),
        Kind::Null | Kind::Scalar(_) | Kind::Mapping(_) => std::slice::from_ref(&entry.value),
    };
    let (first, arguments) = items.split_first()?;
    let name = Reader::new(&mut Diagnostics::default()).text(first, "")?;
    Some((
        entry.key.clone(),
        ParseDoc { name, arguments: ArgumentsDoc::Listed(arguments.iter().map(read_argument).collect()) },
    ))
}

/// Reads an agent by its tables alone.
pub(super) fn read_agent(name: Spanned<String>, what: &str, entry: &Entry, reader: &mut Reader<'_>) -> Option<PartDoc> {
    let tables = [Table::Command.keys(), AGENT_KEYS];
    let mapping = Mapping::open_with(entry.key.span, what, &entry.value, &tables, Rest::Unknown, reader)?;
    let mentions = command::walk(&mapping, what, reader).mentions;
    let parameters = names_of(&mapping, "parameters");
    Some(PartDoc { parameters, ..PartDoc::new(PartKind::Agent, name, mentions) })
}

fn without_base(entry: &Entry) -> Diagnostic {
    Diagnostic::at(Code::ResourceWithoutBase, entry.key.span, "`resource` without `base` makes no commands")
        .label("only a group")
        .help("add `base:` with a name in command_base, or remove `resource`")
}
