//! Clones by the program `git`, called without a shell.

use std::ffi::OsStr;
use std::path::Path;
use std::process::Output;

use super::FetchError;
use crate::git;

/// Puts the files of a commit into an empty folder and gives the commit.
pub(super) fn take(url: &str, reference: Option<&str>, folder: &Path) -> Result<String, FetchError> {
    if let Some(written) = reference.filter(|reference| reference.starts_with('-')) {
        return Err(FetchError::Option { what: "revision", written: written.to_owned() });
    }
    let options = ["clone", "--quiet", "--no-checkout", "--no-recurse-submodules", "--template=", "--", url];
    succeed("clone", options.map(OsStr::new).into_iter().chain([folder.as_os_str()]))?;
    let revision = find(url, reference, folder)?;
    let (at, place) = (OsStr::new("-C"), folder.as_os_str());
    succeed("checkout", [at, place].into_iter().chain(["checkout", "--quiet", "--detach", &revision].map(OsStr::new)))?;
    Ok(revision)
}

/// The commit of a reference: a tag goes before a branch, and both before the beginning of a commit's name.
fn find(url: &str, reference: Option<&str>, folder: &Path) -> Result<String, FetchError> {
    let Some(reference) = reference else {
        return parse(folder, "HEAD")?.ok_or_else(|| no_reference(url, "HEAD"));
    };
    for name in [format!("refs/tags/{reference}"), format!("refs/remotes/origin/{reference}"), reference.to_owned()] {
        if let Some(revision) = parse(folder, &name)? {
            return Ok(revision);
        }
    }
    Err(no_reference(url, reference))
}

fn parse(folder: &Path, name: &str) -> Result<Option<String>, FetchError> {
    let commit = format!("{name}^{{commit}}");
    let options = ["rev-parse", "--verify", "--quiet", "--end-of-options", &commit];
    let output = run([OsStr::new("-C"), folder.as_os_str()].into_iter().chain(options.map(OsStr::new)))?;
    let revision = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    Ok(output.status.success().then_some(revision))
}

fn succeed<'a>(what: &'static str, arguments: impl Iterator<Item = &'a OsStr>) -> Result<(), FetchError> {
    let output = run(arguments)?;
    if output.status.success() {
        return Ok(());
    }
    Err(FetchError::Git { what, said: git::complaint(&output) })
}

fn run<'a>(arguments: impl Iterator<Item = &'a OsStr>) -> Result<Output, FetchError> {
    git::command().args(arguments).output().map_err(|source| FetchError::NoGit { source })
}

fn no_reference(url: &str, reference: &str) -> FetchError {
    FetchError::NoReference { url: url.to_owned(), reference: reference.to_owned() }
}
