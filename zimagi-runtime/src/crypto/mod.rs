//! Tokens, hashes and encryption at rest: the only place that names ring.
//!
//! Knows nothing of users, of databases or of HTTP.

mod envelope;
mod hash;
mod key_ring;
mod name;
mod payload;
mod payload_key;
mod token;

pub(crate) use hash::{hex, sha256};
pub(crate) use key_ring::{KeyError, KeyRing, SealError};
pub(crate) use name::random_name;
pub(crate) use payload::{PayloadCipher, PayloadStream};
pub(crate) use payload_key::generate_payload_key;
pub(crate) use token::{Token, TokenDigest, TokenError};
