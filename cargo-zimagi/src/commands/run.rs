//! `cargo zimagi run`: builds the application as it is served, and starts it.

use std::ffi::OsString;
use std::process::Command;

use zimagi_codegen::Project;

use crate::failure::Failure;
use crate::project;

/// Check the specs, build with the profile `serve` and start the application.
///
/// The profile `serve` of `Cargo.toml` gives the speed of a release with quick rebuilds.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// What the application is called with.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, default_value = "serve")]
    arguments: Vec<OsString>,
}

pub(crate) fn run(options: Options) -> Result<(), Failure> {
    let project = project::open()?;
    project::compile_or_report(&project)?;
    become_process(cargo_run(&project, options.arguments))
}

fn cargo_run(project: &Project, arguments: Vec<OsString>) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(["run", "--profile", "serve", "--manifest-path"]).arg(project.folder.join("Cargo.toml"));
    command.arg("--").args(arguments);
    command
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
