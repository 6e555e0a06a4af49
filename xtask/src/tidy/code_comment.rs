//! Comments are sentences: no code that was commented out, no marks for later.

use super::tree::{RustFile, Tree};
use super::violation::Violation;

/// What a line of code ends with and a sentence does not.
const CODE_ENDS: &[&str] = &[";", "{", "}", "},", ");", "=>"];
const MARKS: &[&str] = &["TODO", "FIXME", "XXX", "HACK"];

pub(super) fn check(tree: &Tree) -> Vec<Violation> {
    tree.rust().flat_map(check_file).collect()
}

fn check_file(file: &RustFile) -> Vec<Violation> {
    let comments = file.text.lines().enumerate().filter_map(|(number, line)| Some((number + 1, comment(line)?)));
    comments.filter_map(|(number, text)| Some(Violation::new(&file.path, number, judge(text)?))).collect()
}

/// The text of a line that is a comment and no documentation.
fn comment(line: &str) -> Option<&str> {
    let text = line.trim_start().strip_prefix("//")?;
    (!text.starts_with(['/', '!'])).then(|| text.trim())
}

fn judge(text: &str) -> Option<String> {
    let words = text.split(|character: char| !character.is_ascii_uppercase());
    if let Some(mark) = words.into_iter().find(|word| MARKS.contains(word)) {
        return Some(format!("`{mark}` is left: do it, or file it"));
    }
    CODE_ENDS.iter().any(|end| text.ends_with(end)).then(|| "a comment reads like code: delete it".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_and_marks_in_comments_are_found() {
        let text = "//! Documents.\n// let x = 1;\n// A sentence.\n/// fn f() {\n// TODO: more\n";
        let texts: Vec<String> = check(&Tree::of(&[("x/src/a.rs", text)])).iter().map(ToString::to_string).collect();
        assert_eq!(
            texts,
            ["x/src/a.rs:2: a comment reads like code: delete it", "x/src/a.rs:5: `TODO` is left: do it, or file it",]
        );
    }
}
