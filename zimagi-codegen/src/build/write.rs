//! Writing artifacts: only what changed, so that rustc recompiles only what it must.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use crate::Artifact;

/// Makes a folder hold exactly these artifacts. Files whose bytes are the same are not touched, stale ones are removed.
///
/// # Errors
///
/// If a file or folder cannot be read, written or removed.
pub fn write_artifacts(folder: &Path, artifacts: &[Artifact]) -> io::Result<()> {
    let mut expected = BTreeSet::new();
    for artifact in artifacts {
        let path = folder.join(&artifact.path);
        write_if_changed(&path, artifact.text.as_bytes())?;
        expected.insert(path);
    }
    remove_stale(folder, &expected)
}

fn write_if_changed(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if std::fs::read(path).is_ok_and(|present| present == bytes) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(path, bytes)
}

fn remove_stale(folder: &Path, expected: &BTreeSet<PathBuf>) -> io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            remove_stale(&path, expected)?;
        } else if !expected.contains(&path) {
            std::fs::remove_file(&path)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn artifact(path: &str, text: &str) -> Artifact {
        Artifact { path: path.to_owned(), text: text.to_owned() }
    }

    #[test]
    fn unchanged_files_are_not_touched_and_stale_ones_go() {
        let folder = tempfile::tempdir().unwrap();
        write_artifacts(folder.path(), &[artifact("mod.rs", "a"), artifact("data/flight.rs", "b")]).unwrap();
        let before = std::fs::metadata(folder.path().join("mod.rs")).unwrap().modified().unwrap();
        write_artifacts(folder.path(), &[artifact("mod.rs", "a"), artifact("data/plane.rs", "c")]).unwrap();
        assert_eq!(std::fs::metadata(folder.path().join("mod.rs")).unwrap().modified().unwrap(), before);
        assert!(!folder.path().join("data/flight.rs").exists());
        assert_eq!(std::fs::read_to_string(folder.path().join("data/plane.rs")).unwrap(), "c");
    }
}
