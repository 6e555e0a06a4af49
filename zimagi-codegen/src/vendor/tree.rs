//! The files of a module: which belong to it, their digest, and copies of them.
//!
//! A module of specs alone is its YAML files and the licences they are under; everything else of a repository stays there. Links
//! are refused: they could lead out of the module.

use std::fmt::Write as _;
use std::io;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

/// Names of files, without their extensions, that say under which terms a module may be used.
const LICENCES: &[&str] = &["licence", "license", "copying", "notice"];

/// Why the files of a module cannot be taken.
#[derive(Debug, thiserror::Error)]
pub enum TreeError {
    /// A link could lead out of the module.
    #[error("`{}` is a link, which could lead out of the module: put the file or folder in its place", .path.display())]
    Link {
        /// The path within the module.
        path: PathBuf,
    },
    /// A name that not every system can write, or that would make digests ambiguous.
    #[error("`{}` has a name with control characters or that is not UTF-8: give it another one", .path.display())]
    Name {
        /// The path within the module.
        path: PathBuf,
    },
    /// The system refuses.
    #[error("`{}` cannot be read or written: {source}", .path.display())]
    Io {
        /// The path within the module.
        path: PathBuf,
        /// What it said.
        source: io::Error,
    },
}

/// The digest of a module's files: `sha256:` and the digest of the lines that `sha256sum` prints for them, sorted by path.
///
/// # Errors
///
/// If a file cannot be read or is none that a module may hold.
pub fn digest(folder: &Path) -> Result<String, TreeError> {
    let mut lines = String::new();
    for path in files(folder)? {
        let bytes = std::fs::read(folder.join(&path)).map_err(|source| io_error(&path, source))?;
        writeln!(lines, "{}  {path}", hex(&Sha256::digest(&bytes))).expect("writing to a string cannot fail");
    }
    Ok(format!("sha256:{}", hex(&Sha256::digest(lines.as_bytes()))))
}

/// Copies a module's files into a folder, which is made.
///
/// # Errors
///
/// If a file cannot be read or written, or is none that a module may hold.
pub fn copy(from: &Path, to: &Path) -> Result<(), TreeError> {
    for path in files(from)? {
        let target = to.join(&path);
        let parent = target.parent().map_or(Ok(()), std::fs::create_dir_all);
        // Read and written, not copied: a mode has no part in the digest.
        let copied = parent.and_then(|()| std::fs::write(&target, std::fs::read(from.join(&path))?));
        copied.map_err(|source| io_error(&path, source))?;
    }
    Ok(())
}

/// The paths of a module's files with `/` between their parts, sorted.
fn files(folder: &Path) -> Result<Vec<String>, TreeError> {
    let mut found = Vec::new();
    enter(folder, "", &mut found)?;
    found.sort();
    Ok(found)
}

fn enter(folder: &Path, inside: &str, found: &mut Vec<String>) -> Result<(), TreeError> {
    let failed = |source| io_error(inside, source);
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let name = entry.file_name();
        let path = format!("{inside}{}", name.to_string_lossy());
        let kind = entry.file_type().map_err(|source| io_error(&path, source))?;
        let is_link_to_folder = kind.is_symlink() && entry.path().is_dir();
        if !(is_kept(&path) || ((kind.is_dir() || is_link_to_folder) && !path_is_hidden(&path))) {
            continue;
        }
        if kind.is_symlink() {
            return Err(TreeError::Link { path: path.into() });
        }
        if name.to_str().is_none_or(|name| name.contains(char::is_control)) {
            return Err(TreeError::Name { path: path.into() });
        }
        if kind.is_dir() {
            enter(&entry.path(), &format!("{path}/"), found)?;
        } else {
            found.push(path);
        }
    }
    Ok(())
}

/// Whether a file belongs to a module of specs alone.
fn is_kept(path: &str) -> bool {
    let name = last(path).to_ascii_lowercase();
    let (stem, extension) = name.split_once('.').unwrap_or((&name, ""));
    let is_spec = Path::new(&name).extension().is_some_and(|extension| extension == "yml" || extension == "yaml");
    let is_licence = !path.contains('/') && LICENCES.contains(&stem) && ["", "md", "txt"].contains(&extension);
    // What the original writes where it installs a module is the only hidden file that says something.
    (is_spec && !path_is_hidden(path)) || is_licence || path == ".zimagi.yml"
}

/// Hidden files and folders are those of editors and of version control.
fn path_is_hidden(path: &str) -> bool {
    last(path).starts_with('.')
}

fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").expect("writing to a string cannot fail");
        text
    })
}

fn io_error(path: impl AsRef<Path>, source: io::Error) -> TreeError {
    TreeError::Io { path: path.as_ref().to_owned(), source }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn module() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in [
            ("zimagi.yml", "name: plants\n"),
            ("specs/data/plant.yml", "data:\n"),
            ("spec.yml/x.yml", ""),
            ("LICENSE.md", "free"),
            ("setup.py", "import os"),
            (".git/config.yml", "secret"),
            (".github/ci.yml", ""),
            ("docs/LICENSE", ""),
            ("specs/.swap.yml", ""),
        ] {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        folder
    }

    #[test]
    fn only_specs_and_licences_are_taken() {
        let expected = ["LICENSE.md", "spec.yml/x.yml", "specs/data/plant.yml", "zimagi.yml"];
        assert_eq!(files(module().path()).unwrap(), expected);
    }

    #[test]
    fn the_digest_is_the_one_of_sha256sum() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("zimagi.yml"), "name: plants\n").unwrap();
        // printf 'name: plants\n' | sha256sum | sed 's/-$/zimagi.yml/' | sha256sum
        let expected = "sha256:8389f715fc2f9dee4ce7fe180135aacbb440c06705407aa67e9ce919fe7f8425";
        assert_eq!(digest(folder.path()).unwrap(), expected);
    }

    #[test]
    fn a_copy_has_the_same_digest_and_another_byte_another() {
        let (from, to) = (module(), tempfile::tempdir().unwrap());
        copy(from.path(), to.path()).unwrap();
        assert_eq!(digest(from.path()).unwrap(), digest(to.path()).unwrap());
        fs::rename(to.path().join("specs/data/plant.yml"), to.path().join("specs/plant.yml")).unwrap();
        assert_ne!(digest(from.path()).unwrap(), digest(to.path()).unwrap());
    }

    #[cfg(unix)]
    #[test]
    fn links_are_refused_where_they_would_be_taken() {
        use std::os::unix::fs::symlink;
        let outside = tempfile::tempdir().unwrap();
        fs::write(outside.path().join("secret"), "key").unwrap();
        for (target, name, is_refused) in [
            (outside.path().join("secret"), "specs/data/secret.yml", true),
            (outside.path().to_owned(), "specs/more", true),
            (outside.path().join("nothing"), "zimagi.yaml", true),
            (outside.path().join("secret"), "README", false),
            (outside.path().to_owned(), ".venv", false),
        ] {
            let folder = module();
            symlink(target, folder.path().join(name)).unwrap();
            assert_eq!(matches!(files(folder.path()), Err(TreeError::Link { .. })), is_refused, "{name}");
        }
    }
}
