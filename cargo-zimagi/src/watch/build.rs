//! Building and starting by cargo.

use std::ffi::OsString;
use std::process::Command;

use zimagi_codegen::Project;

use crate::failure::Failure;

/// How an application is built and called.
#[derive(Debug)]
pub(crate) struct Build {
    /// The profile of `Cargo.toml`.
    pub(crate) profile: String,
    /// What the application is called with.
    pub(crate) arguments: Vec<OsString>,
}

impl Build {
    /// Builds; cargo prints what is wrong.
    pub(super) fn succeeds(&self, project: &Project) -> Result<bool, Failure> {
        let status = self.cargo("build", project).status();
        status.map(|status| status.success()).map_err(|source| Failure::Cargo { source })
    }

    /// The command that starts the application, and builds it before if need be. On Unix cargo becomes the application.
    pub(crate) fn start(&self, project: &Project) -> Command {
        let mut command = self.cargo("run", project);
        command.arg("--").args(&self.arguments);
        command
    }

    fn cargo(&self, word: &str, project: &Project) -> Command {
        let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.args([word, "--profile", &self.profile, "--manifest-path"]).arg(project.folder.join("Cargo.toml"));
        command
    }
}
