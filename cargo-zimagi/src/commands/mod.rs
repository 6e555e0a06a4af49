//! The subcommands, one file each: its options and its work.

pub(crate) mod check;
pub(crate) mod diff;
pub(crate) mod doctor;
pub(crate) mod expand;
pub(crate) mod explain;
pub(crate) mod migration;
pub(crate) mod module;
pub(crate) mod new;
pub(crate) mod plan;
pub(crate) mod run;
pub(crate) mod schema;

use crate::arguments::Command;
use crate::failure::Failure;

/// Does what was typed.
pub(crate) fn run(command: Command) -> Result<(), Failure> {
    match command {
        Command::New(options) => new::run(&options),
        Command::Check(options) => check::run(&options),
        Command::Explain(options) => explain::run(&options),
        Command::Plan(options) => plan::run(&options),
        Command::Diff(options) => diff::run(&options),
        Command::Expand(options) => expand::run(&options),
        Command::Migration(options) => migration::run(&options),
        Command::Module(options) => module::run(&options),
        Command::Doctor(options) => doctor::run(&options),
        Command::Schema(options) => schema::run(&options),
        Command::Run(options) => run::run(options),
    }
}
