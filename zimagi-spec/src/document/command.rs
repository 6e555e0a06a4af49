//! Commands: a tree whose leaves run code.

use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Span, Spanned};
use crate::yaml::{Entry, Kind};

use super::SpecDoc;
use super::command_base::{AUDIENCE, PARAMETERS, PARSE};
use super::command_doc::{CommandDoc, CommandLevel, read_settings};
use super::command_resource::{read_agent, read_resource};
use super::key::{Key, ignored, key, renamed, takes};
use super::mapping::{Mapping, named};
use super::reader::Reader;
use super::shape::{AtSign, Walk};
use super::table::Rest;
use super::takes::{Named, Takes};

pub(super) const KEYS: &[Key] = &[
    key(
        "base",
        "`action`, or a name in command_base",
        "Says that this node is a command; `parameters` and `groups_allowed` say so too.",
    )
    .takes(Takes::Name(Named::CommandBase)),
    takes("help", Takes::Text, "What it does."),
    takes("groups_allowed", AUDIENCE, "Who may run it; without it only `admin`."),
    takes("parameters", PARAMETERS, "What it takes."),
    takes("parse", PARSE, "Which parameters it takes, in this order; without it all that it declares itself."),
    takes("api_enabled", Takes::Boolean, "Whether the command API offers it; true by default."),
    takes("override", Takes::Texts, "What this entry changes of a command of another owner."),
    takes("mixins", Takes::Names(Named::CommandMixin), "What to inherit from beside the base; a later one wins."),
    takes("aliases", Takes::Texts, "Other words for its last word."),
    takes("priority", Takes::Integer, "Its place in the help, the smallest first; 1 by default."),
    takes(
        "confirm",
        Takes::Boolean,
        "Whether clients ask before they run it; it is told to them, and ours does not ask yet.",
    ),
    takes(
        "background",
        Takes::Boolean,
        "Whether a worker may run it; true by default. Until there are workers it is run at once.",
    ),
    takes("worker_type", Takes::Name(Named::Worker), "Which workers run it, once there are any."),
    takes("task_retries", Takes::Integer, "How often a worker tries it again, once there are any."),
    takes("task_priority", Takes::Integer, "How urgent it is in a queue, from 0 to 9, once there is one."),
    takes(
        "require_db",
        Takes::Boolean,
        "Whether it needs the database; true by default. Every run has its record there all the same.",
    ),
    takes(
        "interpolate_options",
        Takes::Boolean,
        "Whether values of parameters may be parsed; true by default. Nothing parses them yet.",
    ),
    takes("parse_passthrough", Takes::Boolean, "Whether all words are given as they are, in the parameter `args`."),
    takes(
        "resource",
        Takes::Name(Named::Model),
        "The data model that commands are made from: `list`, `get`, `save`, `remove` and `clear`. They are declared and not run yet.",
    ),
    takes("base_name", Takes::Text, "The prefix of the parameters of commands made from a data model."),
    takes("options", Takes::Entries(&Takes::Anything), "Settings of commands made from a data model, or of an agent."),
    ignored("class", "The original's class.").takes(Takes::Text),
    ignored("display_header", "The original's header lines.").takes(Takes::Boolean),
    ignored("bootstrap_ensure", "Whether models are initialised before.").takes(Takes::Boolean),
    renamed("server_enabled", "api_enabled"),
];

/// The keys that make a node a command.
const LEAF_KEYS: &[&str] = &["base", "mixins", "parameters", "parse", "groups_allowed"];

/// The base of the platform for commands of one's own.
pub(super) const ACTION: &str = "action";

/// Below this word stand processes that run for a long time. They are read and checked.
const AGENT: &str = "agent";

/// Reads a node and all below it.
pub(super) fn read_tree(above: &[Spanned<String>], entry: &Entry, spec: &mut SpecDoc, reader: &mut Reader<'_>) {
    let path: Vec<_> = above.iter().cloned().chain([entry.key.clone()]).collect();
    let what = format!("the command `{}`", words(&path));
    let nodes = named(&entry.value, &what, reader);
    if entry.value.get("resource").is_some_and(|resource| !resource.is_null()) {
        spec.commands.extend(read_resource(&path, &what, entry, reader));
        let below =
            nodes.iter().filter(|node| matches!(node.value.kind, Kind::Mapping(_)) && !is_known(&node.key.value));
        return below.for_each(|node| read_tree(&path, node, spec, reader));
    }
    if nodes.iter().any(|node| LEAF_KEYS.contains(&node.key.value.as_str())) {
        return read_command(path, &what, entry, spec, reader);
    }
    if nodes.iter().all(|node| !matches!(node.value.kind, Kind::Mapping(_)) && is_known(&node.key.value)) {
        reader.report(neither(&path, entry.key.span));
    }
    for node in nodes {
        match node.value.kind {
            Kind::Mapping(_) => read_tree(&path, node, spec, reader),
            Kind::Null | Kind::Scalar(_) | Kind::Sequence(_) if is_known(&node.key.value) => {}
            Kind::Null | Kind::Scalar(_) | Kind::Sequence(_) => {
                let what = format!("`{}` below {what}", node.key.value);
                reader.wrong_shape(&node.value, &what, "a command, which is a mapping");
            }
        }
    }
}

fn is_known(key: &str) -> bool {
    KEYS.iter().any(|known| known.name == key)
}

fn joined(path: &[Spanned<String>], span: Span) -> Spanned<String> {
    Spanned::new(words(path), span)
}

fn neither(path: &[Spanned<String>], place: Span) -> Diagnostic {
    Diagnostic::at(Code::MissingKey, place, format!("`{}` is neither a command nor a group of commands", words(path)))
        .label("nothing to run, and nothing below")
        .help("add `base: action` if it is a command")
}

fn read_command(path: Vec<Spanned<String>>, what: &str, entry: &Entry, spec: &mut SpecDoc, reader: &mut Reader<'_>) {
    if path[0].value == AGENT {
        return spec.parts.extend(read_agent(joined(&path, entry.key.span), what, entry, reader));
    }
    let opened = Mapping::open_with(entry.key.span, what, &entry.value, &[KEYS], Rest::Unknown, reader);
    let Some(mapping) = opened else { return };
    let mentions = walk(&mapping, what, reader).mentions;
    let document = CommandDoc { mentions, ..read_settings(CommandLevel::Command, path, &mapping, reader) };
    spec.commands.push(document);
}

/// Checks the shapes of all keys of a node.
pub(super) fn walk<'w, 'd>(mapping: &Mapping<'_>, what: &str, reader: &'w mut Reader<'d>) -> Walk<'w, 'd> {
    let mut walk = Walk::new(AtSign::Reference, reader);
    for key in KEYS {
        mapping.entry(key.name).into_iter().for_each(|entry| walk.key(key, entry, what));
    }
    walk.others(mapping, what);
    walk.mentions.retain(|one| !(one.named == Named::CommandBase && one.name.value == ACTION));
    walk
}

/// The words of a path as typed.
pub(crate) fn words(path: &[Spanned<String>]) -> String {
    path.iter().map(|word| word.value.as_str()).collect::<Vec<_>>().join(" ")
}
