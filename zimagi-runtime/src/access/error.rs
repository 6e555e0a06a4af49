//! What can go wrong while a caller is identified. The texts are for the caller and tell nothing of what exists.

use crate::crypto::TokenError;
use crate::data::DataError;

/// Why a caller was not let in, or an account not changed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum AccessError {
    #[error("Authentication credentials were not provided")]
    NoCredentials,
    #[error("Authentication header required: 'Authorization: Token <user_name> <token>'")]
    UnknownScheme,
    #[error("Invalid token. Required format: Token <user_name> <token>")]
    TokenFormat,
    #[error("Invalid token. Required format: Bearer <token>")]
    BearerFormat,
    /// An unknown user and a wrong token are told apart by nobody.
    #[error("Invalid token: User credentials are invalid")]
    WrongCredentials,
    #[error("User account is inactive. Contact administrator")]
    Inactive,
    #[error("there is no user `{0}`")]
    UnknownUser(String),
    #[error("there is no group `{0}`")]
    UnknownGroup(String),
    #[error(transparent)]
    Token(#[from] TokenError),
    #[error(transparent)]
    Data(#[from] DataError),
}
