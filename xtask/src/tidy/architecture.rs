//! What documents name exists: paths and functions in backticks.
//!
//! A path is a name with a slash or the ending of a file. A function is written `path.rs::name`; or `name()`, which must be
//! defined in a file that the same line names before it, or anywhere if the line names none.

use super::tree::Tree;
use super::violation::Violation;

const DOCUMENTS: &[&str] = &["ARCHITECTURE.md", "CONTRIBUTING.md", "README.md"];
const ENDINGS: &[&str] = &[".rs", ".md", ".toml", ".yml", ".csv"];

pub(super) fn check(tree: &Tree) -> Vec<Violation> {
    DOCUMENTS.iter().flat_map(|document| check_document(tree, document)).collect()
}

fn check_document(tree: &Tree, path: &str) -> Vec<Violation> {
    let Some(text) = tree.text(path) else { return vec![Violation::new(path, 1, "is missing")] };
    let mut violations = Vec::new();
    let mut is_example = false;
    for (number, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("```") {
            is_example = !is_example;
        } else if !is_example {
            violations
                .extend(check_line(tree, line).into_iter().map(|sentence| Violation::new(path, number + 1, sentence)));
        }
    }
    violations
}

fn check_line(tree: &Tree, line: &str) -> Vec<String> {
    let mut files: Vec<&str> = Vec::new();
    let mut sentences = Vec::new();
    for span in line.split('`').skip(1).step_by(2) {
        if let Some((path, name)) = span.split_once(".rs::") {
            let path = format!("{path}.rs");
            sentences.extend((!is_defined(tree, &[&path], name)).then(|| format!("`{span}` is not defined")));
        } else if is_path(span) {
            files.extend(Some(span).filter(|span| span.ends_with(".rs")));
            sentences.extend((!tree.contains(span)).then(|| format!("`{span}` does not exist")));
        } else if let Some(name) = function(span) {
            sentences
                .extend((!is_defined(tree, &files, name)).then(|| format!("`{span}` is not defined{}", place(&files))));
        }
    }
    sentences
}

/// A pattern with a placeholder in angle brackets or capitals stands for many files and is not looked up.
fn is_path(span: &str) -> bool {
    let is_plain = span.chars().all(|character| character.is_ascii_alphanumeric() || "/._-".contains(character));
    let is_relative = !span.starts_with('/') && !span.contains("://");
    is_plain && is_relative && (span.contains('/') || ENDINGS.iter().any(|ending| span.ends_with(ending)))
}

/// The name in `name()` or `Type::name()`.
fn function(span: &str) -> Option<&str> {
    let name = span.strip_suffix("()")?.rsplit("::").next()?;
    name.chars().all(|character| character.is_ascii_alphanumeric() || character == '_').then_some(name)
}

fn is_defined(tree: &Tree, files: &[&str], name: &str) -> bool {
    let definition = format!("fn {name}");
    let is_in = |text: &str| {
        let mut places = text.match_indices(&definition).map(|(at, _)| &text[at + definition.len()..]);
        places.any(|rest| rest.starts_with(['(', '<']))
    };
    if files.is_empty() {
        return tree.rust().any(|file| is_in(&file.text));
    }
    files.iter().filter_map(|path| tree.text(path)).any(is_in)
}

fn place(files: &[&str]) -> String {
    if files.is_empty() { String::new() } else { format!(" in {}", files.join(" or ")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_are_gone_are_found() {
        let document = "See `x/src/a.rs`: `f()`.\nSee `x/src/b.rs`, `Thing::g()` and `x/src/a.rs`: `h()`.\n`GET /x/`\nSee `x/src/a.rs::f`, `x/src/a.rs::i`.\n";
        let files = [
            ("ARCHITECTURE.md", document),
            ("x/src/a.rs", "fn f() {}\nfn g<T>() {}\n"),
            ("README.md", ""),
            ("CONTRIBUTING.md", ""),
        ];
        let texts: Vec<String> = check(&Tree::of(&files)).iter().map(ToString::to_string).collect();
        assert_eq!(
            texts,
            [
                "ARCHITECTURE.md:2: `x/src/b.rs` does not exist",
                "ARCHITECTURE.md:2: `Thing::g()` is not defined in x/src/b.rs",
                "ARCHITECTURE.md:2: `h()` is not defined in x/src/b.rs or x/src/a.rs",
                "ARCHITECTURE.md:4: `x/src/a.rs::i` is not defined",
            ]
        );
    }
}
