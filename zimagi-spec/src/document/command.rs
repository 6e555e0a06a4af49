//! Commands: a tree whose leaves run code.

use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Span, Spanned};
use crate::yaml::{Entry, Kind};

use super::key::{Key, ignored, key, not_yet, renamed};
use super::mapping::{Mapping, named, not_supported_yet};
use super::parameter::{ParameterDoc, read_parameter};
use super::reader::{Reader, is_false};
use super::{Names, closed};

/// A command as written.
#[derive(Debug, Clone)]
pub struct CommandDoc {
    /// The words typed.
    pub path: Vec<Spanned<String>>,
    /// `help`.
    pub help: Option<Spanned<String>>,
    /// `groups_allowed`.
    pub audience: Option<Spanned<AudienceDoc>>,
    /// `parameters`, in order.
    pub parameters: Vec<ParameterDoc>,
    /// `parse`: which parameters it takes, in this order; all if it says nothing.
    pub parse: Option<Names>,
    /// `override`.
    pub overrides: Vec<Spanned<String>>,
}

/// `groups_allowed` as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AudienceDoc {
    /// `false`: everyone with credentials.
    Everyone,
    /// `admin` and these.
    Roles(Vec<Spanned<String>>),
}

pub(super) const KEYS: &[Key] = &[
    key("base", "action", "Says that this node is a command; `parameters` and `groups_allowed` say so too."),
    key("help", "text", "What it does."),
    key("groups_allowed", "a role, a list of roles, or false", "Who may run it; without it only `admin`."),
    key("parameters", "a mapping of names to parameters", "What it takes."),
    key("parse", "a parameter or a list of them", "Which parameters it takes, in this order; without it all."),
    key("override", "a list of keys", "What this entry changes of a command of another owner."),
    ignored("class", "The original's class."),
    ignored("priority", "The original's place in the help."),
    ignored("display_header", "The original's header lines."),
    renamed("server_enabled", "api_enabled"),
    not_yet("api_enabled", "Whether the command API offers it."),
    not_yet("mixins", "Command mixins."),
    not_yet("aliases", "Other names."),
    not_yet("resource", "Commands made from a data model."),
    not_yet("base_name", "The prefix of commands made from a data model."),
    not_yet("options", "Fixed values of parameters."),
    not_yet("background", "Whether a worker runs it."),
    not_yet("worker_type", "Which workers run it."),
    not_yet("task_retries", "How often it is tried again."),
    not_yet("task_priority", "How urgent it is."),
    not_yet("confirm", "Whether the client asks first."),
    not_yet("require_db", "Whether it needs the database."),
    not_yet("bootstrap_ensure", "Whether models are initialised before."),
    not_yet("interpolate_options", "Whether values are parsed."),
    not_yet("parse_passthrough", "Whether all arguments are given as they are."),
];

/// The keys that make a node a command.
const LEAF_KEYS: &[&str] = &["base", "parameters", "parse", "groups_allowed"];

const BASES: &[(&str, ())] = &[("action", ())];

/// Reads a node and all below it.
pub(super) fn read_tree(
    above: &[Spanned<String>],
    entry: &Entry,
    found: &mut Vec<CommandDoc>,
    reader: &mut Reader<'_>,
) {
    let path: Vec<_> = above.iter().cloned().chain([entry.key.clone()]).collect();
    let what = format!("the command `{}`", words(&path));
    let nodes = named(&entry.value, &what, reader);
    if nodes.iter().any(|node| LEAF_KEYS.contains(&node.key.value.as_str())) {
        found.extend(read_command(path, what, entry, reader));
        return;
    }
    if nodes.iter().all(|node| !matches!(node.value.kind, Kind::Mapping(_)) && is_known(&node.key.value)) {
        reader.report(neither(&path, entry.key.span));
    }
    for node in nodes {
        match node.value.kind {
            Kind::Mapping(_) => read_tree(&path, node, found, reader),
            Kind::Null | Kind::Scalar(_) | Kind::Sequence(_) => read_group_key(&what, node, reader),
        }
    }
}

fn is_known(key: &str) -> bool {
    KEYS.iter().any(|known| known.name == key)
}

fn neither(path: &[Spanned<String>], place: Span) -> Diagnostic {
    Diagnostic::at(Code::MissingKey, place, format!("`{}` is neither a command nor a group of commands", words(path)))
        .label("nothing to run, and nothing below")
        .help("add `base: action` if it is a command")
}

/// A node above commands may say its help, and nothing else.
fn read_group_key(what: &str, node: &Entry, reader: &mut Reader<'_>) {
    let name = node.key.value.as_str();
    if name == "resource" {
        return reader.report(not_supported_yet(node.key.span, "the key `resource`"));
    }
    if !is_known(name) {
        reader.wrong_shape(&node.value, &format!("`{name}` below {what}"), "a command, which is a mapping");
    }
}

fn read_command(
    path: Vec<Spanned<String>>,
    what: String,
    entry: &Entry,
    reader: &mut Reader<'_>,
) -> Option<CommandDoc> {
    let mapping = Mapping::open(entry.key.span, what.as_str(), &entry.value, KEYS, reader)?;
    if let Some(base) = mapping.text("base", reader) {
        closed::read(&base, &format!("`base` of {what}"), BASES, reader);
    }
    Some(CommandDoc {
        path,
        help: mapping.text("help", reader),
        audience: read_audience(&mapping, reader),
        parameters: read_parameters(&mapping, reader),
        parse: mapping.names("parse", reader),
        overrides: mapping.names("override", reader).map(|names| names.value).unwrap_or_default(),
    })
}

fn read_audience(mapping: &Mapping<'_>, reader: &mut Reader<'_>) -> Option<Spanned<AudienceDoc>> {
    let entry = mapping.entry("groups_allowed")?;
    if is_false(&entry.value) {
        return Some(Spanned::new(AudienceDoc::Everyone, entry.value.span));
    }
    mapping.names("groups_allowed", reader).map(|names| names.map(AudienceDoc::Roles))
}

fn read_parameters(mapping: &Mapping<'_>, reader: &mut Reader<'_>) -> Vec<ParameterDoc> {
    let Some(entry) = mapping.entry("parameters") else { return Vec::new() };
    let parameters = named(&entry.value, "`parameters`", reader);
    parameters.iter().filter_map(|parameter| read_parameter(parameter, reader)).collect()
}

/// The words of a path as typed.
pub(crate) fn words(path: &[Spanned<String>]) -> String {
    path.iter().map(|word| word.value.as_str()).collect::<Vec<_>>().join(" ")
}
