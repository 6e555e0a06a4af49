//! The specs of a revision: read by the program `git` into a temporary folder, with no change to the repository or its index.

use std::ffi::OsStr;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

use crate::git;

/// Files that a compilation of specs may read, by their endings.
const ENDINGS: &[&str] = &[".yml", ".yaml", ".lock", ".toml", ".json", ".sql"];

/// Why a revision cannot be read.
#[derive(Debug, thiserror::Error)]
pub(crate) enum RevisionError {
    /// There is no git.
    #[error("the program `git` cannot be started")]
    NoGit { source: std::io::Error },
    /// The folder is not in a repository.
    #[error("{} is not in a git repository: there is nothing to compare with", .0)]
    NoRepository(String),
    /// There is no such commit.
    #[error("there is no commit, tag or branch `{0}`")]
    NoCommit(String),
    /// The project was not there yet.
    #[error("`{reference}` holds no `zimagi.yml` of this application")]
    NoProject { reference: String },
    /// Git refuses.
    #[error("`git {what}` failed: {said}")]
    Git { what: &'static str, said: String },
    /// There is no place for the files.
    #[error("no temporary folder can be made or written")]
    Folder { source: std::io::Error },
}

/// Puts the files of an application as they were in a revision into a folder that goes with the answer.
pub(crate) fn take(application: &Path, reference: &str) -> Result<TempDir, RevisionError> {
    let git = Git { folder: application };
    let Ok(prefix) = git.line("rev-parse", ["rev-parse", "--show-prefix"]) else {
        return Err(RevisionError::NoRepository(application.display().to_string()));
    };
    // Below the top git would look for the names of the index in the folder that it is in.
    let top = git.line("rev-parse", ["rev-parse", "--show-toplevel"])?;
    let git = Git { folder: Path::new(&top) };
    let commit = git.commit(reference)?;
    let folder = TempDir::new().map_err(|source| RevisionError::Folder { source })?;
    let (files, index) = (folder.path().join("application"), folder.path().join("index"));
    let tree = format!("{commit}:{prefix}");
    let mut read = git.command(["read-tree", &tree]);
    require("read-tree", read.env("GIT_INDEX_FILE", &index).output())
        .map_err(|_| RevisionError::NoProject { reference: reference.to_owned() })?;
    let listed =
        require("ls-files", git.command(["ls-files", "-z", "--cached"]).env("GIT_INDEX_FILE", &index).output())?;
    let names = listed.stdout.split(|byte| *byte == 0).filter(|name| is_read(name)).collect::<Vec<_>>();
    if !names.contains(&b"zimagi.yml".as_slice()) {
        return Err(RevisionError::NoProject { reference: reference.to_owned() });
    }
    let place = format!("--prefix={}/", files.display());
    let mut check_out = git.command(["checkout-index", "-z", "--stdin", &place]);
    check_out.env("GIT_INDEX_FILE", &index);
    std::fs::create_dir(&files).map_err(|source| RevisionError::Folder { source })?;
    feed(check_out, &names.join(&0))?;
    std::fs::remove_file(&index).map_err(|source| RevisionError::Folder { source })?;
    lift(folder, &files)
}

/// A folder of its own for the files alone: everything below an application's folder is read as its own.
fn lift(folder: TempDir, files: &Path) -> Result<TempDir, RevisionError> {
    let alone = TempDir::new().map_err(|source| RevisionError::Folder { source })?;
    for entry in std::fs::read_dir(files).map_err(|source| RevisionError::Folder { source })?.flatten() {
        std::fs::rename(entry.path(), alone.path().join(entry.file_name()))
            .map_err(|source| RevisionError::Folder { source })?;
    }
    drop(folder);
    Ok(alone)
}

/// All of a vendored module: what it holds beside specs is part of its digest.
fn is_read(name: &[u8]) -> bool {
    name.starts_with(b"modules/") || ENDINGS.iter().any(|ending| name.ends_with(ending.as_bytes()))
}

/// Git, called without a shell in a folder.
struct Git<'a> {
    folder: &'a Path,
}

impl Git<'_> {
    fn command<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> Command {
        let mut command = git::command();
        // No link is made: what it leads to is not of the revision.
        command.args(["-c", "core.symlinks=false", "-C"]).arg(self.folder);
        command.args(arguments.into_iter().map(OsStr::new));
        command
    }

    fn line<'a>(
        &self,
        what: &'static str,
        arguments: impl IntoIterator<Item = &'a str>,
    ) -> Result<String, RevisionError> {
        let output = require(what, self.command(arguments).output())?;
        Ok(String::from_utf8_lossy(&output.stdout).trim_end_matches('\n').to_owned())
    }

    fn commit(&self, reference: &str) -> Result<String, RevisionError> {
        let commit = format!("{reference}^{{commit}}");
        let arguments = ["rev-parse", "--verify", "--quiet", "--end-of-options", &commit];
        match self.line("rev-parse", arguments) {
            Err(RevisionError::Git { .. }) => Err(RevisionError::NoCommit(reference.to_owned())),
            answer => answer,
        }
    }
}

fn require(what: &'static str, output: std::io::Result<Output>) -> Result<Output, RevisionError> {
    let output = output.map_err(|source| RevisionError::NoGit { source })?;
    if output.status.success() {
        return Ok(output);
    }
    Err(RevisionError::Git { what, said: git::complaint(&output) })
}

fn feed(mut command: Command, names: &[u8]) -> Result<(), RevisionError> {
    let piped = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut process = piped.map_err(|source| RevisionError::NoGit { source })?;
    // It reads all names before it says anything; if it ended early, its code tells.
    let _ = process.stdin.take().map(|mut input| input.write_all(names));
    require("checkout-index", process.wait_with_output()).map(|_| ())
}
