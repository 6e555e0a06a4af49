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
    #[error("{what}: expected {expected}, found {found}")]
    Wrong { what: String, expected: String, found: String },
    #[error("{request}: {source}")]
    Unanswered { request: String, source: Box<ureq::Error> },
    #[error("limits missed: {}", .0.join(", "))]
    Missed(Vec<String>),
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

    /// Something is not as it should be.
    pub(crate) fn wrong(what: &str, expected: &str, found: &str) -> Self {
        Self::Wrong { what: what.to_owned(), expected: expected.to_owned(), found: found.to_owned() }
    }
}

fn below(output: &str) -> String {
    if output.is_empty() { String::new() } else { format!(":\n{}", output.trim_end()) }
}
