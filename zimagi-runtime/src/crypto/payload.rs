//! The cipher of the original's client: AES in counter mode over single texts, without a proof that nobody changed them.
//!
//! It hides payloads from those who only listen, and is no substitute for TLS. A text on the wire is base64 of 16 random bytes, at
//! which the counter begins, and the encrypted bytes. The key is the text of the user's key as it is.

use aes::{Aes128, Aes192, Aes256};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use ctr::Ctr128BE;
use ctr::cipher::{KeyIvInit, StreamCipher};
use ring::rand::{SecureRandom, SystemRandom};

use super::TokenError;

/// The bytes at which the counter begins.
const START: usize = 16;

/// What stands before bytes that were written as hexadecimal digits, because the client takes no other bytes.
const MARK: &[u8] = b"<<<<-->BINARY<-->>>>";

/// The cipher of one user.
#[derive(Clone)]
pub(crate) struct PayloadCipher(Vec<u8>);

/// One answer while it is encrypted part by part.
pub(crate) struct PayloadStream {
    cipher: Box<dyn StreamCipher + Send>,
    /// Encrypted bytes that do not yet fill three, which base64 writes at once.
    rest: Vec<u8>,
}

impl PayloadCipher {
    /// A key has 16, 24 or 32 bytes.
    pub(crate) fn new(key: &str) -> Option<Self> {
        matches!(key.len(), 16 | 24 | 32).then(|| Self(key.as_bytes().to_vec()))
    }

    /// The text in a text; `None` if it is not encrypted, or with another key.
    pub(crate) fn open(&self, text: &str) -> Option<String> {
        let bytes = BASE64.decode(text).ok()?;
        let (start, encrypted) = bytes.split_first_chunk::<START>()?;
        let mut opened = encrypted.to_vec();
        self.stream(start)?.apply_keystream(&mut opened);
        String::from_utf8(opened).ok()
    }

    /// Begins an answer of bytes.
    ///
    /// # Errors
    ///
    /// If the system gives no random numbers.
    pub(crate) fn begin(&self) -> Result<PayloadStream, TokenError> {
        let mut start = [0; START];
        SystemRandom::new().fill(&mut start).map_err(|_| TokenError::NoRandomness)?;
        let mut stream = self.begin_at(start).ok_or(TokenError::Short)?;
        stream.encrypt(MARK);
        Ok(stream)
    }

    fn begin_at(&self, start: [u8; START]) -> Option<PayloadStream> {
        Some(PayloadStream { cipher: self.stream(&start)?, rest: start.to_vec() })
    }

    fn stream(&self, start: &[u8; START]) -> Option<Box<dyn StreamCipher + Send>> {
        Some(match self.0.len() {
            16 => Box::new(Ctr128BE::<Aes128>::new_from_slices(&self.0, start).ok()?),
            24 => Box::new(Ctr128BE::<Aes192>::new_from_slices(&self.0, start).ok()?),
            _ => Box::new(Ctr128BE::<Aes256>::new_from_slices(&self.0, start).ok()?),
        })
    }
}

impl PayloadStream {
    /// What is sent for the next bytes of the answer.
    pub(crate) fn part(&mut self, bytes: &[u8]) -> Vec<u8> {
        let digits: String = bytes.iter().fold(String::with_capacity(bytes.len() * 2), |text, byte| {
            let digit = |value: u8| char::from_digit(value.into(), 16).unwrap_or_default();
            [digit(byte >> 4), digit(byte & 15)].into_iter().fold(text, |mut text, digit| {
                text.push(digit);
                text
            })
        });
        self.encrypt(digits.as_bytes());
        let whole = self.rest.len() - self.rest.len() % 3;
        let ready: Vec<u8> = self.rest.drain(..whole).collect();
        BASE64.encode(ready).into_bytes()
    }

    /// What is sent at the end.
    pub(crate) fn finish(self) -> Vec<u8> {
        BASE64.encode(self.rest).into_bytes()
    }

    fn encrypt(&mut self, bytes: &[u8]) {
        let from = self.rest.len();
        self.rest.extend_from_slice(bytes);
        self.cipher.apply_keystream(&mut self.rest[from..]);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    const VECTORS: &str = include_str!("../../../tests/client/vectors/encryption.json");

    fn text<'a>(case: &'a Value, name: &str) -> &'a str {
        case[name].as_str().unwrap()
    }

    #[test]
    fn texts_are_those_of_the_client() {
        let vectors: Value = serde_json::from_str(VECTORS).unwrap();
        let cases = vectors["cases"].as_array().unwrap();
        assert_eq!(cases.len(), 16);
        for case in cases {
            let cipher = PayloadCipher::new(text(case, "key_utf8")).unwrap();
            let (clear, encrypted) = (text(case, "plaintext_sent_utf8"), text(case, "ciphertext_base64"));
            assert_eq!(cipher.open(encrypted).as_deref(), Some(clear), "{}", case["name"]);
            let start = u128::from_str_radix(text(case, "iv_hex"), 16).unwrap().to_be_bytes();
            let mut stream = cipher.begin_at(start).unwrap();
            stream.encrypt(clear.as_bytes());
            assert_eq!(stream.finish(), encrypted.as_bytes(), "{}", case["name"]);
        }
        for key in vectors["unusable_keys"].as_array().unwrap() {
            assert!(PayloadCipher::new(key.as_str().unwrap()).is_none(), "{key}");
        }
    }

    #[test]
    fn answers_are_the_same_whatever_their_parts() {
        let cipher = PayloadCipher::new("0123456789abcdef").unwrap();
        for length in [1, 2, 3, 7, 100] {
            let mut stream = cipher.begin().unwrap();
            let mut sent = Vec::new();
            for part in b"{\"n\":1,\"text\":\"\xc3\xbc\"}".chunks(length) {
                sent.extend(stream.part(part));
            }
            sent.extend(stream.finish());
            let opened = cipher.open(std::str::from_utf8(&sent).unwrap()).unwrap();
            assert_eq!(opened, "<<<<-->BINARY<-->>>>7b226e223a312c2274657874223a22c3bc227d", "{length}");
        }
    }

    #[test]
    fn what_is_not_encrypted_is_not_opened() {
        let cipher = PayloadCipher::new("0123456789abcdef").unwrap();
        for wrong in ["", "JFK", "AAAA", "no base64 at all, but long enough to be something"] {
            assert_eq!(cipher.open(wrong), None, "{wrong}");
        }
    }
}
