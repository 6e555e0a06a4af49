//! Why a hook stopped a write.

use std::error::Error;
use std::fmt;

use crate::data::error::DataError;
use crate::data::mistake::{FieldError, FieldFault};

/// What a hook returns.
pub type HookResult<T = ()> = Result<T, HookError>;

/// Why a hook stopped a write.
///
/// Any error becomes one with `?`. For that reason this type is no [`Error`] itself: the conversion would overlap with the
/// one every type has into itself.
pub struct HookError {
    failure: Failure,
}

#[derive(Debug)]
enum Failure {
    Refused(String),
    Source(Box<dyn Error + Send + Sync>),
}

impl HookError {
    /// The record must not be written, for this reason. The text is shown to the caller: no secrets.
    ///
    /// For mistakes of single fields, and for more than one, there is [`HookContext::refuse`](super::HookContext::refuse).
    #[must_use]
    pub fn refuse(reason: impl Into<String>) -> Self {
        Self { failure: Failure::Refused(reason.into()) }
    }

    /// What the engine makes of it. What the caller may not see, and the hook asked for, the caller cannot write either.
    pub(crate) fn into_data_error(self, model: &'static str) -> DataError {
        let source = match self.failure {
            Failure::Refused(reason) => {
                return DataError::Invalid(vec![FieldError::new("", FieldFault::Refused, reason)]);
            }
            Failure::Source(source) => source,
        };
        match source.downcast::<DataError>() {
            Ok(error) => match *error {
                DataError::NotFound | DataError::Forbidden | DataError::Query(_) => {
                    tracing::warn!(model, error = ?error, "a hook asks for what the caller may not see");
                    DataError::Forbidden
                }
                error => error,
            },
            Err(source) => DataError::Hook { model, source },
        }
    }
}

impl<E: Error + Send + Sync + 'static> From<E> for HookError {
    fn from(source: E) -> Self {
        Self { failure: Failure::Source(Box::new(source)) }
    }
}

impl fmt::Display for HookError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.failure {
            Failure::Refused(reason) => f.write_str(reason),
            Failure::Source(source) => source.fmt(f),
        }
    }
}

impl fmt::Debug for HookError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.failure.fmt(f)
    }
}
