//! The registry: the explicit lists an application passes to the runtime.

use std::pin::Pin;

use zimagi_spec::descriptor::{CommandDescriptor, ImportDescriptor, ModelDescriptor};

use crate::command::{CommandResult, Context, ParameterValues};
use crate::data::hook::HooksEntry;
use crate::data::migration::MigrationSet;

/// Everything the specs of an application declare, in their final form.
#[derive(Debug, Clone, Copy)]
pub struct Registry {
    /// The application's name, from its manifest.
    pub name: &'static str,
    /// The application's version, from its Cargo.toml.
    pub version: &'static str,
    /// Declared roles.
    pub roles: &'static [RoleDescriptor],
    /// Every model, the platform's included.
    pub models: &'static [&'static ModelDescriptor],
    /// The hooks of models that have some.
    pub hooks: &'static [HooksEntry],
    /// Every command.
    pub commands: &'static [CommandEntry],
    /// Every import.
    pub imports: &'static [&'static ImportDescriptor],
    /// The migrations of each database.
    pub migrations: &'static [MigrationSet],
}

/// A role that specs declare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoleDescriptor {
    /// Its name.
    pub name: &'static str,
    /// What it is for.
    pub help: &'static str,
}

/// A command and what runs it.
#[derive(Debug, Clone, Copy)]
pub struct CommandEntry {
    /// What its spec says.
    pub descriptor: &'static CommandDescriptor,
    /// The code.
    pub run: CommandRun,
}

/// What runs a command.
#[derive(Debug, Clone, Copy)]
pub enum CommandRun {
    /// The constant that `#[command]` makes beside the user's function.
    Code(CommandFn),
    /// Nothing: the command came with a module of specs alone, and this is to be done before it can run.
    Pending(&'static str),
}

/// How the runner calls a command.
pub type CommandFn = for<'a> fn(&'a mut Context, ParameterValues) -> CommandFuture<'a>;

/// What a command returns before it has run.
pub type CommandFuture<'a> = Pin<Box<dyn Future<Output = CommandResult> + Send + 'a>>;
