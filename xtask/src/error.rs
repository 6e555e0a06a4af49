//! Why a task failed.

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitStatus;

/// Why a task failed. The text is for the person at the terminal.
#[derive(Debug, thiserror::Error)]
pub(crate) enum TaskError {
    #[error("`{program}` cannot be started: {source}")]
    Start { program: String, source: io::Error },
    #[error("`{command}` failed ({status}){}", below(.output))]
    Failed { command: String, status: ExitStatus, output: String },
    #[error("{}: {source}", .path.display())]
    File { path: PathBuf, source: io::Error },
    #[error("tidy found {0} violations")]
    Untidy(usize),
    #[error("failed: {}", .0.join(", "))]
    Steps(Vec<String>),
    #[error("{program} is missing: {remedy}")]
    Missing { program: &'static str, remedy: &'static str },
}

impl TaskError {
    /// For `map_err` on operations with one file.
    pub(crate) fn file(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        |source| Self::File { path, source }
    }
}

fn below(output: &str) -> String {
    if output.is_empty() { String::new() } else { format!(":\n{}", output.trim_end()) }
}
