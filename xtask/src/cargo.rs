//! Calls of cargo, in the workspace and in the applications beside it.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::project::Project;

/// An application of the clone: a workspace of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Application {
    /// The tour.
    Nycflights,
    /// An application made of modules.
    Waterworks,
    /// What `cargo zimagi new` copies.
    Template,
}

impl Application {
    /// Its folder in the clone.
    pub(crate) const fn folder(self) -> &'static str {
        match self {
            Self::Nycflights => "examples/nycflights",
            Self::Waterworks => "examples/waterworks",
            Self::Template => "app-template",
        }
    }

    /// Its package and its binary.
    const fn name(self) -> &'static str {
        match self {
            Self::Nycflights => "nycflights",
            Self::Waterworks => "waterworks",
            Self::Template => "app-template",
        }
    }
}

/// How an application is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    Dev,
    Serve,
}

impl Profile {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Dev => "dev",
            Self::Serve => "serve",
        }
    }

    const fn folder(self) -> &'static str {
        match self {
            Self::Dev => "debug",
            Self::Serve => "serve",
        }
    }
}

/// Cargo at the top of the workspace.
pub(crate) fn in_workspace(project: &Project, arguments: &[&str]) -> Command {
    let mut command = clean();
    command.args(arguments).current_dir(project.root());
    command
}

/// Cargo in the folder of an application of the clone.
pub(crate) fn in_application(project: &Project, application: Application, arguments: &[&str]) -> Command {
    in_folder(project, &project.path(application.folder()), arguments)
}

/// Cargo in the folder of any application. All share one target folder.
pub(crate) fn in_folder(project: &Project, folder: &Path, arguments: &[&str]) -> Command {
    let mut command = clean();
    command.args(arguments).current_dir(folder).env("CARGO_TARGET_DIR", project.applications());
    command
}

/// Where the binary of an application is after a build.
pub(crate) fn binary(project: &Project, application: Application, profile: Profile) -> PathBuf {
    project.applications().join(profile.folder()).join(application.name())
}

/// Cargo as a person would call it: without what the cargo that runs this task tells it, which would change fingerprints.
fn clean() -> Command {
    let mut command = Command::new("cargo");
    let own = std::env::vars_os().map(|(name, _)| name);
    for name in own.filter(|name| name.to_string_lossy().starts_with("CARGO_PKG_")) {
        command.env_remove(name);
    }
    for name in ["CARGO_MANIFEST_DIR", "CARGO_MANIFEST_PATH", "CARGO_TARGET_DIR"] {
        command.env_remove(name);
    }
    command
}
