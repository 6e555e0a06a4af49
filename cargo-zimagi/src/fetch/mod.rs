//! Fetching modules: what a person wrote in, a folder with the module's files out.
//!
//! Repositories are cloned by the program `git`, which knows everyone's keys and proxies. Nothing of a module is run, and
//! nothing here knows what specs mean.

mod failure;
mod git;
mod source;

use std::path::{Component, Path, PathBuf};

use tempfile::TempDir;
use zimagi_codegen::vendor::Origin;

pub(crate) use failure::FetchError;
pub(crate) use source::Source;

/// A module's files.
#[derive(Debug)]
pub(crate) struct Fetched {
    /// Where they are now.
    pub(crate) folder: PathBuf,
    /// Where they came from.
    pub(crate) origin: Origin,
    /// The clone, which goes when it is not needed any more.
    _clone: Option<TempDir>,
}

/// Fetches a module for the application in a folder. A reference is a branch, tag or commit of a repository.
pub(crate) fn fetch(source: &Source, reference: Option<&str>, application: &Path) -> Result<Fetched, FetchError> {
    let fetched = match source {
        Source::Folder(folder) => {
            if reference.is_some() {
                return Err(FetchError::FolderWithRevision { folder: folder.clone() });
            }
            let folder =
                folder.canonicalize().map_err(|source| FetchError::Folder { folder: folder.clone(), source })?;
            let origin = Origin::Folder { path: path_from(application, &folder) };
            Fetched { folder, origin, _clone: None }
        }
        Source::Git(url) => {
            let clone = tempfile::tempdir().map_err(|source| FetchError::Temporary { source })?;
            let revision = git::take(url, reference, clone.path())?;
            let origin = Origin::Git { url: url.clone(), reference: reference.map(str::to_owned), revision };
            Fetched { folder: clone.path().to_owned(), origin, _clone: Some(clone) }
        }
    };
    if fetched.folder.join("zimagi.yml").is_file() { Ok(fetched) } else { Err(FetchError::NoModule) }
}

/// The way from one folder to another, both without links and `..`, in the form that lock files have everywhere.
fn path_from(start: &Path, end: &Path) -> String {
    let same = start.components().zip(end.components()).take_while(|(one, other)| one == other).count();
    let up = start.components().skip(same).map(|_| Component::ParentDir);
    let way = up.chain(end.components().skip(same)).map(|part| part.as_os_str().to_string_lossy().into_owned());
    way.collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_lead_from_the_application() {
        let cases = [("/a/shop", "/a/plants", "../plants"), ("/a", "/a/b/c", "b/c"), ("/a/b", "/c", "../../c")];
        for (start, end, expected) in cases {
            assert_eq!(path_from(Path::new(start), Path::new(end)), expected);
        }
    }
}
