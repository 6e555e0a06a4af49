//! Every case is compiled: the list of them is complete. What their migrations make is the subject of `tests/migrations`.

use std::fs;
use std::path::{Path, PathBuf};

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("corpus")
}

#[test]
fn every_case_is_compiled() {
    let mut found = Vec::new();
    for subject in folders(&corpus()) {
        for behaviour in folders(&subject) {
            if behaviour.join("expected").is_dir() {
                found.push(behaviour.strip_prefix(corpus()).unwrap().to_string_lossy().into_owned());
            }
        }
    }
    found.sort();
    assert_eq!(corpus_build::CASES, found);
}

fn folders(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path());
    let mut folders: Vec<PathBuf> = entries.filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}
