//! The generator that a project's lock file names: the tool must be of the same version, or check and build would disagree.

use std::path::Path;

use serde::Deserialize;

use super::ProjectError;

/// A package in a lock file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct LockedPackage {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Where it comes from; nothing for a package by path.
    pub source: Option<String>,
}

#[derive(Deserialize)]
struct Lockfile {
    #[serde(default)]
    package: Vec<LockedPackage>,
}

/// The `zimagi-codegen` of a lock file, if it names one.
///
/// # Errors
///
/// If the file cannot be read.
pub fn locked_codegen(lockfile: &Path) -> Result<Option<LockedPackage>, ProjectError> {
    Ok(locked(lockfile, env!("CARGO_PKG_NAME"))?.into_iter().next())
}

/// Every version of a package in a lock file.
///
/// # Errors
///
/// If the file cannot be read.
pub fn locked(lockfile: &Path, name: &str) -> Result<Vec<LockedPackage>, ProjectError> {
    let path = lockfile.to_owned();
    let text = std::fs::read_to_string(lockfile);
    let text = text.map_err(|source| ProjectError::Lockfile { path: path.clone(), source })?;
    let lockfile: Lockfile = toml::from_str(&text).map_err(|source| ProjectError::BadLockfile { path, source })?;
    Ok(lockfile.package.into_iter().filter(|package| package.name == name).collect())
}
