//! Users on the command line: making them, and replacing their tokens. A token is printed once and kept nowhere.

use super::error::AppError;
use super::output::{print, try_print};
use super::platform::Platform;
use super::{database, operating_system};
use crate::access::AccountChange;
use crate::crypto::Token;
use crate::data::Origin;

pub(super) async fn save(platform: &Platform, name: &str, groups: &[String]) -> Result<(), AppError> {
    database::require_migrated(platform).await?;
    let saved = platform.gate.accounts().save(&origin(), name, groups).await?;
    match saved.change {
        AccountChange::Created => print(format_args!("user {name} was made")),
        AccountChange::Kept => print(format_args!("user {name} was there already")),
    }
    for group in groups {
        print(format_args!("user {name} is a member of {group}"));
    }
    if let Some(token) = saved.token {
        tell_token(name, &token)?;
        tell_payload_key(platform, name).await?;
    }
    Ok(())
}

pub(super) async fn rotate(platform: &Platform, name: &str) -> Result<(), AppError> {
    database::require_migrated(platform).await?;
    let token = platform.gate.accounts().rotate(&origin(), name).await?;
    tell_token(name, &token)?;
    tell_payload_key(platform, name).await
}

/// What the audit record says of writes on this command line.
pub(super) fn origin() -> Origin {
    Origin { user: zimagi_spec::descriptor::ADMIN.to_owned(), from: local() }
}

fn local() -> String {
    operating_system::user().map_or_else(|| "command line".to_owned(), |user| format!("command line of {user}"))
}

/// What the official client needs besides the token where payloads are encrypted.
async fn tell_payload_key(platform: &Platform, name: &str) -> Result<(), AppError> {
    if let Some(key) = platform.gate.accounts().find_payload_key(name).await? {
        print(format_args!("encryption key of {name}: {key}"));
    }
    Ok(())
}

/// A token that nobody saw is of no use, so here a closed output is a failure.
fn tell_token(name: &str, token: &Token) -> Result<(), AppError> {
    let told = try_print(format_args!("token of {name}: {}", token.reveal()));
    told.map_err(|source| AppError::TokenUnseen { user: name.to_owned(), source })
}
