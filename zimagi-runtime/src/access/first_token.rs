//! The first token: an administrator who has none is given one, once, whichever process comes first.

use zimagi_spec::descriptor::ADMIN;

use super::{AccessError, Gate};
use crate::crypto::Token;

/// Whether the administrator has a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AdminToken {
    Present,
    Missing,
}

/// Looks whether the administrator has a token.
pub(crate) async fn find_admin_token(gate: &Gate) -> Result<AdminToken, AccessError> {
    let has_token = gate.accounts().has_token(ADMIN).await?;
    Ok(if has_token { AdminToken::Present } else { AdminToken::Missing })
}

/// Gives the administrator this token, unless another process was quicker, and says whether it did.
pub(crate) async fn claim_admin_token(gate: &Gate, token: &Token) -> Result<bool, AccessError> {
    gate.accounts().claim(ADMIN, token).await
}
