//! What is wrong with what a caller asked or wrote: everything at once, each at its place.
//!
//! The texts are for callers and name only what the caller wrote or may see.

use super::path::NoSuchField;

/// A parameter of a query that cannot be followed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{fault}")]
pub(crate) struct QueryMistake {
    /// The parameter's name as it came.
    pub(crate) parameter: String,
    /// What is wrong with it.
    pub(crate) fault: QueryFault,
}

/// What can be wrong with a parameter.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum QueryFault {
    /// It names a field or look-up that does not exist for the caller.
    #[error(transparent)]
    NoSuchField(NoSuchField),
    /// Its value cannot be read.
    #[error("expected {expected}")]
    WrongValue {
        /// What would have been right, with its article.
        expected: String,
    },
    /// It needs one value for each record and names a path that has many.
    #[error("`{path}` has more than one value for each record")]
    ManyValues {
        /// The path as it came.
        path: String,
    },
    /// It needs values that come one after the other and names a path whose values do not.
    #[error("`{path}` has no order: neither JSON nor bytes are larger or smaller")]
    NoOrder {
        /// The path as it came.
        path: String,
    },
    /// It is no cursor, or not one of this list.
    #[error(transparent)]
    Cursor(CursorFault),
    /// It asks for more than is allowed.
    #[error("at most {max} {what} are allowed; the setting is {setting}")]
    TooMany {
        /// How many are allowed.
        max: usize,
        /// Of what.
        what: &'static str,
        /// The variable that says so.
        setting: &'static str,
    },
    /// A sum that it asks for has too many digits.
    #[error("a sum has more than 64 bits; ask for `avg`, or for fewer records")]
    SumTooLarge,
    /// There are fewer pages.
    #[error("there is no page {page}, the last one is {last}")]
    NoSuchPage {
        /// The one asked for.
        page: u64,
        /// The last one.
        last: u64,
    },
}

/// What can be wrong with a cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum CursorFault {
    /// No answer ever held it.
    #[error("this is no cursor; begin with an empty one, and go on with those in `next` and `previous`")]
    Malformed,
    /// It comes from another question.
    #[error("this cursor belongs to another type, other filters or another ordering; begin with an empty one")]
    OtherQuestion,
    /// The caller may not know by what records are told apart.
    #[error(
        "records of this type have no identifier that you may see, so that cursors cannot tell them apart; use `page`"
    )]
    NoMarks,
}

/// A field of a record that cannot be stored.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{field}: {message}")]
pub(crate) struct FieldError {
    /// The name as the caller wrote it.
    pub(crate) field: String,
    /// What kind of mistake it is.
    pub(crate) code: FieldFault,
    /// A sentence for the caller.
    pub(crate) message: String,
    /// Names that may have been meant.
    pub(crate) nearest: Vec<String>,
}

/// What can be wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FieldFault {
    /// It does not exist for the caller.
    Unknown,
    /// It has no value and needs one.
    Required,
    /// It is null and may not be.
    Null,
    /// It is empty and may not be.
    Blank,
    /// Its value has the wrong form.
    Invalid,
    /// Its text is too long.
    MaxLength,
    /// Its number is below the smallest.
    TooSmall,
    /// Its number is above the largest.
    TooLarge,
    /// It is none of the values that are possible.
    NotAChoice,
    /// Callers do not set it, or not again.
    ReadOnly,
    /// The record it refers to does not exist for the caller.
    DoesNotExist,
    /// Another record has the value.
    Unique,
    /// It tells apart records that have the same key.
    Ambiguous,
    /// Records of this model refer to the one that should go.
    Protected,
    /// The application's code says no.
    Refused,
}

impl QueryMistake {
    pub(crate) fn new(parameter: impl Into<String>, fault: QueryFault) -> Self {
        Self { parameter: parameter.into(), fault }
    }

    pub(crate) fn wrong_value(parameter: impl Into<String>, expected: impl Into<String>) -> Self {
        Self::new(parameter, QueryFault::WrongValue { expected: expected.into() })
    }

    /// A word for programs.
    pub(crate) const fn code(&self) -> &'static str {
        match self.fault {
            QueryFault::NoSuchField(_) => "no_such_field",
            QueryFault::WrongValue { .. } => "wrong_value",
            QueryFault::ManyValues { .. } => "many_values",
            QueryFault::NoOrder { .. } => "no_order",
            QueryFault::Cursor(_) => "bad_cursor",
            QueryFault::TooMany { .. } => "too_many",
            QueryFault::SumTooLarge => "sum_too_large",
            QueryFault::NoSuchPage { .. } => "no_such_page",
        }
    }

    /// Names that may have been meant.
    pub(crate) fn nearest(&self) -> &[String] {
        match &self.fault {
            QueryFault::NoSuchField(error) => &error.nearest,
            QueryFault::WrongValue { .. }
            | QueryFault::ManyValues { .. }
            | QueryFault::NoOrder { .. }
            | QueryFault::Cursor(_)
            | QueryFault::TooMany { .. }
            | QueryFault::SumTooLarge
            | QueryFault::NoSuchPage { .. } => &[],
        }
    }
}

impl FieldError {
    pub(crate) fn new(field: impl Into<String>, code: FieldFault, message: impl Into<String>) -> Self {
        Self { field: field.into(), code, message: message.into(), nearest: Vec::new() }
    }
}

impl FieldFault {
    /// A word for programs.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Required => "required",
            Self::Null => "null",
            Self::Blank => "blank",
            Self::Invalid => "invalid",
            Self::MaxLength => "max_length",
            Self::TooSmall => "min_value",
            Self::TooLarge => "max_value",
            Self::NotAChoice => "invalid_choice",
            Self::ReadOnly => "read_only",
            Self::DoesNotExist => "does_not_exist",
            Self::Unique => "unique",
            Self::Ambiguous => "ambiguous",
            Self::Protected => "protected",
            Self::Refused => "refused",
        }
    }
}
