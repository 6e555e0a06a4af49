//! Which files below a folder are spec files.

use std::io;
use std::path::{Path, PathBuf};

/// What is below a folder.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) files: Vec<PathBuf>,
    pub(super) folders: Vec<PathBuf>,
    pub(super) failures: Vec<(PathBuf, io::Error)>,
}

/// All spec files below a folder, sorted by path. A folder that does not exist holds none.
pub(super) fn list(root: &Path) -> Found {
    let mut found = Found::default();
    if root.exists() {
        enter(root, &mut found);
    }
    found.files.sort();
    found.folders.sort();
    found
}

fn enter(folder: &Path, found: &mut Found) {
    found.folders.push(folder.to_owned());
    let entries = match std::fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>) {
        Ok(entries) => entries,
        Err(error) => return found.failures.push((folder.to_owned(), error)),
    };
    for path in entries.iter().map(std::fs::DirEntry::path) {
        if path.is_dir() {
            enter(&path, found);
        } else if is_spec(&path) {
            found.files.push(path);
        }
    }
}

/// `*.yml` and `*.yaml`, except what starts with `_`; hidden files of editors start with a dot.
fn is_spec(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let is_yaml = path.extension().is_some_and(|extension| extension == "yml" || extension == "yaml");
    is_yaml && !name.starts_with(['_', '.'])
}
