//! Every Rust file opens with a sentence on what it does.

use super::tree::Tree;
use super::violation::Violation;

pub(super) fn check(tree: &Tree) -> Vec<Violation> {
    let silent = tree.rust().filter(|file| !opens_with_doc(&file.text));
    silent.map(|file| Violation::new(&file.path, 1, "does not open with `//!` and a sentence")).collect()
}

fn opens_with_doc(text: &str) -> bool {
    text.strip_prefix("//! ").and_then(|rest| rest.lines().next()).is_some_and(|line| !line.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_without_a_sentence_is_found() {
        let files = [("x/src/a.rs", "//! Does a thing.\n"), ("x/src/b.rs", "use a::b;\n"), ("x/src/c.rs", "//! \n")];
        let texts: Vec<String> = check(&Tree::of(&files)).iter().map(ToString::to_string).collect();
        let sentence = "does not open with `//!` and a sentence";
        assert_eq!(texts, [format!("x/src/b.rs:1: {sentence}"), format!("x/src/c.rs:1: {sentence}")]);
    }
}
