//! Why a request was not done. Which status that is, and in which words, is decided in `status`.

use crate::access::AccessError;
use crate::data::{DataError, FieldError};

/// Everything that can keep a request from being done.
#[derive(Debug, thiserror::Error)]
pub(super) enum ApiError {
    /// The caller is not who it says, or says nothing where that matters.
    #[error(transparent)]
    Access(#[from] AccessError),
    /// The caller asks more often than the settings allow.
    #[error("Too many requests; Retry-After says when to come again")]
    TooOften { seconds: u64 },
    /// Nothing exists there for the caller.
    #[error("Not found")]
    NotFound,
    /// The caller may look but not touch.
    #[error("You do not have permission to perform this action.")]
    Forbidden,
    /// The resource cannot do that, whoever asks.
    #[error("Method not allowed")]
    MethodNotAllowed { allowed: String },
    /// The address is the same with a slash at its end.
    #[error("Moved permanently")]
    SlashMissing { location: String },
    /// The query is no list of names and values.
    #[error("The query cannot be read")]
    MalformedQuery,
    #[error("The query is too long")]
    QueryTooLong,
    #[error("The header fields are too long")]
    HeadersTooLong,
    /// The body has no or another media type.
    #[error("The body must be application/json")]
    MediaType,
    #[error("The body must have at most {bytes_max} bytes")]
    BodyTooLarge { bytes_max: u64 },
    /// The body did not come in time.
    #[error("The body did not come in time")]
    BodyLate,
    /// The body is not what its media type promises. The reason names a place, no content.
    #[error("JSON parse error: {reason}")]
    MalformedBody { reason: String },
    /// Records of a call that may only be written together have mistakes, each by its place in the call.
    #[error("Some records cannot be written, so none were")]
    Refused { records: Vec<(usize, Vec<FieldError>)> },
    /// What the service stands on does not answer.
    #[error("System check error")]
    Unhealthy,
    /// The code that answers has a fault.
    #[error("The server failed; the reason is in its log")]
    Broken,
    #[error(transparent)]
    Data(#[from] DataError),
}
