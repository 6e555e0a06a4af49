//! SHA-256 of a whole text at once, and digests as text.

use ring::digest::{SHA256, digest};

/// The digest of these bytes.
pub(crate) fn sha256(bytes: &[u8]) -> [u8; 32] {
    let mut digest_bytes = [0; 32];
    digest_bytes.copy_from_slice(digest(&SHA256, bytes).as_ref());
    digest_bytes
}

/// Bytes as hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |text, byte| text + &format!("{byte:02x}"))
}
