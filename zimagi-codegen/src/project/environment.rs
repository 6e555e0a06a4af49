//! What cargo tells a build script.

use std::env;
use std::path::PathBuf;

use super::{Closure, ProjectError};

/// The crate whose build script runs.
pub(super) struct Package {
    pub(super) folder: PathBuf,
    pub(super) crate_name: String,
}

pub(super) fn package() -> Result<Package, ProjectError> {
    let folder = PathBuf::from(variable("CARGO_MANIFEST_DIR")?);
    Ok(Package { folder, crate_name: variable("CARGO_PKG_NAME")?.replace('-', "_") })
}

/// What the build scripts of direct dependencies published.
pub(super) fn dependencies() -> Result<Closure, ProjectError> {
    read_published(env::vars())
}

/// The closure in the variables of a build script, taken in the order of their names, which are made of `links` keys.
pub(super) fn read_published(variables: impl Iterator<Item = (String, String)>) -> Result<Closure, ProjectError> {
    let mut published: Vec<(String, String)> = variables.filter(|(name, _)| is_published(name)).collect();
    published.sort();
    published.into_iter().try_fold(Closure::default(), |closure, (name, text)| {
        let more = Closure::from_metadata(&text).ok_or(ProjectError::BadMetadata { name, text })?;
        Ok(closure.joined(more))
    })
}

fn is_published(name: &str) -> bool {
    name.starts_with("DEP_") && name.ends_with("_SPECS")
}

fn variable(name: &'static str) -> Result<String, ProjectError> {
    env::var(name).map_err(|_| ProjectError::NotABuildScript { name })
}
