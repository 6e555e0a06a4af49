//! The keys of an application: several, each with a name, of which the first is the current one.
//!
//! Everything is sealed with the current key and opened with the one that its envelope names. Where keys come from, and what is
//! sealed, is not known here.

use std::fmt;

use ring::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::rand::{SecureRandom, SystemRandom};

use super::envelope::Envelope;
use super::hex;

/// Keys by their names. `Debug` shows the names only.
#[derive(Default)]
pub(crate) struct KeyRing {
    keys: Vec<Key>,
}

struct Key {
    id: String,
    cipher: LessSafeKey,
}

/// Why a text is no list of keys. The text itself is a secret and not repeated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum KeyError {
    #[error("keys are written as `ID:KEY`, several with commas between them, the current one first")]
    Form,
    #[error("the id of a key has 1 to {ID_MAX} characters, of `a` to `z`, `0` to `9`, `-` and `_`")]
    Id,
    #[error("a key has 64 hexadecimal digits: `openssl rand -hex 32` makes one")]
    Digits,
    #[error("two keys have the same id")]
    Twice,
}

/// Why something was not sealed or opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum SealError {
    #[error("it is encrypted, and there is no key")]
    NoKey,
    #[error("it is encrypted with the key `{0}`, which is not given")]
    UnknownKey(String),
    #[error("the key `{0}` does not open it: another key has this id now, or the value was moved here or changed")]
    Unopened(String),
    #[error("it is no encrypted value")]
    NoEnvelope,
    #[error("the system gives no random numbers")]
    NoRandomness,
}

/// As many as an envelope has room for with some to spare.
const ID_MAX: usize = 32;

impl KeyRing {
    /// Reads `ID:KEY,ID:KEY`; lines do as well as commas.
    pub(crate) fn parse(text: &str) -> Result<Self, KeyError> {
        let mut keys: Vec<Key> = Vec::new();
        for entry in text.split([',', '\n']).map(str::trim).filter(|entry| !entry.is_empty()) {
            let (id, digits) = entry.split_once(':').ok_or(KeyError::Form)?;
            let key = Key::parse(id, digits)?;
            if keys.iter().any(|other| other.id == key.id) {
                return Err(KeyError::Twice);
            }
            keys.push(key);
        }
        if keys.is_empty() { Err(KeyError::Form) } else { Ok(Self { keys }) }
    }

    /// A new key in the form that [`KeyRing::parse`] reads. Its id is made at random too, so that no two keys have the same.
    pub(crate) fn generate() -> Result<String, SealError> {
        let (mut id, mut key) = ([0; 4], [0; 32]);
        let random = SystemRandom::new();
        random.fill(&mut id).and_then(|()| random.fill(&mut key)).map_err(|_| SealError::NoRandomness)?;
        Ok(format!("{}:{}", hex(&id), hex(&key)))
    }

    /// The ids of all keys, the current one first.
    pub(crate) fn ids(&self) -> impl Iterator<Item = &str> {
        self.keys.iter().map(|key| key.id.as_str())
    }

    /// Encrypts with the current key. What is opened again must be given the same context.
    pub(crate) fn seal(&self, context: &[u8], plain: &[u8]) -> Result<Vec<u8>, SealError> {
        let key = self.keys.first().ok_or(SealError::NoKey)?;
        let mut nonce = [0; NONCE_LEN];
        SystemRandom::new().fill(&mut nonce).map_err(|_| SealError::NoRandomness)?;
        let mut text = plain.to_vec();
        let nonce_once = Nonce::assume_unique_for_key(nonce);
        let sealed = key.cipher.seal_in_place_append_tag(nonce_once, Aad::from(context), &mut text);
        sealed.map_err(|_| SealError::NoRandomness)?;
        Ok(Envelope { key: &key.id, nonce, text: &text }.to_bytes())
    }

    /// Decrypts what [`KeyRing::seal`] gave.
    pub(crate) fn open(&self, context: &[u8], sealed: &[u8]) -> Result<Vec<u8>, SealError> {
        let envelope = Envelope::parse(sealed).ok_or(SealError::NoEnvelope)?;
        let key = self.find(envelope.key)?;
        let mut text = envelope.text.to_vec();
        let nonce = Nonce::assume_unique_for_key(envelope.nonce);
        let opened = key.cipher.open_in_place(nonce, Aad::from(context), &mut text);
        let length = opened.map_err(|_| SealError::Unopened(envelope.key.to_owned()))?.len();
        text.truncate(length);
        Ok(text)
    }

    /// Whether this was sealed with the current key.
    pub(crate) fn is_current(&self, sealed: &[u8]) -> bool {
        let envelope = Envelope::parse(sealed);
        envelope.is_some_and(|envelope| self.keys.first().is_some_and(|key| key.id == envelope.key))
    }

    fn find(&self, id: &str) -> Result<&Key, SealError> {
        if self.keys.is_empty() {
            return Err(SealError::NoKey);
        }
        self.keys.iter().find(|key| key.id == id).ok_or_else(|| SealError::UnknownKey(id.to_owned()))
    }
}

impl Key {
    fn parse(id: &str, digits: &str) -> Result<Self, KeyError> {
        let is_plain = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_');
        if !(1..=ID_MAX).contains(&id.len()) || !id.bytes().all(is_plain) {
            return Err(KeyError::Id);
        }
        let bytes = read_digits(digits).ok_or(KeyError::Digits)?;
        let key = UnboundKey::new(&AES_256_GCM, &bytes).map_err(|_| KeyError::Digits)?;
        Ok(Self { id: id.to_owned(), cipher: LessSafeKey::new(key) })
    }
}

fn read_digits(digits: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    if digits.len() != 64 || !digits.is_ascii() {
        return None;
    }
    for (place, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&digits[2 * place..2 * place + 2], 16).ok()?;
    }
    Some(bytes)
}

impl fmt::Debug for KeyRing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.ids()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLD: &str = "old:0000000000000000000000000000000000000000000000000000000000000001";
    const NEW: &str = "new:0000000000000000000000000000000000000000000000000000000000000002";

    fn ring(text: &str) -> KeyRing {
        KeyRing::parse(text).unwrap()
    }

    #[test]
    fn what_is_sealed_opens_in_its_context_only() {
        let keys = ring(OLD);
        let sealed = keys.seal(b"user.pin of ada", b"1234").unwrap();
        assert_eq!(keys.open(b"user.pin of ada", &sealed).unwrap(), b"1234");
        assert_eq!(keys.open(b"user.pin of bob", &sealed), Err(SealError::Unopened("old".to_owned())));
        assert!(!sealed.windows(4).any(|window| window == b"1234"));
        assert_ne!(sealed, keys.seal(b"user.pin of ada", b"1234").unwrap());
    }

    #[test]
    fn the_first_key_seals_and_each_opens_its_own() {
        let sealed = ring(OLD).seal(b"", b"secret").unwrap();
        let both = ring(&format!("{NEW},{OLD}"));
        assert_eq!(both.open(b"", &sealed).unwrap(), b"secret");
        assert!(!both.is_current(&sealed) && both.is_current(&both.seal(b"", b"secret").unwrap()));
        assert_eq!(both.ids().collect::<Vec<_>>(), ["new", "old"]);
    }

    #[test]
    fn a_missing_and_a_wrong_key_are_told_apart() {
        let sealed = ring(OLD).seal(b"", b"secret").unwrap();
        let fault = |keys: &KeyRing| keys.open(b"", &sealed).unwrap_err().to_string();
        assert_eq!(fault(&KeyRing::default()), "it is encrypted, and there is no key");
        assert_eq!(fault(&ring(NEW)), "it is encrypted with the key `old`, which is not given");
        let wrong = ring(&NEW.replace("new", "old"));
        let expected =
            "the key `old` does not open it: another key has this id now, or the value was moved here or changed";
        assert_eq!(fault(&wrong), expected);
        assert_eq!(ring(OLD).open(b"", b"secret"), Err(SealError::NoEnvelope));
    }

    #[test]
    fn a_changed_byte_anywhere_is_noticed() {
        let keys = ring(OLD);
        let sealed = keys.seal(b"", b"secret").unwrap();
        for place in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[place] ^= 1;
            assert!(keys.open(b"", &changed).is_err(), "byte {place}");
        }
    }

    #[test]
    fn texts_that_are_no_keys_are_refused_and_not_repeated() {
        let fault = |text: &str| KeyRing::parse(text).unwrap_err();
        assert_eq!(fault(""), KeyError::Form);
        assert_eq!(fault("00ff"), KeyError::Form);
        assert_eq!(fault(&OLD.replace("old", "Old")), KeyError::Id);
        assert_eq!(fault("old:00ff"), KeyError::Digits);
        assert_eq!(fault(&format!("{OLD},{OLD}")), KeyError::Twice);
        assert_eq!(format!("{:?}", ring(&format!("{NEW}\n{OLD}\n"))), r#"["new", "old"]"#);
    }

    #[test]
    fn generated_keys_differ_and_can_be_read() {
        let (one, other) = (KeyRing::generate().unwrap(), KeyRing::generate().unwrap());
        assert_ne!(one, other);
        assert_eq!(ring(&format!("{one}\n{other}")).ids().count(), 2);
    }
}
