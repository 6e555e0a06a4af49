//! Why there is no project to work on.

use std::io;
use std::path::PathBuf;

use zimagi_codegen::project::ProjectError;

/// Why there is no project to work on.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ProjectFailure {
    /// The process has no folder it could look at.
    #[error("the current folder cannot be read")]
    NoCurrentFolder { source: io::Error },
    /// There is none, or cargo does not know it.
    #[error(transparent)]
    NotFound(#[from] ProjectError),
    /// Only applications have what is asked for.
    #[error("this is a module, and {what} belong to the applications that use it")]
    NoApplication { what: &'static str },
    /// Cargo has not written down which generator the project uses.
    #[error("no `Cargo.lock` of the project in {} names `zimagi-codegen`: add it to `[build-dependencies]`", folder.display())]
    NoGenerator { folder: PathBuf },
    /// Check and build would disagree.
    #[error("this is cargo-zimagi {own}, and the project is built with zimagi-codegen {locked}: run `{install}`")]
    OtherVersion { own: &'static str, locked: String, install: String },
}
