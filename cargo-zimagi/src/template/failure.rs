//! Why no application was written.

use std::io;
use std::path::PathBuf;

/// Why no application was written.
#[derive(Debug, thiserror::Error)]
pub(crate) enum TemplateError {
    /// The name cannot be that of a crate and of tables.
    #[error("`{name}` cannot be an application's name: {reason}")]
    BadName { name: String, reason: &'static str },
    /// There is something already.
    #[error("{} exists and is not empty: choose another name or remove it", .0.display())]
    FolderNotEmpty(PathBuf),
    /// The tool was not built from a folder that can be depended on.
    #[error(
        "the source this tool was built from is not here any more: say where the runtime comes from with `--zimagi PATH` or \
         `--zimagi GIT@REV`"
    )]
    NoSource,
    /// `--zimagi` names a folder that is something else.
    #[error("{} holds no source of Zimagi: there is no `zimagi-runtime/Cargo.toml` in it", .0.display())]
    NotASource(PathBuf),
    /// `--zimagi` names a repository alone.
    #[error("`{0}` names no revision: write `{0}@REV`, where REV is a commit or a tag")]
    NoRevision(String),
    /// The file system refuses.
    #[error("{} cannot be written", path.display())]
    Write { path: PathBuf, source: io::Error },
}
