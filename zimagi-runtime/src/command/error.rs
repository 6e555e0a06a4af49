//! Why a command stopped, and why a run was not accepted.

use std::error::Error;
use std::fmt;

use super::{ParameterError, RunStatus};
use crate::data::DataError;

/// What a command's code returns.
pub type CommandResult<T = ()> = Result<T, CommandError>;

/// Why a command stopped before its end.
///
/// Any error becomes one with `?`. For that reason this type is no [`Error`] itself: the conversion would overlap with the
/// one every type has into itself.
pub struct CommandError {
    failure: Failure,
}

#[derive(Debug)]
enum Failure {
    /// The command says so itself.
    Stated(String),
    /// Someone asked the run to stop.
    Aborted,
    /// Something the command used failed.
    Source(Box<dyn Error + Send + Sync>),
}

impl CommandError {
    /// The command cannot go on, for this reason. The text is shown to the caller: no secrets.
    #[must_use]
    pub fn fail(reason: impl Into<String>) -> Self {
        Self { failure: Failure::Stated(reason.into()) }
    }

    /// The run was asked to stop and did.
    pub(crate) const fn aborted() -> Self {
        Self { failure: Failure::Aborted }
    }

    /// What the record says of a run that ends so.
    pub(crate) const fn status(&self) -> RunStatus {
        match self.failure {
            Failure::Aborted => RunStatus::Aborted,
            Failure::Stated(_) | Failure::Source(_) => RunStatus::Failed,
        }
    }

    /// The error that the command met, if it did not stop by itself.
    pub(crate) fn source(&self) -> Option<&(dyn Error + Send + Sync + 'static)> {
        match &self.failure {
            Failure::Source(source) => Some(source.as_ref()),
            Failure::Stated(_) | Failure::Aborted => None,
        }
    }
}

impl<E: Error + Send + Sync + 'static> From<E> for CommandError {
    fn from(source: E) -> Self {
        Self { failure: Failure::Source(Box::new(source)) }
    }
}

impl fmt::Display for CommandError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.failure {
            Failure::Stated(reason) => f.write_str(reason),
            Failure::Aborted => f.write_str("aborted"),
            Failure::Source(source) => source.fmt(f),
        }
    }
}

impl fmt::Debug for CommandError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.failure.fmt(f)
    }
}

/// Why a run was not accepted: there is no record of it.
#[derive(Debug, thiserror::Error)]
pub(crate) enum RunError {
    /// The caller may not run the command.
    #[error("you may not run `{command}`")]
    Forbidden {
        /// Its words.
        command: String,
    },
    /// Nobody has written the code of the command.
    #[error("`{command}` has no code yet: {instruction}")]
    Pending {
        /// Its words.
        command: String,
        /// What to write.
        instruction: &'static str,
    },
    /// Parameters are wrong, all of these.
    #[error("{}", join(.0))]
    Parameters(Vec<ParameterError>),
    /// The record could not be written.
    #[error(transparent)]
    Data(#[from] DataError),
}

fn join(errors: &[ParameterError]) -> String {
    errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}
