//! `cargo zimagi run`: builds the application as it is served, starts it, and starts it anew when something changed.

use std::ffi::OsString;
use std::process::Command;

use crate::failure::Failure;
use crate::project;
use crate::watch::{Build, watch};

/// Check the specs, build with the profile `serve` and start the application; while it serves, do so after each change.
///
/// A change with mistakes is told, and the application goes on as it was. The profile `serve` of `Cargo.toml` gives the speed of a
/// release with quick rebuilds. Commands other than `serve` run once.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// Run once, and look at no change.
    #[arg(long)]
    once: bool,
    /// The profile of `Cargo.toml` to build with.
    #[arg(long, value_name = "NAME", default_value = "serve")]
    profile: String,
    /// What the application is called with.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, default_value = "serve")]
    arguments: Vec<OsString>,
}

pub(crate) fn run(options: Options) -> Result<(), Failure> {
    let project = project::open()?;
    let build = Build { profile: options.profile, arguments: options.arguments };
    if !options.once && build.arguments.first().is_some_and(|word| word == "serve") {
        return watch(&project, &build);
    }
    project::compile_or_report(&project)?;
    become_process(build.start(&project))
}

/// Goes on as the other process, so that signals and the exit code are its own.
#[cfg(unix)]
fn become_process(mut command: Command) -> Result<(), Failure> {
    use std::os::unix::process::CommandExt;
    Err(Failure::Cargo { source: command.exec() })
}

/// Waits for the other process and ends as it ended.
#[cfg(not(unix))]
fn become_process(mut command: Command) -> Result<(), Failure> {
    let status = command.status().map_err(|source| Failure::Cargo { source })?;
    std::process::exit(status.code().unwrap_or(1))
}
