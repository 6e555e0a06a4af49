//! Tokens and hashes: the only place that names ring.
//!
//! Knows nothing of users, of databases or of HTTP.

mod token;

pub(crate) use token::{Token, TokenDigest, TokenError};
