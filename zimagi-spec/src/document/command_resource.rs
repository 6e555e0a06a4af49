//! Commands made from a data model, and agents: nodes of the tree with keys of their own.

use crate::diagnostic::{Code, Diagnostic};
use crate::source::Spanned;
use crate::yaml::{Entry, Kind};

use super::key::{Key, takes, waiting};
use super::mapping::Mapping;
use super::part::{PartDoc, PartKind, names_of};
use super::reader::Reader;
use super::shape::{AtSign, Walk};
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

/// Reads the node itself; what stands below it are commands. The keys of commands are no names there.
pub(super) fn read_resource(
    name: Spanned<String>,
    what: &str,
    entry: &Entry,
    reader: &mut Reader<'_>,
) -> Option<PartDoc> {
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
    let mut walk = Walk::new(AtSign::Reference, reader);
    for key in known {
        mapping.entry(key.name).into_iter().for_each(|entry| walk.key(key, entry, what));
    }
    for (key, entry) in &mapping.others {
        let takes = if key.name == "options" { Takes::Entry(Table::Resource) } else { key.takes };
        walk.value(&entry.value, &format!("`{}` of {what}", key.name), takes);
    }
    let mentions = walk.mentions;
    let parameters = names_of(&mapping, "parameters");
    Some(PartDoc { parameters, ..PartDoc::new(PartKind::Command, name, mentions) })
}

fn without_base(entry: &Entry) -> Diagnostic {
    Diagnostic::at(Code::ResourceWithoutBase, entry.key.span, "`resource` without `base` makes no commands")
        .label("only a group")
        .help("add `base:` with a name in command_base, or remove `resource`")
}
