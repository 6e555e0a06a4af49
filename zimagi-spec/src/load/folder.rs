//! Which files below a folder are spec files.

use std::io;
use std::path::{Path, PathBuf};

/// What is below a folder.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) files: Vec<PathBuf>,
    pub(super) folders: Vec<PathBuf>,
    /// Files that look like specs and are none, since there is a second dot in their names.
    pub(super) dotted: Vec<PathBuf>,
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
    found.dotted.sort();
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
            continue;
        }
        match standing(&path) {
            Standing::Spec => found.files.push(path),
            Standing::Dotted => found.dotted.push(path),
            Standing::Other => {}
        }
    }
}

/// Whether a file is a spec file.
enum Standing {
    Spec,
    Dotted,
    Other,
}

/// `*.yml` and `*.yaml`, except what starts with `_`; hidden files of editors start with a dot. The original reads no file
/// with a second dot, and people set files aside by one.
fn standing(path: &Path) -> Standing {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_ascii_lowercase();
    match name.strip_suffix(".yml").or_else(|| name.strip_suffix(".yaml")) {
        None => Standing::Other,
        Some(stem) if stem.starts_with(['_', '.']) => Standing::Other,
        Some(stem) if stem.contains('.') => Standing::Dotted,
        Some(_) => Standing::Spec,
    }
}
