//! `cargo zimagi module`: modules of specs that others wrote, below `modules`.

mod add;
mod failure;
mod installation;
mod list;
mod new;
mod remove;
mod update;

use clap::Subcommand;

use crate::failure::Failure;

pub(crate) use failure::ModuleFailure;

/// Install modules of specs below `modules`, pinned in `zimagi.lock`.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    New(new::Options),
    Add(add::Options),
    /// Show the modules of the application, where they came from and whether they are as they were installed.
    List,
    Update(update::Options),
    Remove(remove::Options),
}

pub(crate) fn run(options: &Options) -> Result<(), Failure> {
    match &options.action {
        Action::New(options) => new::run(options),
        Action::Add(options) => add::run(options),
        Action::List => list::run(),
        Action::Update(options) => update::run(options),
        Action::Remove(options) => remove::run(options),
    }
}
