//! The way into the program: arguments, settings, log, runtime.

use std::process::ExitCode;

use super::dispatch::dispatch;
use super::error::AppError;
use super::logging;
use super::settings::{Settings, Variables};
use crate::cli::{CommandLine, Invocation};
use crate::contract::Registry;
use crate::flow;

/// The exit code of a process that did not understand what it was asked.
const USAGE: u8 = 2;

/// Does what the arguments of the process ask for, with the models and commands of the registry.
///
/// The exit code is 0 if that was done, 1 if it failed, 2 if it was not understood or not allowed, and 130 if it was aborted.
#[must_use]
pub fn run(registry: Registry) -> ExitCode {
    let platform_commands = flow::commands();
    let commands: Vec<_> = registry.commands.iter().chain(&platform_commands).map(|entry| entry.descriptor).collect();
    match CommandLine::parse(registry.name, registry.version, &commands, std::env::args_os()) {
        Ok(line) => start(registry, line).unwrap_or_else(|error| fail(registry.name, &error)),
        Err(error) => {
            // Help that nobody reads any more is no failure.
            let _ = error.print();
            ExitCode::from(if error.use_stderr() { USAGE } else { 0 })
        }
    }
}

fn start(registry: Registry, line: CommandLine) -> Result<ExitCode, AppError> {
    let find = |name: &str| std::env::var(name).ok();
    let settings = Settings::read(registry.name, &Variables::new(&find)).map_err(AppError::Settings)?;
    let filter = settings.log_filter.as_deref().unwrap_or_else(|| default_log_filter(&line.invocation));
    logging::start(filter, settings.serving.log_format);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(AppError::Runtime)?;
    let ended = runtime.block_on(dispatch(registry, settings, line));
    // A statement that still runs on a blocking thread keeps nobody waiting.
    runtime.shutdown_background();
    ended
}

const fn default_log_filter(invocation: &Invocation) -> &'static str {
    match invocation {
        Invocation::Serve { .. } => "info",
        Invocation::Migrate
        | Invocation::MigrationStatus
        | Invocation::RevertMigrations { .. }
        | Invocation::SaveUser { .. }
        | Invocation::RotateToken { .. }
        | Invocation::RotateKey
        | Invocation::ListKeys
        | Invocation::NewKey
        | Invocation::Run { .. } => "warn",
    }
}

fn fail(name: &str, error: &AppError) -> ExitCode {
    eprintln!("{name}: {error}");
    ExitCode::from(error.exit_code())
}
