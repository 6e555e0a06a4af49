//! What a compiler cannot check. Each check is one file and gives violations: a place and a sentence.

mod arrows;
mod codes;
mod documents;
mod sizes;
mod words;

use std::path::Path;

use crate::paths::root;
use crate::step::TaskError;

/// One thing that is not as it must be.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Violation {
    place: String,
    sentence: String,
}

impl Violation {
    fn new(path: &Path, line: usize, sentence: impl Into<String>) -> Self {
        let shown = path.strip_prefix(root()).unwrap_or(path).display();
        Self { place: format!("{shown}:{line}"), sentence: sentence.into() }
    }
}

/// Runs every check and prints all violations.
pub(crate) fn run() -> Result<(), TaskError> {
    let mut violations = Vec::new();
    violations.extend(arrows::check());
    violations.extend(codes::check());
    violations.extend(documents::check());
    violations.extend(sizes::check());
    violations.extend(words::check());
    violations.sort();
    for violation in &violations {
        println!("{}: {}", violation.place, violation.sentence);
    }
    match violations.len() {
        0 => Ok(()),
        count => Err(TaskError::Violations { count }),
    }
}

/// Every Rust file that people write: no build output, no inputs and outputs of tests.
fn sources() -> Vec<std::path::PathBuf> {
    let mut files = crate::paths::files(root(), ".rs");
    files.retain(|path| {
        let shown = path.strip_prefix(root()).unwrap_or(path).to_string_lossy().into_owned();
        !["corpus/", "expected/", "/ui/"].iter().any(|part| shown.contains(part))
    });
    files
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_default()
}
