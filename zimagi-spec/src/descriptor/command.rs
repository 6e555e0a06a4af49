//! One command: its words, parameters and audience.

use super::{DefaultDescriptor, ScalarKind};

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
