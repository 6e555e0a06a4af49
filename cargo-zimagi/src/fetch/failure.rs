//! Why a module cannot be fetched.

use std::io;
use std::path::PathBuf;

/// Why a module cannot be fetched.
#[derive(Debug, thiserror::Error)]
pub(crate) enum FetchError {
    /// It would be taken for an option.
    #[error("`{written}` begins with `-`: a {what} cannot")]
    Option { what: &'static str, written: String },
    /// The form of the address would have git run a program.
    #[error("`{written}` is no address that is fetched from: write a path, or an address of https, ssh, git or file")]
    Scheme { written: String },
    /// The lock file would tell everyone.
    #[error(
        "the address holds a password, which `zimagi.lock` would keep: leave it out and let git's credential helper ask"
    )]
    Password,
    /// A folder has no history.
    #[error("{} is a folder, which is taken as it is: leave out `--rev`, or give the address of a repository", .folder.display())]
    FolderWithRevision { folder: PathBuf },
    /// There is nothing.
    #[error("{} cannot be read", .folder.display())]
    Folder { folder: PathBuf, source: io::Error },
    /// The files are those of something else.
    #[error("there is no `zimagi.yml` at its top: it is no module")]
    NoModule,
    /// There is no room for a clone.
    #[error("a temporary folder cannot be made")]
    Temporary { source: io::Error },
    /// The program is missing.
    #[error("the program `git` cannot be started: install it, or clone the repository by hand and give its folder")]
    NoGit { source: io::Error },
    /// The program refuses.
    #[error("`git {what}` failed: {said}")]
    Git { what: &'static str, said: String },
    /// The repository has nothing of this name.
    #[error("`{url}` has no branch, tag or commit `{reference}`")]
    NoReference { url: String, reference: String },
}
