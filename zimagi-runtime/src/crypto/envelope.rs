//! The form in which encrypted values are stored. Which key opens one, and whether it does, is not known here.
//!
//! | bytes | what |
//! |---|---|
//! | 1 | the version of the form: 1 |
//! | 1 | how long the id of the key is |
//! | as many | the id of the key |
//! | 12 | the nonce |
//! | the rest | what AES-256-GCM gave, with its tag of 16 bytes at the end |

use ring::aead::NONCE_LEN;

const VERSION: u8 = 1;

/// One encrypted value, taken apart.
pub(super) struct Envelope<'a> {
    pub(super) key: &'a str,
    pub(super) nonce: [u8; NONCE_LEN],
    pub(super) text: &'a [u8],
}

impl<'a> Envelope<'a> {
    pub(super) fn parse(bytes: &'a [u8]) -> Option<Self> {
        let [VERSION, length, rest @ ..] = bytes else { return None };
        let (key, rest) = rest.split_at_checked(usize::from(*length))?;
        let (nonce, text) = rest.split_at_checked(NONCE_LEN)?;
        Some(Self { key: std::str::from_utf8(key).ok()?, nonce: nonce.try_into().ok()?, text })
    }

    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let length = u8::try_from(self.key.len()).expect("ids of keys are short");
        [&[VERSION, length], self.key.as_bytes(), &self.nonce, self.text].concat()
    }
}
