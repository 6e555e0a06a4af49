//! Why a module was not installed, changed or removed.

use std::io;
use std::path::PathBuf;

use zimagi_codegen::vendor::{LockError, TreeError};

use crate::fetch::FetchError;

/// Why a module was not installed, changed or removed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ModuleFailure {
    /// It cannot be fetched.
    #[error("the module cannot be fetched")]
    Fetch(#[from] FetchError),
    /// Its files cannot be taken.
    #[error("the module cannot be installed")]
    Tree(#[from] TreeError),
    /// The lock file is wrong.
    #[error("`zimagi.lock` cannot be used: `cargo zimagi check` shows the place")]
    Lock(#[from] LockError),
    /// With it, or without it, the specs have errors, which were printed.
    #[error("the specs would have these errors: nothing was changed")]
    Refused,
    /// The name cannot be that of a folder and of tables.
    #[error(
        "`{name}` cannot be a module's name here: lower-case letters, digits, `-` and `_` can, a letter first; `--name NAME` \
         chooses one"
    )]
    BadName { name: String },
    /// There is one already.
    #[error(
        "`modules/{name}` is there already: `cargo zimagi module update {name}` fetches it anew, `--name NAME` chooses another name"
    )]
    Taken { name: String },
    /// There is none.
    #[error("`zimagi.lock` pins no module `{name}`{}", .nearest.as_ref().map(|name| format!(": did you mean `{name}`?")).unwrap_or_default())]
    Unknown { name: String, nearest: Option<String> },
    /// A folder that has something in it.
    #[error("{} exists already: choose another name", .folder.display())]
    FolderTaken { folder: PathBuf },
    /// The file system refuses.
    #[error("{} cannot be written", .path.display())]
    Write { path: PathBuf, source: io::Error },
}
