//! Every path that ARCHITECTURE.md and CONTRIBUTING.md name in backticks exists, and every function with its file.

use super::{Violation, read};
use crate::paths::root;

pub(super) fn check() -> Vec<Violation> {
    ["ARCHITECTURE.md", "CONTRIBUTING.md", "README.md"].into_iter().flat_map(check_document).collect()
}

fn check_document(name: &str) -> Vec<Violation> {
    let document = root().join(name);
    let text = read(&document);
    let mut violations = Vec::new();
    if text.is_empty() {
        violations.push(Violation::new(&document, 1, "the document is missing"));
    }
    for (number, line) in text.lines().enumerate() {
        for quoted in line.split('`').skip(1).step_by(2) {
            if let Some(sentence) = fault(quoted) {
                violations.push(Violation::new(&document, number + 1, sentence));
            }
        }
    }
    violations
}

/// `path/to/file.rs` must exist; `path/to/file.rs::function` must hold `fn function`.
fn fault(quoted: &str) -> Option<String> {
    let is_path =
        quoted.contains('/') && !quoted.contains([' ', '<', '{', '*', '$', '?']) && !quoted.starts_with(['/', '-']);
    if !is_path || quoted.contains("://") || quoted.chars().any(|c| c.is_ascii_uppercase() && quoted.starts_with(c)) {
        return None;
    }
    let (path, function) = quoted.split_once("::").unwrap_or((quoted, ""));
    let full = root().join(path);
    if !full.exists() {
        return Some(format!("`{path}` does not exist"));
    }
    let is_there = function.is_empty() || read(&full).contains(&format!("fn {function}"));
    (!is_there).then(|| format!("`{path}` has no function `{function}`"))
}
