//! What can go wrong between the engine and a database.
//!
//! The texts are for the log; what callers are told is chosen where the status is.

use super::mistake::{FieldError, QueryMistake};

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
    /// Another record has the same values, or refers to this one.
    #[error("the write conflicts with another record")]
    Conflict(#[source] diesel::result::Error),
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
    /// A promise of this program is broken; nothing was stored.
    #[error("{0}")]
    Broken(&'static str),
    /// A migration cannot be applied.
    #[error("a migration failed: {0}")]
    Migration(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// Anything else that the database says.
    #[error("the database refused a statement: {0}")]
    Database(#[source] diesel::result::Error),
}

impl From<diesel::result::Error> for DataError {
    fn from(error: diesel::result::Error) -> Self {
        use diesel::result::DatabaseErrorKind as Kind;
        let diesel::result::Error::DatabaseError(kind, information) = &error else { return Self::Database(error) };
        match kind {
            Kind::UniqueViolation | Kind::ForeignKeyViolation => Self::Conflict(error),
            Kind::ClosedConnection => Self::Unavailable(information.message().to_owned()),
            _ => match information.message() {
                "interrupted" | "canceling statement due to statement timeout" => Self::Deadline,
                "database is locked" => Self::Busy,
                _ => Self::Database(error),
            },
        }
    }
}
