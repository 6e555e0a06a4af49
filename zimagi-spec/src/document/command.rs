//! Commands: a tree whose leaves run code.

use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Span, Spanned};
use crate::yaml::{Entry, Kind, Node};

use super::command_base::{AUDIENCE, PARAMETERS, PARSE};
use super::command_resource::{AGENT_KEYS, read_resource};
use super::key::{Key, Standing, ignored, key, renamed, takes, waiting};
use super::mapping::{Mapping, named};
use super::parameter::{ParameterDoc, read_parameter};
use super::part::{Mention, PartDoc, PartKind, names_of, texts};
use super::reader::{Reader, is_false};
use super::shape::{AtSign, Walk};
use super::table::Rest;
use super::takes::{Named, Takes};
use super::{Names, SpecDoc, parameter, reader};

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
    /// `api_enabled`.
    pub api_enabled: Option<Spanned<bool>>,
    /// `override`.
    pub overrides: Vec<Spanned<String>>,
    /// The names of other entries in keys that change nothing.
    pub mentions: Vec<Mention>,
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
    key(
        "base",
        "`action`, or a name in command_base",
        "Says that this node is a command; `parameters` and `groups_allowed` say so too.",
    )
    .takes(Takes::Name(Named::CommandBase)),
    takes("help", Takes::Text, "What it does."),
    takes("groups_allowed", AUDIENCE, "Who may run it; without it only `admin`."),
    takes("parameters", PARAMETERS, "What it takes."),
    takes("parse", PARSE, "Which parameters it takes, in this order; without it all."),
    takes("api_enabled", Takes::Boolean, "Whether the command API offers it; true by default."),
    takes("override", Takes::Texts, "What this entry changes of a command of another owner."),
    ignored("class", "The original's class.").takes(Takes::Text),
    ignored("priority", "The original's place in the help.").takes(Takes::Integer),
    ignored("display_header", "The original's header lines.").takes(Takes::Boolean),
    ignored("background", "Whether a worker runs it; it is run at once.").takes(Takes::Boolean),
    ignored("worker_type", "Which workers run it.").takes(Takes::Name(Named::Worker)),
    ignored("task_retries", "How often it is tried again; it is not.").takes(Takes::Integer),
    ignored("task_priority", "How urgent it is, from 0 to 9.").takes(Takes::Integer),
    ignored("require_db", "Whether it needs the database; every run has its record.").takes(Takes::Boolean),
    ignored("bootstrap_ensure", "Whether models are initialised before.").takes(Takes::Boolean),
    ignored("interpolate_options", "Whether values are parsed; they are taken as they are.").takes(Takes::Boolean),
    renamed("server_enabled", "api_enabled"),
    waiting("mixins", Takes::Names(Named::CommandMixin), "What to inherit from."),
    waiting("aliases", Takes::Texts, "Other names."),
    waiting("resource", Takes::Name(Named::Model), "The data model that commands are made from."),
    waiting("base_name", Takes::Text, "The prefix of the parameters of commands made from a data model."),
    waiting(
        "options",
        Takes::Entries(&Takes::Anything),
        "Settings of commands made from a data model, or of an agent.",
    ),
    waiting("confirm", Takes::Boolean, "Whether the client asks first."),
    waiting("parse_passthrough", Takes::Boolean, "Whether all arguments are given as they are."),
];

/// What waiting keys mean if they are not there: saying so changes nothing.
const DEFAULTS: &[(&str, bool)] = &[("confirm", false), ("parse_passthrough", false)];

/// The keys that make a node a command.
const LEAF_KEYS: &[&str] = &["base", "parameters", "parse", "groups_allowed"];

/// The base of the platform for commands of one's own.
const ACTION: &str = "action";

/// Reads a node and all below it.
pub(super) fn read_tree(above: &[Spanned<String>], entry: &Entry, spec: &mut SpecDoc, reader: &mut Reader<'_>) {
    let path: Vec<_> = above.iter().cloned().chain([entry.key.clone()]).collect();
    let what = format!("the command `{}`", words(&path));
    let nodes = named(&entry.value, &what, reader);
    if entry.value.get("resource").is_some_and(|resource| !resource.is_null()) {
        spec.parts.extend(read_resource(joined(&path, entry.key.span), &what, entry, reader));
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
    let tables: &[&'static [Key]] = if path[0].value == "agent" { &[KEYS, AGENT_KEYS] } else { &[KEYS] };
    let opened = Mapping::open_with(entry.key.span, what, &entry.value, tables, Rest::Unknown, reader);
    let Some(mapping) = opened else { return };
    let mut walk = Walk::new(AtSign::Reference, reader);
    if waits(&mapping) {
        for key in KEYS {
            mapping.entry(key.name).into_iter().for_each(|entry| walk.key(key, entry, what));
        }
        walk.others(&mapping, what);
        let mut mentions = walk.mentions;
        mentions.retain(|one| !(one.named == Named::CommandBase && one.name.value == ACTION));
        let parameters = names_of(&mapping, "parameters");
        let part = PartDoc::new(PartKind::Command, joined(&path, entry.key.span), mentions);
        return spec.parts.push(PartDoc { parameters, ..part });
    }
    walk.others(&mapping, what);
    let mentions = walk.mentions;
    spec.commands.push(CommandDoc {
        path,
        help: mapping.text("help", reader),
        audience: read_audience(&mapping, reader),
        parameters: read_parameters(&mapping, reader),
        parse: mapping.names("parse", reader),
        api_enabled: mapping.boolean("api_enabled", reader),
        overrides: mapping.names("override", reader).map(|names| names.value).unwrap_or_default(),
        mentions,
    });
}

/// Whether something in it has no meaning yet that would change what it does or takes.
fn waits(mapping: &Mapping<'_>) -> bool {
    let is_default = |key: &Key, node: &Node| {
        let known = DEFAULTS.iter().find(|(name, _)| *name == key.name);
        known.is_some_and(|(_, default)| reader::boolean_of(node) == Some(*default))
    };
    let mut others =
        mapping.others.iter().filter(|(key, entry)| key.standing == Standing::Waiting && !entry.value.is_null());
    others.any(|(key, entry)| !is_default(key, &entry.value))
        || texts(mapping, "base").iter().any(|base| base.value != ACTION)
        || mapping.entry("parse").is_some_and(|parse| matches!(parse.value.kind, Kind::Mapping(_)))
        || parameters(mapping).iter().any(parameter::waits)
}

fn parameters<'n>(mapping: &Mapping<'n>) -> &'n [Entry] {
    match mapping.entry("parameters").map(|entry| &entry.value.kind) {
        Some(Kind::Mapping(entries)) => entries,
        Some(Kind::Null | Kind::Scalar(_) | Kind::Sequence(_)) | None => &[],
    }
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
