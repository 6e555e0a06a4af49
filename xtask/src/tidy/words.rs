//! Words and names that have no place here.

use super::{Violation, read, sources};

/// Names that say nothing of what is inside.
const EMPTY_NAMES: &[&str] = &["utils", "util", "helpers", "helper", "common", "manager", "misc"];

pub(super) fn check() -> Vec<Violation> {
    let mut violations = Vec::new();
    for path in sources() {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let folder =
            path.parent().and_then(|folder| folder.file_name()).unwrap_or_default().to_string_lossy().into_owned();
        if EMPTY_NAMES.contains(&stem.as_str()) || EMPTY_NAMES.contains(&folder.as_str()) {
            violations.push(Violation::new(&path, 1, "the name does not say what is inside"));
        }
        for (number, line) in read(&path).lines().enumerate() {
            if let Some(sentence) = fault(line) {
                violations.push(Violation::new(&path, number + 1, sentence));
            }
        }
    }
    violations
}

fn fault(line: &str) -> Option<&'static str> {
    let line = line.trim_start();
    // Spelled in two parts, so that this file does not accuse itself.
    if line.starts_with(concat!("#[al", "low(")) || line.starts_with(concat!("#![al", "low(")) {
        return Some("`expect` with a reason says when an exception is no longer needed; `allow` does not");
    }
    if line.contains(concat!("to", "do!(")) || line.contains(concat!("unimp", "lemented!(")) {
        return Some("something is left to be written");
    }
    None
}
