//! Entries that are read and checked and wait for their meaning: what they declare and which other entries they name.

use crate::source::Spanned;
use crate::yaml::{Entry, Kind};

use super::mapping::{Mapping, dead};
use super::reader::Reader;
use super::service::CHANNEL;
use super::shape::{AtSign, Walk};
use super::table::Table;
use super::takes::Named;

/// An entry that waits for its meaning, as written.
#[derive(Debug, Clone)]
pub struct PartDoc {
    /// What it is.
    pub kind: PartKind,
    /// Its name; the words of a command.
    pub name: Spanned<String>,
    /// Its other names.
    pub aliases: Vec<Spanned<String>>,
    /// The providers of a plugin, the accessors of a command mixin.
    pub parts: Vec<Spanned<String>>,
    /// The parameters of a command, or of what commands inherit from.
    pub parameters: Vec<Spanned<String>>,
    /// The names of other entries in it.
    pub mentions: Vec<Mention>,
}

/// The name of another entry, where it is written.
#[derive(Debug, Clone)]
pub struct Mention {
    /// What it is the name of.
    pub named: Named,
    /// The name.
    pub name: Spanned<String>,
}

/// What a waiting entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PartKind {
    /// An entry of `command.agent`.
    Agent,
    /// An entry of `command_base`.
    CommandBase,
    /// An entry of `command_mixins`.
    CommandMixin,
    /// An entry of `plugin`.
    Plugin,
    /// An entry of `plugin_mixins`.
    PluginMixin,
    /// An entry of `import`.
    Import,
    /// An entry of `calculation`.
    Calculation,
    /// An entry of `services`.
    Service,
    /// An entry of `workers`.
    Worker,
    /// An entry of `channels`.
    Channel,
    /// An entry of `encryption`.
    Encryption,
    /// A profile.
    Profile,
    /// A task.
    Task,
}

impl PartKind {
    /// Such an entry in the singular.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Agent => "agent",
            Self::CommandBase => "command base",
            Self::CommandMixin => "command mixin",
            Self::Plugin => "plugin",
            Self::PluginMixin => "plugin mixin",
            Self::Import => "import",
            Self::Calculation => "calculation",
            Self::Service => "service",
            Self::Worker => "worker",
            Self::Channel => "channel",
            Self::Encryption => "encryption",
            Self::Profile => "profile",
            Self::Task => "task",
        }
    }
}

impl PartDoc {
    pub(super) fn new(kind: PartKind, name: Spanned<String>, mentions: Vec<Mention>) -> Self {
        Self { kind, name, aliases: Vec::new(), parts: Vec::new(), parameters: Vec::new(), mentions }
    }

    /// The names of one kind.
    pub fn mentioned(&self, named: Named) -> impl Iterator<Item = &Spanned<String>> {
        self.mentions.iter().filter(move |mention| mention.named == named).map(|mention| &mention.name)
    }
}

/// Reads an entry by its table alone. Null is an entry without keys.
pub(super) fn read_part(kind: PartKind, table: Table, entry: &Entry, reader: &mut Reader<'_>) -> PartDoc {
    let name = entry.key.clone();
    let what = format!("the {} `{}`", kind.words(), name.value);
    let at_sign = match kind {
        PartKind::Service | PartKind::Worker => AtSign::Template,
        _ => AtSign::Reference,
    };
    let mut walk = Walk::new(at_sign, reader);
    let mapping = walk.table(name.span, &what, &entry.value, table);
    let mentions = walk.mentions;
    let Some(mapping) = mapping else { return PartDoc::new(kind, name, mentions) };
    let bases = texts(&mapping, "base");
    let old = bases.iter().find(|base| kind == PartKind::Plugin && base.value == "meta");
    old.into_iter().for_each(|base| reader.report(dead(base, "write `base: base`, or leave `base` out")));
    PartDoc {
        aliases: texts(&mapping, "aliases"),
        parts: [names_of(&mapping, "providers"), names_of(&mapping, "meta")].concat(),
        parameters: names_of(&mapping, "parameters"),
        ..PartDoc::new(kind, name, mentions)
    }
}

/// Reads a channel: a mapping of roles.
pub(super) fn read_channel(entry: &Entry, reader: &mut Reader<'_>) -> PartDoc {
    let name = entry.key.clone();
    let mut walk = Walk::new(AtSign::Reference, reader);
    walk.value(&entry.value, &format!("the channel `{}`", name.value), CHANNEL);
    let mentions = walk.mentions;
    PartDoc::new(PartKind::Channel, name, mentions)
}

/// The keys of a mapping that a key holds.
pub(super) fn names_of(mapping: &Mapping<'_>, key: &str) -> Vec<Spanned<String>> {
    match mapping.known(key).map(|entry| &entry.value.kind) {
        Some(Kind::Mapping(entries)) => entries.iter().map(|entry| entry.key.clone()).collect(),
        Some(Kind::Null | Kind::Scalar(_) | Kind::Sequence(_)) | None => Vec::new(),
    }
}

/// One text or several; what has another shape was reported.
pub(super) fn texts(mapping: &Mapping<'_>, key: &str) -> Vec<Spanned<String>> {
    let Some(entry) = mapping.known(key) else { return Vec::new() };
    let items = match &entry.value.kind {
        Kind::Sequence(items) => items.as_slice(),
        Kind::Null | Kind::Scalar(_) | Kind::Mapping(_) => std::slice::from_ref(&entry.value),
    };
    let text = |item: &crate::yaml::Node| match &item.kind {
        Kind::Scalar(scalar) => Some(Spanned::new(scalar.text.clone(), item.span)),
        Kind::Null | Kind::Sequence(_) | Kind::Mapping(_) => None,
    };
    items.iter().filter_map(text).collect()
}
