//! Tokens and hashes: the only place that names ring.
//!
//! Knows nothing of users, of databases or of HTTP.

mod hash;
mod name;
mod token;

pub(crate) use hash::sha256;
pub(crate) use name::random_name;
pub(crate) use token::{Token, TokenDigest, TokenError};
