//! Changes of accounts. Each leaves the audit record of any other write; tokens are in none of them.

use serde_json::{Map, Value as Json};
use zimagi_spec::descriptor::ADMIN;

use super::Accounts;
use super::record::{AccountRecord, GroupRecord};
use crate::access::AccessError;
use crate::crypto::{Token, hex};
use crate::data::value::Value;
use crate::data::{DataError, Origin, Terms};

/// What became of a user.
#[derive(Debug)]
pub(crate) struct SavedAccount {
    pub change: AccountChange,
    /// The token, if the user had none; the only time it can be seen.
    pub token: Option<Token>,
}

/// Whether a user was there before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AccountChange {
    Created,
    Kept,
}

impl Accounts<'_> {
    /// Makes a user if there is none, gives it a token if it has none, and adds it to groups.
    pub(crate) async fn save(
        self,
        origin: &Origin,
        name: &str,
        groups: &[String],
    ) -> Result<SavedAccount, AccessError> {
        for group in groups {
            self.require_group(group).await?;
        }
        let change = self.ensure_user(origin, name).await?;
        for group in groups {
            self.ensure_membership(origin, name, group).await?;
        }
        let token = Token::generate()?;
        let is_taken = self.claim(name, &token).await?;
        Ok(SavedAccount { change, token: is_taken.then_some(token) })
    }

    /// Replaces a user's token. The old one is worth nothing from then on.
    pub(crate) async fn rotate(self, origin: &Origin, name: &str) -> Result<Token, AccessError> {
        self.get(name).await?;
        let token = Token::generate()?;
        let values = Map::from_iter([("token".to_owned(), Json::from(hex(&token.digest().to_bytes())))]);
        let terms = Terms::new(self.permit, origin, NO_ADDRESS);
        self.engine.update(terms, AccountRecord::MODEL, name, values).await?;
        self.ensure_payload_key(&Value::Text(name.to_owned())).await?;
        Ok(token)
    }

    /// Makes the groups of roles, the user `admin` and its membership, as far as they are missing.
    pub(crate) async fn ensure_roles(self, origin: &Origin, roles: &[&str]) -> Result<(), AccessError> {
        for role in roles.iter().chain([&ADMIN]) {
            if !self.has_group(role).await? {
                self.create(origin, GroupRecord::MODEL, [("name", Json::from(*role))]).await?;
            }
        }
        self.ensure_user(origin, ADMIN).await?;
        self.ensure_membership(origin, ADMIN, ADMIN).await
    }

    async fn ensure_user(self, origin: &Origin, name: &str) -> Result<AccountChange, AccessError> {
        if self.find(name).await?.is_some() {
            return Ok(AccountChange::Kept);
        }
        self.create(origin, AccountRecord::MODEL, [("name", Json::from(name))]).await?;
        Ok(AccountChange::Created)
    }

    async fn ensure_membership(self, origin: &Origin, user: &str, group: &str) -> Result<(), AccessError> {
        if self.find_groups(user).await?.iter().any(|own| own == group) {
            return Ok(());
        }
        self.create(origin, "membership", [("user", Json::from(user)), ("group", Json::from(group))]).await
    }

    /// Another process may make the same record at the same time; then it is there, which is all that is wanted.
    async fn create<const N: usize>(
        self,
        origin: &Origin,
        model: &str,
        values: [(&str, Json); N],
    ) -> Result<(), AccessError> {
        let values = values.into_iter().map(|(field, value)| (field.to_owned(), value)).collect();
        match self.engine.create(Terms::new(self.permit, origin, NO_ADDRESS), model, values).await {
            Ok(_) | Err(DataError::Conflict { .. }) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    async fn require_group(self, group: &str) -> Result<(), AccessError> {
        if self.has_group(group).await? { Ok(()) } else { Err(AccessError::UnknownGroup(group.to_owned())) }
    }

    async fn has_group(self, group: &str) -> Result<bool, AccessError> {
        let query = GroupRecord::query().filter(GroupRecord::name_path().eq(group));
        Ok(!self.engine.select(self.permit, query).await?.is_empty())
    }
}

/// The written records are not shown, so their addresses do not matter.
const NO_ADDRESS: &str = "";
