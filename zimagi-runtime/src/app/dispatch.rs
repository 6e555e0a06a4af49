//! From what was asked for to the part that does it.

use std::process::ExitCode;

use super::error::AppError;
use super::platform::Platform;
use super::settings::Settings;
use super::{account, call, database, keys, serve};
use crate::cli::{CommandLine, Invocation, MigrateFirst};
use crate::contract::Registry;

/// Does what the command line asks for.
pub(super) async fn dispatch(
    registry: Registry,
    mut settings: Settings,
    line: CommandLine,
) -> Result<ExitCode, AppError> {
    if let Invocation::Serve { host, data_port, .. } = &line.invocation {
        settings.host = host.unwrap_or(settings.host);
        settings.data_port = data_port.unwrap_or(settings.data_port);
    }
    let platform = Platform::build(registry, settings)?;
    match line.invocation {
        Invocation::Migrate => database::migrate(&platform).await?,
        Invocation::RevertMigrations { to, confirmation } => database::revert(&platform, to, confirmation).await?,
        Invocation::MigrationStatus => return database::print_status(&platform).await,
        Invocation::Serve { migrate, .. } => {
            match migrate {
                MigrateFirst::Yes => database::migrate(&platform).await?,
                MigrateFirst::No => database::require_migrated(&platform).await?,
            }
            serve::serve(platform).await?;
        }
        Invocation::SaveUser { name, groups } => account::save(&platform, &name, &groups).await?,
        Invocation::RotateToken { name } => account::rotate(&platform, &name).await?,
        Invocation::NewKey => keys::generate()?,
        Invocation::RotateKey => keys::rotate(&platform).await?,
        Invocation::ListKeys => keys::list(&platform),
        Invocation::Run { command, values } => {
            let as_user = line.as_user.as_deref();
            return call::call(&platform, command, &values, as_user).await;
        }
    }
    Ok(ExitCode::SUCCESS)
}
