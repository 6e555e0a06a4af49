//! One command on the command line: who runs it, how it is stopped, what the process exits with.

use std::process::ExitCode;

use zimagi_spec::descriptor::CommandDescriptor;

use super::error::AppError;
use super::platform::Platform;
use super::{database, operating_system, signal};
use crate::access::Caller;
use crate::cli::{GivenValues, Terminal};
use crate::command::{Cancellation, ParameterValues, RunError, RunOrigin, RunRequest};

/// Runs a command to its end.
pub(super) async fn call(
    platform: &Platform,
    descriptor: &CommandDescriptor,
    values: &GivenValues,
    as_user: Option<&str>,
) -> Result<ExitCode, AppError> {
    database::require_migrated(platform).await?;
    platform.runner.sweep().await?;
    let request = request(platform, descriptor, values, as_user).await?;
    let watching = tokio::spawn(cancel_on_signal(request.cancellation.clone()));
    let mut terminal = Terminal::new();
    let ended = platform.runner.run(request, &mut terminal).await;
    terminal.finish();
    watching.abort();
    Ok(ExitCode::from(ended?.exit_code()))
}

async fn request(
    platform: &Platform,
    descriptor: &CommandDescriptor,
    values: &GivenValues,
    as_user: Option<&str>,
) -> Result<RunRequest, AppError> {
    let command = *platform.runner.find(descriptor.path).expect("the command line knows only commands of the runner");
    let values = ParameterValues::from_texts(descriptor, values).map_err(RunError::Parameters)?;
    let caller = match as_user {
        Some(user) => platform.gate.act_as(user).await?,
        None => Caller::local_admin(),
    };
    let origin = RunOrigin::CommandLine { os_user: operating_system::user() };
    Ok(RunRequest { command, values, caller, origin, cancellation: Cancellation::new() })
}

async fn cancel_on_signal(cancellation: Cancellation) {
    signal::stop_requested().await;
    cancellation.cancel();
}
