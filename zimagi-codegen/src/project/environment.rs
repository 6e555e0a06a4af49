//! What cargo tells a build script.

use std::env;
use std::path::{Path, PathBuf};

use super::{Closure, ProjectError};

/// The crate whose build script runs.
pub(super) struct Package {
    pub(super) folder: PathBuf,
    pub(super) crate_name: String,
    /// Whether others see it through cargo.
    pub(super) has_links: bool,
    /// Whether the command-line tool takes it for a module.
    pub(super) has_metadata: bool,
}

pub(super) fn package() -> Result<Package, ProjectError> {
    let folder = PathBuf::from(variable("CARGO_MANIFEST_DIR")?);
    let crate_name = variable("CARGO_PKG_NAME")?.replace('-', "_");
    let has_links = env::var_os("CARGO_MANIFEST_LINKS").is_some();
    let has_metadata = has_metadata(&folder);
    Ok(Package { folder, crate_name, has_links, has_metadata })
}

/// Cargo has read the manifest already: what is wrong with it was told.
fn has_metadata(folder: &Path) -> bool {
    let text = std::fs::read_to_string(folder.join("Cargo.toml")).unwrap_or_default();
    let manifest: Option<toml::Value> = toml::from_str(&text).ok();
    manifest.is_some_and(|manifest| {
        let metadata = manifest.get("package").and_then(|package| package.get("metadata")?.get("zimagi"));
        metadata.is_some()
    })
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
