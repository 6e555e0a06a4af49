//! Running other programs.

use std::ffi::OsStr;
use std::process::{Command, Output, Stdio};

use crate::error::TaskError;

/// Runs a command to its end, with its output on this terminal.
pub(crate) fn run(command: &mut Command) -> Result<(), TaskError> {
    let status = command.status().map_err(|source| TaskError::Start { program: program(command), source })?;
    if status.success() {
        return Ok(());
    }
    Err(TaskError::Failed { command: line(command), status, output: String::new() })
}

/// Runs a command to its end and gives what it wrote to standard output.
pub(crate) fn read(command: &mut Command) -> Result<String, TaskError> {
    let Output { status, stdout, stderr } = command
        .stdin(Stdio::null())
        .output()
        .map_err(|source| TaskError::Start { program: program(command), source })?;
    if status.success() {
        return Ok(String::from_utf8_lossy(&stdout).into_owned());
    }
    let output = String::from_utf8_lossy(&stderr).into_owned() + &String::from_utf8_lossy(&stdout);
    Err(TaskError::Failed { command: line(command), status, output })
}

/// Whether a command can be started and succeeds; its output is thrown away.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    let status = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
    status.is_ok_and(|status| status.success())
}

fn program(command: &Command) -> String {
    command.get_program().to_string_lossy().into_owned()
}

fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}
