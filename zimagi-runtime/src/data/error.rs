//! What can go wrong between the engine and a database.
//!
//! The texts are for the log; what callers are told is chosen where the status is.

use super::migration::MigrationError;
use super::mistake::{FieldError, QueryFault, QueryMistake};
use crate::crypto::SealError;

/// A failure of the data layer.
#[derive(Debug, thiserror::Error)]
pub(crate) enum DataError {
    /// What was asked cannot be followed.
    #[error("the query has {} mistakes", .0.len())]
    Query(Vec<QueryMistake>),
    /// What was written cannot be stored.
    #[error("the record has {} mistakes", .0.len())]
    Invalid(Vec<FieldError>),
    /// There is no such model or record for the caller.
    #[error("there is no such record")]
    NotFound,
    /// The caller may read but not write.
    #[error("the caller may not write here")]
    Forbidden,
    /// The record is not what the caller takes it to be.
    #[error("the record has changed")]
    Stale,
    /// Another record has the same values or refers to this one, or several have the key that was given.
    #[error("the write conflicts with another record")]
    Conflict {
        /// What is in the way, as far as it was found before the database was asked.
        fields: Vec<FieldError>,
        /// What the database said, if it was the one to refuse.
        source: Option<diesel::result::Error>,
    },
    /// The run that writes has lost its lease: somebody else may go on with it.
    #[error("the run has lost its lease")]
    Fenced,
    /// The database cannot be reached, or no connection became free in time.
    #[error("the database is not available: {0}")]
    Unavailable(String),
    /// The statement took longer than is allowed.
    #[error("the statement took longer than allowed")]
    Deadline,
    /// Another process held the write lock for longer than the busy time-out.
    #[error("the database is busy")]
    Busy,
    /// A number that was made of others has more than 64 bits.
    #[error("a number has more than 64 bits")]
    TooLarge,
    /// A value cannot be encrypted or decrypted. Nothing of it is in the text.
    #[error("{model}.{field}: {source}")]
    Sealed { model: &'static str, field: &'static str, source: SealError },
    /// The application's code that takes part in writing failed.
    #[error("a hook of {model} failed: {source}")]
    Hook { model: &'static str, source: Box<dyn std::error::Error + Send + Sync> },
    /// A promise of this program is broken; nothing was stored.
    #[error("{0}")]
    Broken(&'static str),
    /// A migration cannot be applied or reverted.
    #[error(transparent)]
    Migration(#[from] MigrationError),
    /// Anything else that the database says.
    #[error("the database refused a statement: {0}")]
    Database(#[source] diesel::result::Error),
}

impl DataError {
    /// What is wrong with the records that were to be written, if that is the reason; nothing else was at fault, and other
    /// records may be written. The text names no values.
    pub(crate) fn refusal(&self) -> Option<String> {
        use diesel::result::DatabaseErrorKind as Kind;
        use diesel::result::Error::DatabaseError;
        match self {
            Self::Invalid(fields) | Self::Conflict { fields, source: None } => {
                Some(fields.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))
            }
            Self::Conflict { source: Some(source), .. } => Some(source.to_string()),
            Self::Database(DatabaseError(Kind::CheckViolation | Kind::NotNullViolation, information)) => {
                Some(information.message().to_owned())
            }
            _ => None,
        }
    }

    /// The same where `fields` may ask for sums: that one of them is too large is the caller's to mend.
    pub(crate) fn of_fields(self) -> Self {
        match self {
            Self::TooLarge => Self::Query(vec![QueryMistake::new("fields", QueryFault::SumTooLarge)]),
            other => other,
        }
    }

    /// A conflict that was found before the database was asked.
    pub(crate) const fn conflict(fields: Vec<FieldError>) -> Self {
        Self::Conflict { fields, source: None }
    }
}

impl From<diesel::result::Error> for DataError {
    fn from(error: diesel::result::Error) -> Self {
        use diesel::result::DatabaseErrorKind as Kind;
        let diesel::result::Error::DatabaseError(kind, information) = &error else { return Self::Database(error) };
        match kind {
            Kind::UniqueViolation | Kind::ForeignKeyViolation | Kind::RestrictViolation => {
                Self::Conflict { fields: Vec::new(), source: Some(error) }
            }
            Kind::ClosedConnection | Kind::UnableToSendCommand => Self::Unavailable(information.message().to_owned()),
            Kind::SerializationFailure => Self::Busy,
            // SQLite's codes do not reach us through Diesel; its words are the same everywhere.
            _ if information.message() == "database is locked" => Self::Busy,
            _ => Self::Database(error),
        }
    }
}
