//! Tags of representations: the same bytes have the same tag, others another.

use crate::crypto::sha256;

/// How many bytes of the digest tell representations apart.
const BYTES: usize = 16;

/// The tag of what a caller is shown, without the quotes that HTTP wants.
pub(crate) fn tag_of(representation: &[u8]) -> String {
    sha256(representation)[..BYTES].iter().map(|byte| format!("{byte:02x}")).collect()
}
