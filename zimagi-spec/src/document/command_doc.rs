//! What a command, a base or a mixin says, read into one document. Shapes were checked by the tables before.

use crate::diagnostic::Diagnostics;
use crate::source::Spanned;
use crate::yaml::Kind;

use super::command_resource::ResourceDoc;
use super::mapping::{Mapping, named};
use super::parameter::{ParameterDoc, read_parameter};
use super::parse::{ParseDoc, read_parse};
use super::part::{Mention, texts};
use super::reader::{Reader, is_false};

/// A command, or what commands inherit from, as written.
#[derive(Debug, Clone)]
pub struct CommandDoc {
    /// Which of them it is.
    pub level: CommandLevel,
    /// The words typed; the name of a base or mixin.
    pub path: Vec<Spanned<String>>,
    /// `help`.
    pub help: Option<Spanned<String>>,
    /// `base`; nothing for the platform's own base.
    pub base: Option<Spanned<String>>,
    /// `mixins`.
    pub mixins: Vec<Spanned<String>>,
    /// `aliases`.
    pub aliases: Vec<Spanned<String>>,
    /// `groups_allowed`.
    pub audience: Option<Spanned<AudienceDoc>>,
    /// `api_enabled`.
    pub api_enabled: Option<Spanned<bool>>,
    /// `priority`.
    pub priority: Option<Spanned<i64>>,
    /// `confirm`.
    pub confirm: Option<Spanned<bool>>,
    /// `background`.
    pub background: Option<Spanned<bool>>,
    /// `worker_type`.
    pub worker: Option<Spanned<String>>,
    /// `task_retries`.
    pub retries: Option<Spanned<i64>>,
    /// `task_priority`.
    pub urgency: Option<Spanned<i64>>,
    /// `require_db`.
    pub require_db: Option<Spanned<bool>>,
    /// `interpolate_options`.
    pub interpolate: Option<Spanned<bool>>,
    /// `parse_passthrough`.
    pub passthrough: Option<Spanned<bool>>,
    /// `parameters`, in order.
    pub parameters: Vec<ParameterDoc>,
    /// `parse`: which parameters it takes, in this order.
    pub parse: Option<Spanned<Vec<ParseDoc>>>,
    /// `meta` of a mixin, by prefix.
    pub accessors: Vec<AccessorDoc>,
    /// What commands are made from.
    pub resource: Option<ResourceDoc>,
    /// `override`.
    pub overrides: Vec<Spanned<String>>,
    /// The names of other entries in it.
    pub mentions: Vec<Mention>,
}

/// What a document of commands is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CommandLevel {
    /// An entry of `command_mixins`.
    Mixin,
    /// An entry of `command_base`.
    Base,
    /// A node of `command`.
    Command,
}

/// `groups_allowed` as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AudienceDoc {
    /// `false`: everyone with credentials.
    Everyone,
    /// `admin` and these.
    Roles(Vec<Spanned<String>>),
}

/// Parameters made from a data model, as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessorDoc {
    /// What their names begin with.
    pub prefix: Spanned<String>,
    /// `data`; without it there are plain parameters only.
    pub model: Option<Spanned<String>>,
    /// `relations`.
    pub has_relations: bool,
    /// `provider`.
    pub has_provider: bool,
}

impl AccessorDoc {
    /// Whether another one says the same.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        let model = |one: &Self| one.model.as_ref().map(|model| model.value.clone());
        model(self) == model(other)
            && (self.has_relations, self.has_provider) == (other.has_relations, other.has_provider)
    }
}

/// Reads what all levels may say. What is mistaken was reported, and is left out.
pub(super) fn read_settings(
    level: CommandLevel,
    path: Vec<Spanned<String>>,
    mapping: &Mapping<'_>,
    reader: &mut Reader<'_>,
) -> CommandDoc {
    let parameters = read_parameters(mapping, reader);
    let silent = &mut Diagnostics::default();
    let reader = &mut Reader::new(silent);
    let boolean = |key: &str, reader: &mut Reader<'_>| mapping.boolean(key, reader);
    let integer =
        |key: &str, reader: &mut Reader<'_>| mapping.entry(key).and_then(|entry| reader.integer(&entry.value, key));
    CommandDoc {
        level,
        path,
        help: mapping.text("help", reader),
        base: mapping.text("base", reader).filter(|base| base.value != super::command::ACTION),
        mixins: mapping.names("mixins", reader).map(|names| names.value).unwrap_or_default(),
        aliases: texts(mapping, "aliases"),
        audience: read_audience(mapping, reader),
        api_enabled: boolean("api_enabled", reader),
        priority: integer("priority", reader),
        confirm: boolean("confirm", reader),
        background: boolean("background", reader),
        worker: mapping.text("worker_type", reader),
        retries: integer("task_retries", reader),
        urgency: integer("task_priority", reader),
        require_db: boolean("require_db", reader),
        interpolate: boolean("interpolate_options", reader),
        passthrough: boolean("parse_passthrough", reader),
        parameters,
        parse: mapping.entry("parse").and_then(|entry| read_parse(&entry.value)),
        accessors: read_accessors(mapping, reader),
        resource: None,
        overrides: mapping.names("override", reader).map(|names| names.value).unwrap_or_default(),
        mentions: Vec::new(),
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
    match mapping.entry("parameters").map(|entry| &entry.value.kind) {
        Some(Kind::Mapping(entries)) => {
            entries.iter().filter_map(|parameter| read_parameter(parameter, reader)).collect()
        }
        Some(Kind::Null | Kind::Scalar(_) | Kind::Sequence(_)) | None => Vec::new(),
    }
}

fn read_accessors(mapping: &Mapping<'_>, reader: &mut Reader<'_>) -> Vec<AccessorDoc> {
    let Some(meta) = mapping.entry("meta") else { return Vec::new() };
    let entries = named(&meta.value, "meta", reader);
    let accessors = entries.iter().map(|entry| {
        let is_set = |key: &str| entry.value.get(key).and_then(super::reader::boolean_of) == Some(true);
        let model = entry.value.get("data").filter(|node| !node.is_null()).and_then(|node| reader.text(node, "data"));
        let (has_relations, has_provider) = (is_set("relations"), is_set("provider"));
        AccessorDoc { prefix: entry.key.clone(), model, has_relations, has_provider }
    });
    accessors.collect()
}
