//! Files of at most 600 lines that open with what they do. Functions are kept short by clippy.

use super::{Violation, read, sources};

const FILE_LINES_MAX: usize = 600;

pub(super) fn check() -> Vec<Violation> {
    let mut violations = Vec::new();
    for path in sources() {
        let text = read(&path);
        let count = text.lines().count();
        if count > FILE_LINES_MAX {
            violations.push(Violation::new(&path, count, format!("the file has more than {FILE_LINES_MAX} lines")));
        }
        if !text.starts_with("//!") {
            violations.push(Violation::new(
                &path,
                1,
                "the file does not open with a `//!` sentence that says what it does",
            ));
        }
    }
    violations
}
