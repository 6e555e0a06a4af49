//! Names of files and folders that say nothing, and test cases that are numbered instead of named.

use super::tree::Tree;
use super::violation::Violation;

const EMPTY: &[&str] = &["util", "utils", "helper", "helpers", "common", "manager", "managers", "misc", "shared"];
const CASES: &str = "tests/corpus/";

pub(super) fn check(tree: &Tree) -> Vec<Violation> {
    tree.paths().filter_map(|path| Some(Violation::new(path, 1, judge(path)?))).collect()
}

fn judge(path: &str) -> Option<String> {
    let mut stems = path.split('/').map(|part| part.split('.').next().unwrap_or_default());
    if let Some(empty) = stems.clone().find(|stem| EMPTY.contains(stem)) {
        return Some(format!("`{empty}` says nothing: name the subject"));
    }
    let is_numbered = |stem: &str| stem.rsplit('_').next().is_some_and(|last| last.parse::<u32>().is_ok());
    let is_case = path.starts_with(CASES);
    let numbered = stems.find(|stem| is_case && is_numbered(stem))?;
    Some(format!("the case `{numbered}` is numbered: name what it shows"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_and_numbered_names_are_found() {
        let files = [("x/src/utils.rs", ""), ("tests/corpus/errors/key/case_2.yml", ""), ("x/src/http2.rs", "")];
        let texts: Vec<String> = check(&Tree::of(&files)).iter().map(ToString::to_string).collect();
        assert_eq!(
            texts,
            [
                "tests/corpus/errors/key/case_2.yml:1: the case `case_2` is numbered: name what it shows",
                "x/src/utils.rs:1: `utils` says nothing: name the subject",
            ]
        );
    }
}
