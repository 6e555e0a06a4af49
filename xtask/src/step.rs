//! One command of a task: shown, run in the checkout, timed.

use std::process::Command;
use std::time::Instant;

use crate::paths::root;

/// Why a task failed.
#[derive(Debug)]
pub(crate) enum TaskError {
    /// A command ended badly.
    Failed { step: String },
    /// A command could not be started.
    NotStarted { step: String, source: std::io::Error },
    /// Something that the task needs is missing.
    Missing { what: String },
    /// Checks found violations, which are printed.
    Violations { count: usize },
}

impl std::fmt::Display for TaskError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Failed { step } => write!(f, "`{step}` failed"),
            Self::NotStarted { step, source } => write!(f, "`{step}` could not be started: {source}"),
            Self::Missing { what } => write!(f, "{what}"),
            Self::Violations { count } => write!(f, "{count} violations"),
        }
    }
}

/// Runs `program` with `arguments` at the top of the checkout.
pub(crate) fn run(program: &str, arguments: &[&str], surroundings: &[(&str, &str)]) -> Result<(), TaskError> {
    let step = format!("{program} {}", arguments.join(" "));
    println!("── {step}");
    let start = Instant::now();
    let mut command = Command::new(program);
    command.args(arguments).current_dir(root()).envs(surroundings.iter().copied());
    let status = command.status().map_err(|source| TaskError::NotStarted { step: step.clone(), source })?;
    println!("── {:.0} s", start.elapsed().as_secs_f64());
    if status.success() { Ok(()) } else { Err(TaskError::Failed { step }) }
}

/// Runs cargo.
pub(crate) fn cargo(arguments: &[&str], surroundings: &[(&str, &str)]) -> Result<(), TaskError> {
    run("cargo", arguments, surroundings)
}
