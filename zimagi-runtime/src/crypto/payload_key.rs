//! Keys of users for the payloads of the official client: 32 characters that are used as they are.

use super::{Token, TokenError, hex, sha256};

/// A new key: of the digest of a new token every second digit, as the original makes them.
pub(crate) fn generate_payload_key() -> Result<String, TokenError> {
    let digest = sha256(Token::generate()?.reveal().as_bytes());
    Ok(hex(&digest).chars().step_by(2).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn payload_keys_have_32_digits_and_differ() {
        let (one, other) = (generate_payload_key().unwrap(), generate_payload_key().unwrap());
        assert_ne!(one, other);
        assert!(one.len() == 32 && one.bytes().all(|byte| byte.is_ascii_hexdigit()), "{one}");
    }
}
