//! Users, their groups and their tokens, read and written with the platform's own permit.

mod claim;
mod record;
mod write;

use std::sync::Arc;

use super::{AccessError, Caller};
use crate::crypto::{Token, TokenDigest};
use crate::data::Engine;
use crate::data::typed::Identifier;
use crate::permit::Permit;
use record::{AccountRecord, MembershipRecord, PayloadKeyRecord};
pub(crate) use write::AccountChange;

/// Reads and writes accounts.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Accounts<'a> {
    engine: &'a Engine,
    permit: &'a Arc<Permit>,
}

impl<'a> Accounts<'a> {
    pub(super) const fn new(engine: &'a Engine, permit: &'a Arc<Permit>) -> Self {
        Self { engine, permit }
    }

    /// The caller who knows a user's name and token.
    pub(super) async fn prove_named(self, user: &str, token: &Token) -> Result<Caller, AccessError> {
        let account = self.find(user).await?;
        self.admit(account, token).await
    }

    /// The caller who knows a token.
    pub(super) async fn prove(self, token: &Token) -> Result<Caller, AccessError> {
        let digest = token.digest().to_bytes();
        let query = AccountRecord::query().filter(AccountRecord::token_path().eq(Identifier(digest)));
        let account = self.engine.select(self.permit, query).await?.pop();
        self.admit(account, token).await
    }

    /// The caller that a user is, without proof.
    pub(super) async fn find_caller(self, user: &str) -> Result<Caller, AccessError> {
        self.caller(self.get(user).await?).await
    }

    /// Whether a user, who must exist, has a token.
    pub(super) async fn has_token(self, user: &str) -> Result<bool, AccessError> {
        Ok(self.get(user).await?.token.is_some())
    }

    /// The key with which the official client encrypts what this user sends and is sent.
    pub(crate) async fn find_payload_key(self, user: &str) -> Result<Option<String>, AccessError> {
        let query = PayloadKeyRecord::query().filter(PayloadKeyRecord::name_path().eq(user));
        Ok(self.engine.select(self.permit, query).await?.pop().and_then(|record| record.encryption_key))
    }

    async fn get(self, user: &str) -> Result<AccountRecord, AccessError> {
        self.find(user).await?.ok_or_else(|| AccessError::UnknownUser(user.to_owned()))
    }

    async fn find(self, user: &str) -> Result<Option<AccountRecord>, AccessError> {
        let query = AccountRecord::query().filter(AccountRecord::name_path().eq(user));
        Ok(self.engine.select(self.permit, query).await?.pop())
    }

    /// Compares also where there is no user, so that both take their time.
    async fn admit(self, account: Option<AccountRecord>, token: &Token) -> Result<Caller, AccessError> {
        let stored = account.as_ref().and_then(|account| account.token);
        let expected = TokenDigest::from_bytes(stored.map_or([0; 32], |digest| digest.0));
        let is_right = token.digest().matches(expected) && stored.is_some();
        match account {
            Some(account) if is_right => self.caller(account).await,
            _ => Err(AccessError::WrongCredentials),
        }
    }

    /// Inactivity is told only to those who proved who they are.
    async fn caller(self, account: AccountRecord) -> Result<Caller, AccessError> {
        if !account.is_active {
            return Err(AccessError::Inactive);
        }
        let groups = self.find_groups(&account.name).await?;
        Ok(Caller::known(&account.name, groups))
    }

    pub(super) async fn find_groups(self, user: &str) -> Result<Vec<String>, AccessError> {
        let query = MembershipRecord::query().filter(MembershipRecord::user_path().eq(user));
        let memberships = self.engine.select(self.permit, query).await?;
        Ok(memberships.into_iter().map(|membership| membership.group).collect())
    }
}
