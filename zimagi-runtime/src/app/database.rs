//! The database's schema: bringing it up to date, and telling whether it is.

use std::collections::BTreeSet;
use std::process::ExitCode;

use super::account;
use super::error::AppError;
use super::output::print;
use super::platform::Platform;
use crate::cli::{Confirmation, confirm};
use crate::data::migration::{self, Extent, MigrationEffect, UnknownMigration};

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

/// Reverts the latest migration, or all after a version. What their tables and columns hold is lost, so somebody has to agree.
pub(super) async fn revert(platform: &Platform, to: Option<String>, given: Confirmation) -> Result<(), AppError> {
    let extent = to.map_or(Extent::Latest, Extent::To);
    let names = migration::plan_revert(&platform.db, platform.registry.migrations, &extent).await?;
    if names.is_empty() {
        print("nothing to revert");
        return Ok(());
    }
    let question = format!("Revert {}? What only they keep is lost.", names.join(", "));
    if !confirm(&question, given).map_err(AppError::Terminal)? {
        return Err(AppError::Unconfirmed { name: platform.registry.name, names });
    }
    for name in migration::revert(&platform.db, platform.registry.migrations, &extent).await? {
        print(format_args!("reverted {name}"));
    }
    Ok(())
}

/// Prints every migration with its state. The exit code is 1 if some are pending, unknown or not what was applied.
pub(super) async fn print_status(platform: &Platform) -> Result<ExitCode, AppError> {
    let status = migration::status(&platform.db, platform.registry.migrations).await?;
    let unknown: Vec<String> = status.unknown.into_iter().map(|unknown| unknown.name).collect();
    for (word, names) in [
        ("applied", &status.applied),
        ("changed", &status.changed),
        ("pending", &status.pending),
        ("unknown", &unknown),
    ] {
        for name in distinct(names) {
            print(format_args!("{word} {name}"));
        }
    }
    let is_current = [status.changed, status.pending, unknown].iter().all(Vec::is_empty);
    Ok(ExitCode::from(u8::from(!is_current)))
}

/// Fails if there are pending migrations, or unknown ones after which this program may not understand the database.
pub(super) async fn require_migrated(platform: &Platform) -> Result<(), AppError> {
    let status = migration::status(&platform.db, platform.registry.migrations).await?;
    if !status.changed.is_empty() {
        tracing::warn!(migrations = ?status.changed, "migrations were changed after they had been applied");
    }
    if !status.pending.is_empty() {
        return Err(AppError::Pending { name: platform.registry.name, names: distinct(&status.pending) });
    }
    let of = |effect| {
        let unknown = status.unknown.iter().filter(|unknown| unknown.effect == effect);
        distinct(&unknown.map(|UnknownMigration { name, .. }| name.clone()).collect::<Vec<_>>())
    };
    let (additive, breaking) = (of(MigrationEffect::Additive), of(MigrationEffect::Breaking));
    if !breaking.is_empty() {
        return Err(AppError::Ahead { name: platform.registry.name, names: breaking });
    }
    if !additive.is_empty() {
        tracing::warn!(migrations = ?additive, "the database has additions that this program does not know");
    }
    Ok(())
}

/// A migration may have a part for each file of the database; it is named once.
fn distinct(names: &[String]) -> Vec<String> {
    names.iter().collect::<BTreeSet<_>>().into_iter().cloned().collect()
}
