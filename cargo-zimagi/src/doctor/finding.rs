//! One thing that was looked at.

use serde_json::{Value, json};

/// How it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum State {
    /// As it should be.
    Ok,
    /// It works, but not for long or not as well as it could.
    Warning,
    /// Something does not work.
    Failure,
}

/// What was seen, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Finding {
    pub(crate) state: State,
    /// What was looked at, in a word or two.
    pub(crate) subject: &'static str,
    /// What was seen.
    pub(crate) message: String,
    /// What to change; nothing if it is as it should be.
    pub(crate) edit: Option<String>,
}

impl State {
    /// The word in lists.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Warning => "warning",
            Self::Failure => "failure",
        }
    }
}

impl Finding {
    pub(super) fn ok(subject: &'static str, message: impl Into<String>) -> Self {
        Self { state: State::Ok, subject, message: message.into(), edit: None }
    }

    pub(super) fn warning(subject: &'static str, message: impl Into<String>, edit: impl Into<String>) -> Self {
        Self { state: State::Warning, subject, message: message.into(), edit: Some(edit.into()) }
    }

    pub(super) fn failure(subject: &'static str, message: impl Into<String>, edit: impl Into<String>) -> Self {
        Self { state: State::Failure, subject, message: message.into(), edit: Some(edit.into()) }
    }

    /// The finding as an object.
    pub(crate) fn to_json(&self) -> Value {
        json!({"state": self.state.word(), "subject": self.subject, "message": self.message, "edit": self.edit})
    }
}
