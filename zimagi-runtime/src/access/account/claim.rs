//! Giving a token to a user that has none: one conditional statement, so that of several processes exactly one succeeds.

use super::Accounts;
use super::record::AccountRecord;
use crate::access::AccessError;
use crate::crypto::{Token, generate_payload_key};
use crate::data::value::Value;

impl Accounts<'_> {
    /// Gives the user this token unless it has one, and says whether it did.
    pub(crate) async fn claim(self, name: &str, token: &Token) -> Result<bool, AccessError> {
        let (name, digest) = (Value::Text(name.to_owned()), Value::Identifier(token.digest().to_bytes()));
        let filled = self.engine.fill_empty(self.permit, AccountRecord::MODEL, &name, "token", digest).await?;
        if filled {
            self.ensure_payload_key(&name).await?;
        }
        Ok(filled)
    }

    /// Who has a token also has a key for the payloads of the official client.
    pub(super) async fn ensure_payload_key(self, name: &Value) -> Result<(), AccessError> {
        let key = Value::Text(generate_payload_key()?);
        self.engine.fill_empty(self.permit, AccountRecord::MODEL, name, "encryption_key", key).await?;
        Ok(())
    }
}
