//! Telling the administrator's first token: on a terminal, or in a file that only its owner can read.

use std::fs::{self, OpenOptions};
use std::io::{self, IsTerminal, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use super::error::AppError;
use super::platform::Platform;
use crate::access::{AdminToken, claim_admin_token, find_admin_token};
use crate::crypto::Token;

/// Gives the administrator a token if there is none, and tells it.
pub(super) async fn ensure(platform: &Platform) -> Result<(), AppError> {
    if find_admin_token(&platform.gate).await? == AdminToken::Present {
        return Ok(());
    }
    if let Some(token) = &platform.settings.admin_token {
        if claim_admin_token(&platform.gate, token).await? {
            tracing::info!("admin has the token of ZIMAGI_ADMIN_TOKEN");
        }
        return Ok(());
    }
    let token = Token::generate().map_err(crate::access::AccessError::from)?;
    if io::stderr().is_terminal() {
        tell_on_terminal(platform, &token).await
    } else {
        tell_in_file(platform, &token).await
    }
}

async fn tell_on_terminal(platform: &Platform, token: &Token) -> Result<(), AppError> {
    if claim_admin_token(&platform.gate, token).await? {
        eprintln!("token of admin, shown only now: {}", token.reveal());
    }
    Ok(())
}

/// The token is on disk before it counts: one that counts and that nobody knows would lock everyone out.
async fn tell_in_file(platform: &Platform, token: &Token) -> Result<(), AppError> {
    let path = PathBuf::from(format!("{}-admin.token", platform.registry.name));
    let draft = path.with_extension(format!("token.{}", std::process::id()));
    write_private(&draft, token).map_err(|source| AppError::File { path: draft.clone(), source })?;
    let is_claimed = claim_admin_token(&platform.gate, token).await;
    if !matches!(is_claimed, Ok(true)) {
        // Worthless by now; what matters is the claim's own error.
        let _ = fs::remove_file(&draft);
        return is_claimed.map(drop).map_err(AppError::from);
    }
    fs::rename(&draft, &path).map_err(|source| AppError::File { path: draft, source })?;
    let path = fs::canonicalize(&path).unwrap_or(path);
    tracing::warn!(path = %path.display(), "the token of admin was written to a file; read it and delete it");
    Ok(())
}

fn write_private(path: &Path, token: &Token) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    writeln!(file, "{}", token.reveal())?;
    file.sync_all()
}
