//! What a value may be, for programs: shapes are checked by it, and JSON Schemas and the reference are written from it.
//!
//! Null is always possible: it says nothing, as if the key were not there.

use super::table::Table;

/// What a value may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// Anything.
    Anything,
    /// Text.
    Text,
    /// `true` or `false`.
    Boolean,
    /// The word `false`.
    False,
    /// A whole number.
    Integer,
    /// One value: text, a number or a boolean.
    Scalar,
    /// A text or a list of texts.
    Texts,
    /// One of these words.
    Word(&'static [&'static str]),
    /// The name of another entry.
    Name(Named),
    /// The name of another entry, or a list of them.
    Names(Named),
    /// A mapping with the keys of a table.
    Entry(Table),
    /// A mapping whose keys are names, each with such a value.
    Entries(&'static Self),
    /// A mapping whose keys are names of other entries, each with such a value.
    EntriesOf(Named, &'static Self),
    /// A list of such values.
    List(&'static Self),
    /// The tree of commands.
    Tree,
    /// The first of these whose outer shape fits.
    Either(&'static [Self]),
}

/// What a name is the name of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Named {
    /// An entry of `data`.
    Model,
    /// A role.
    Role,
    /// An entry of `command_base`, or a word of the platform.
    CommandBase,
    /// An entry of `command_mixins`.
    CommandMixin,
    /// A parameter of the command, its own or an inherited one.
    Parameter,
    /// An entry of `workers`.
    Worker,
    /// An entry of `plugin`.
    Plugin,
    /// An entry of `plugin_mixins`.
    PluginMixin,
    /// Another provider of the same plugin.
    Provider,
    /// A provider of this plugin of the platform.
    ProviderOf(&'static str),
    /// An entry of `calculation`.
    Calculation,
    /// An entry of `services`.
    Service,
}

impl Named {
    /// Such a name in the singular, with its article.
    pub(crate) const fn words(self) -> &'static str {
        match self {
            Self::Model => "a data model",
            Self::Role => "a role",
            Self::CommandBase => "a name in command_base",
            Self::CommandMixin => "a name in command_mixins",
            Self::Parameter => "a parameter",
            Self::Worker => "a name in workers",
            Self::Plugin => "a name in plugin",
            Self::PluginMixin => "a name in plugin_mixins",
            Self::Provider | Self::ProviderOf(_) => "a provider",
            Self::Calculation => "a name in calculation",
            Self::Service => "a name in services",
        }
    }
}

impl Takes {
    /// What it is in a few words.
    #[must_use]
    pub fn words(self) -> String {
        match self {
            Self::Anything => "anything".to_owned(),
            Self::Text => "text".to_owned(),
            Self::Boolean => "`true` or `false`".to_owned(),
            Self::False => "`false`".to_owned(),
            Self::Integer => "a whole number".to_owned(),
            Self::Scalar => "one value".to_owned(),
            Self::Texts => "a text or a list of texts".to_owned(),
            Self::Word(words) => listed(words.iter().map(|word| format!("`{word}`"))),
            Self::Name(named) => named.words().to_owned(),
            Self::Names(named) => format!("{} or a list of them", named.words()),
            Self::Entry(table) => format!("a mapping ({})", table.title()),
            Self::Entries(Self::Anything) => "a mapping".to_owned(),
            Self::Entries(value) => format!("a mapping of names, each {}", value.words()),
            Self::EntriesOf(named, Self::Anything) => format!("a mapping whose keys are each {}", named.words()),
            Self::EntriesOf(named, value) => format!("a mapping of {} to {}", named.words(), value.words()),
            Self::List(value) => format!("a list, each item {}", value.words()),
            Self::Tree => "a tree of mappings".to_owned(),
            Self::Either(several) => listed(several.iter().map(|one| one.words())),
        }
    }
}

/// Words with commas and a final `or`.
fn listed(words: impl Iterator<Item = String>) -> String {
    let words: Vec<_> = words.collect();
    match words.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
    }
}
