//! SHA-256 of a whole text at once.

use ring::digest::{SHA256, digest};

/// The digest of these bytes.
pub(crate) fn sha256(bytes: &[u8]) -> [u8; 32] {
    let mut digest_bytes = [0; 32];
    digest_bytes.copy_from_slice(digest(&SHA256, bytes).as_ref());
    digest_bytes
}
