//! The database's schema: bringing it up to date, and telling whether it is.

use std::collections::BTreeSet;
use std::process::ExitCode;

use super::account;
use super::error::AppError;
use super::output::print;
use super::platform::Platform;
use crate::data::migration;

/// Applies pending migrations, then makes the roles' groups and the user `admin`.
pub(super) async fn migrate(platform: &Platform) -> Result<(), AppError> {
    let applied = migration::apply(&platform.db, platform.registry.migrations).await?;
    for name in distinct(&applied) {
        print(format_args!("applied {name}"));
    }
    if applied.is_empty() {
        print("nothing to apply");
    }
    let roles: Vec<&str> = platform.registry.roles.iter().map(|role| role.name).collect();
    platform.gate.accounts().ensure_roles(&account::origin(), &roles).await?;
    Ok(())
}

/// Prints every migration with its state. The exit code is 1 if some are pending or unknown.
pub(super) async fn print_status(platform: &Platform) -> Result<ExitCode, AppError> {
    let status = migration::status(&platform.db, platform.registry.migrations).await?;
    for (word, names) in [("applied", &status.applied), ("pending", &status.pending), ("unknown", &status.unknown)] {
        for name in distinct(names) {
            print(format_args!("{word} {name}"));
        }
    }
    let is_current = status.pending.is_empty() && status.unknown.is_empty();
    Ok(ExitCode::from(u8::from(!is_current)))
}

/// Fails if there are pending migrations.
pub(super) async fn require_migrated(platform: &Platform) -> Result<(), AppError> {
    let status = migration::status(&platform.db, platform.registry.migrations).await?;
    if !status.unknown.is_empty() {
        tracing::warn!(migrations = ?status.unknown, "the database has migrations that this program does not know");
    }
    if status.pending.is_empty() {
        return Ok(());
    }
    Err(AppError::Pending { name: platform.registry.name, names: distinct(&status.pending) })
}

/// A migration may have a part for each file of the database; it is named once.
fn distinct(names: &[String]) -> Vec<String> {
    names.iter().collect::<BTreeSet<_>>().into_iter().cloned().collect()
}
