//! Why a project cannot be found.

use std::path::PathBuf;

/// What is missing to know a project.
#[derive(Debug, thiserror::Error)]
pub enum ProjectError {
    /// There is no manifest of ours.
    #[error("there is no `zimagi.yml` in `{}` or above it: `cargo zimagi new NAME` makes a project", .folder.display())]
    NoManifest {
        /// Where the search began.
        folder: PathBuf,
    },
    /// There is no package beside the manifest.
    #[error("`{}` holds no cargo package: a `Cargo.toml` with `[package]` belongs beside `zimagi.yml`", .folder.display())]
    NoPackage {
        /// The folder.
        folder: PathBuf,
    },
    /// The platform is not among the dependencies.
    #[error(
        "the package in `{}` does not depend on `zimagi-runtime`: add it to `[dependencies]` of its `Cargo.toml`",
        .folder.display()
    )]
    NoRuntime {
        /// The folder of the package.
        folder: PathBuf,
    },
    /// Build scripts and the tool would see different modules.
    #[error(
        "the package in `{}` has {has} and lacks {lacks}: a module that is a crate needs both, an application neither",
        .folder.display()
    )]
    HalfModule {
        /// The folder of the package.
        folder: PathBuf,
        /// What it has.
        has: &'static str,
        /// What it does not have.
        lacks: &'static str,
    },
    /// Cargo refuses.
    #[error("cargo cannot tell the dependencies of the project")]
    Cargo {
        /// What it said.
        source: cargo_metadata::Error,
    },
    /// Not called from a build script.
    #[error("`{name}` is not set: this is called from the build script of a cargo package")]
    NotABuildScript {
        /// The variable.
        name: &'static str,
    },
    /// Another crate published something else under our name.
    #[error("`{name}` is `{text}`, which is no list of `crate=path`")]
    BadMetadata {
        /// The variable.
        name: String,
        /// Its value.
        text: String,
    },
    /// The lock file cannot be read.
    #[error("`{}` cannot be read", .path.display())]
    Lockfile {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The lock file is no TOML.
    #[error("`{}` is no lock file", .path.display())]
    BadLockfile {
        /// The file.
        path: PathBuf,
        /// What its reader said.
        source: toml::de::Error,
    },
}
