//! `cargo zimagi`: scaffolds, checks, shows, migrates and runs Zimagi applications.
//!
//! Each subcommand is a file of `commands/`. The language and the generator are the crates `zimagi-spec` and
//! `zimagi-codegen`, the same that an application's build script uses: the tool says nothing that a build would not.
//!
//! Exit codes: 0 when done, 1 when the specs have errors, 2 when the command line is wrong, 3 when something else
//! prevents the work. `run` ends as the application ends.

mod arguments;
mod commands;
mod doctor;
mod failure;
mod fetch;
mod git;
mod infer;
mod output;
mod pending;
mod project;
mod report;
mod revision;
mod schema;
mod template;
mod watch;

use std::process::ExitCode;

fn main() -> ExitCode {
    match commands::run(arguments::parse(std::env::args_os())) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}
