//! Tokens: how they are made, recognised and compared. Where digests are kept is not known here.

use std::fmt;

use ring::rand::{SecureRandom, SystemRandom};

use super::{hex, sha256};

/// A secret that proves who is asking. Never shown by `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Token(String);

/// What is stored of a token: its SHA-256. A token has 256 random bits, so a slow hash would add nothing.
#[derive(Clone, Copy)]
pub(crate) struct TokenDigest([u8; 32]);

/// Why a text is no token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum TokenError {
    #[error("a token must have at least {LENGTH_MIN} characters")]
    Short,
    #[error("a token must have at most {LENGTH_MAX} characters")]
    Long,
    #[error("a token must consist of visible ASCII characters")]
    Unprintable,
    #[error("the system gives no random numbers")]
    NoRandomness,
}

/// Opens every generated token, so that one that leaked is recognised by scanners.
const PREFIX: &str = "zim_";
const LENGTH_MIN: usize = 32;
/// Longer texts are refused before they are hashed.
const LENGTH_MAX: usize = 512;

impl Token {
    /// A new token of 256 random bits.
    pub(crate) fn generate() -> Result<Self, TokenError> {
        let mut bytes = [0; 32];
        SystemRandom::new().fill(&mut bytes).map_err(|_| TokenError::NoRandomness)?;
        Ok(Self(format!("{PREFIX}{}", hex(&bytes))))
    }

    /// A token that someone chose or sent.
    pub(crate) fn parse(text: &str) -> Result<Self, TokenError> {
        match text.len() {
            ..LENGTH_MIN => Err(TokenError::Short),
            LENGTH_MIN..=LENGTH_MAX if text.bytes().all(|byte| byte.is_ascii_graphic()) => Ok(Self(text.to_owned())),
            LENGTH_MIN..=LENGTH_MAX => Err(TokenError::Unprintable),
            _ => Err(TokenError::Long),
        }
    }

    pub(crate) fn digest(&self) -> TokenDigest {
        TokenDigest(sha256(self.0.as_bytes()))
    }

    /// The clear text, for the one moment in which it is shown.
    pub(crate) fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

impl TokenDigest {
    pub(crate) const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    pub(crate) const fn to_bytes(self) -> [u8; 32] {
        self.0
    }

    /// Whether both are equal, in a time that does not depend on where they differ.
    pub(crate) fn matches(self, other: Self) -> bool {
        let difference = self.0.iter().zip(other.0).fold(0, |sum, (left, right)| sum | (left ^ right));
        std::hint::black_box(difference) == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn generated_tokens_have_a_prefix_and_differ() {
        let (first, second) = (Token::generate().unwrap(), Token::generate().unwrap());
        assert!(first.reveal().starts_with("zim_"));
        assert_eq!(first.reveal().len(), 68);
        assert!(!first.digest().matches(second.digest()));
        assert_eq!(Token::parse(first.reveal()), Ok(first));
    }

    #[test]
    fn weak_tokens_are_refused() {
        assert_eq!(Token::parse(&"x".repeat(31)), Err(TokenError::Short));
        assert_eq!(Token::parse(&"x".repeat(513)), Err(TokenError::Long));
        assert_eq!(Token::parse(&format!("{} x", "x".repeat(32))), Err(TokenError::Unprintable));
        assert_eq!(TokenError::Short.to_string(), "a token must have at least 32 characters");
    }

    #[test]
    fn the_digest_is_sha_256() {
        let token = Token::parse("0123456789abcdef0123456789abcdef").unwrap();
        assert_eq!(hex(&token.digest().to_bytes()), "3eb1bd439947eb762998e566ccc2e099c791118b2f40579cc4f7da2b5061b7f9");
    }

    #[test]
    fn a_token_is_not_shown_by_debug() {
        assert_eq!(format!("{:?}", Token::parse(&"s".repeat(40)).unwrap()), "Token(…)");
    }
}
