//! Every diagnostic code has a page and a case with its full text.

use super::{Violation, read};
use crate::paths::{files, root};

pub(super) fn check() -> Vec<Violation> {
    let table = root().join("zimagi-spec/src/diagnostic/code.rs");
    let folder = root().join("tests/corpus");
    let texts = [files(&folder, ".yml"), files(&folder, "expected.txt")].concat();
    let cases: String = texts.iter().map(|path| read(path)).collect();
    let mut violations = Vec::new();
    for (number, line) in read(&table).lines().enumerate() {
        for code in codes(line) {
            if !root().join(format!("docs/errors/{code}.md")).exists() {
                violations.push(Violation::new(&table, number + 1, format!("`{code}` has no page in docs/errors")));
            }
            if !cases.contains(&format!("[{code}]")) {
                violations.push(Violation::new(&table, number + 1, format!("`{code}` has no case in tests/corpus")));
            }
        }
    }
    violations
}

/// Texts like `Z0101` in quotes.
fn codes(line: &str) -> impl Iterator<Item = &str> {
    line.split('"')
        .filter(|part| part.len() == 5 && part.starts_with('Z') && part[1..].bytes().all(|byte| byte.is_ascii_digit()))
}
