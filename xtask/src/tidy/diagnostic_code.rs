//! Every diagnostic code has a page and a case in the corpus, and every page a code.

use std::collections::BTreeSet;

use super::tree::Tree;
use super::violation::Violation;

const CODES: &str = "zimagi-spec/src/diagnostic/code.rs";
const PAGES: &str = "docs/errors/";
const CASES: &str = "tests/corpus/errors/";

pub(super) fn check(tree: &Tree) -> Vec<Violation> {
    let declared = codes_in(tree.text(CODES).unwrap_or_default(), '"', '"');
    let cases = tree.texts().filter(|(path, _)| path.starts_with(CASES));
    let shown: BTreeSet<&str> = cases.flat_map(|(_, text)| codes_in(text, '[', ']')).map(|(_, code)| code).collect();
    let mut violations = Vec::new();
    for (line, code) in &declared {
        if !tree.contains(&page(code)) {
            violations.push(Violation::new(CODES, *line, format!("{code} has no page {}", page(code))));
        }
        if !shown.contains(code) {
            violations.push(Violation::new(CODES, *line, format!("{code} has no case below {CASES}")));
        }
    }
    let is_declared = |path: &str| declared.iter().any(|(_, code)| page(code) == path);
    let orphans = tree.paths().filter(|path| path.starts_with(PAGES) && !is_declared(path));
    violations.extend(orphans.map(|path| Violation::new(path, 1, "explains no code")));
    violations
}

fn page(code: &str) -> String {
    format!("{PAGES}{code}.md")
}

/// The codes of a text between two marks, with their lines.
fn codes_in(text: &str, before: char, after: char) -> Vec<(usize, &str)> {
    let lines = text.lines().enumerate();
    let words = lines.flat_map(|(number, line)| line.split([before, after]).map(move |word| (number + 1, word)));
    words.filter(|(_, word)| is_code(word)).collect()
}

fn is_code(word: &str) -> bool {
    word.len() == 5 && word.starts_with('Z') && word[1..].bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_without_page_or_case_and_pages_without_code_are_found() {
        let files = [
            (CODES, "//! Codes.\ncodes! {\n    \"Z0101\" A;\n    \"Z0102\" B;\n}\n"),
            ("docs/errors/Z0101.md", "page"),
            ("docs/errors/Z0999.md", "page"),
            ("tests/corpus/errors/a/b.yml", "# error[Z0102]: wrong"),
        ];
        let texts: Vec<String> = check(&Tree::of(&files)).iter().map(ToString::to_string).collect();
        assert_eq!(
            texts,
            [
                "zimagi-spec/src/diagnostic/code.rs:3: Z0101 has no case below tests/corpus/errors/",
                "zimagi-spec/src/diagnostic/code.rs:4: Z0102 has no page docs/errors/Z0102.md",
                "docs/errors/Z0999.md:1: explains no code",
            ]
        );
    }
}
