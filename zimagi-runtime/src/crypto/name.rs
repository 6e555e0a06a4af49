//! Names that nobody else has. They are no secrets.

use ring::rand::{SecureRandom, SystemRandom};

/// 32 hexadecimal digits; all zero if the system gives no random numbers, which must not keep a request from being answered.
pub(crate) fn random_name() -> String {
    let mut bytes = [0; 16];
    let _ = SystemRandom::new().fill(&mut bytes);
    format!("{:032x}", u128::from_be_bytes(bytes))
}
