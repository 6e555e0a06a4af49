//! One command: its words, parameters and audience.

use super::{ChoiceDescriptor, DefaultDescriptor, ScalarKind};

/// A command as the runtime sees it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CommandDescriptor {
    /// The words a person types, `["flight", "delays"]`.
    pub path: &'static [&'static str],
    /// The module that declared it.
    pub owner: &'static str,
    /// The spec's `help:` text, empty if it has none.
    pub help: &'static str,
    /// Who may run it.
    pub audience: Audience,
    /// Whether the command API offers it (`api_enabled`).
    pub is_offered: bool,
    /// What it takes, positionals in their order.
    pub parameters: &'static [ParameterDescriptor],
    /// What runs.
    pub kind: CommandKind,
    /// Other words for its last word (`aliases`).
    pub aliases: &'static [&'static str],
    /// Its place in the help, the smallest first.
    pub priority: i64,
    /// What is unusual about it.
    pub traits: &'static [CommandTrait],
    /// The pool of workers that runs it (`worker_type`).
    pub worker: &'static str,
    /// How often it is tried again if it fails (`task_retries`).
    pub retries: u32,
    /// How urgent it is in a queue, from 0 to 9 (`task_priority`); by default as the settings say.
    pub urgency: Option<u8>,
}

impl CommandDescriptor {
    /// A command of which nothing is said: generated code names only what differs from it.
    pub const PLAIN: Self = Self {
        path: &[],
        owner: "",
        help: "",
        audience: Audience::Admin,
        is_offered: true,
        parameters: &[],
        kind: CommandKind::Own,
        aliases: &[],
        priority: 1,
        traits: &[],
        worker: "default",
        retries: 0,
        urgency: None,
    };

    /// Whether this is unusual about it.
    #[must_use]
    pub fn has(&self, one: CommandTrait) -> bool {
        self.traits.contains(&one)
    }
}

/// What a command runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CommandKind {
    /// Code of its own.
    Own,
    /// An operation on the records of a data model (`resource`).
    Resource {
        /// The model.
        model: &'static str,
        /// The operation.
        operation: ResourceOperation,
    },
}

/// What commands made from a data model do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ResourceOperation {
    /// Show the records that match.
    List,
    /// Show one record.
    Get,
    /// Create or update one record.
    Save,
    /// Remove one record.
    Remove,
    /// Remove all records that match.
    Clear,
}

impl ResourceOperation {
    /// All of them, in the order of the help.
    pub const ALL: [Self; 5] = [Self::List, Self::Get, Self::Save, Self::Remove, Self::Clear];

    /// The word that is typed.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Get => "get",
            Self::Save => "save",
            Self::Remove => "remove",
            Self::Clear => "clear",
        }
    }
}

/// What may be unusual about a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CommandTrait {
    /// Clients ask before they run it (`confirm: true`).
    Confirm,
    /// No worker runs it, only the process that was asked (`background: false`).
    Foreground,
    /// It needs no database (`require_db: false`).
    WithoutDatabase,
    /// All words are given as they are, in the parameter `args` (`parse_passthrough: true`).
    Passthrough,
}

/// Who may run a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// The role `admin` only: the default.
    Admin,
    /// `admin` and these roles.
    Roles(&'static [&'static str]),
    /// Everyone with valid credentials (`groups_allowed: false`).
    Authenticated,
}

/// One parameter of a command.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ParameterDescriptor {
    /// The spec name, also the field of the parameter struct.
    pub name: &'static str,
    /// The spec's `help:` text, empty if it has none.
    pub help: &'static str,
    /// What values it takes.
    pub kind: ParameterKind,
    /// How it is written on the command line.
    pub form: ParameterForm,
    /// The value if none is given.
    pub default: Option<DefaultDescriptor>,
    /// One letter that stands for its option.
    pub short: Option<char>,
    /// The only values, if there are any here.
    pub choices: &'static [ChoiceDescriptor],
    /// The word for its value in the help, empty for its name.
    pub label: &'static str,
    /// Labels for programs that show it.
    pub tags: &'static [&'static str],
    /// Whether only programs give it: it is not on the command line (`system`).
    pub is_system: bool,
    /// Whether its value may be parsed (`interpolate`).
    pub is_interpolated: bool,
    /// What its value means for a data model.
    pub role: ParameterRole,
    /// That data model.
    pub model: Option<&'static str>,
    /// The field or relation that it fills.
    pub field: Option<&'static str>,
}

impl ParameterDescriptor {
    /// A parameter of which nothing is said: generated code names only what differs from it.
    pub const PLAIN: Self = Self {
        name: "",
        help: "",
        kind: ParameterKind::Flag,
        form: ParameterForm::Required,
        default: None,
        short: None,
        choices: &[],
        label: "",
        tags: &[],
        is_system: false,
        is_interpolated: false,
        role: ParameterRole::Plain,
        model: None,
        field: None,
    };
}

/// What the value of a parameter means for a data model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ParameterRole {
    /// Nothing.
    Plain,
    /// The identifier of a record.
    Id,
    /// The key of a record.
    Key,
    /// Keys of records.
    Keys,
    /// The key of the record within which a key is looked up.
    Scope,
    /// Values of fields, each `NAME=VALUE`.
    Fields,
    /// Terms that records must match.
    Search,
    /// Whether one of the terms is enough.
    SearchOr,
    /// The fields that records are ordered by.
    Order,
    /// How many records at most.
    Limit,
    /// Whether records are only counted.
    Count,
    /// The fields that are shown.
    Columns,
    /// The provider of a record.
    Provider,
}

/// What values a parameter takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParameterKind {
    /// Present or not.
    Flag,
    /// One value.
    One(ScalarKind),
    /// A list of values.
    Many(ScalarKind),
}

/// How a parameter is written on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParameterForm {
    /// A word that must be there.
    Required,
    /// A word that may be left out.
    Optional,
    /// An option, named without its dashes.
    Option(&'static str),
}
