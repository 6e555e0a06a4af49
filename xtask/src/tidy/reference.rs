//! Who names whom: the paths in a Rust file, resolved to modules of the crate or to other crates.

use proc_macro2::Delimiter;

use super::token::{Kind, Token, tokens};
use super::tree::RustFile;

/// A path that a file names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reference {
    pub(super) line: usize,
    pub(super) path: Vec<String>,
    /// Whether it stands in a module of tests.
    pub(super) is_test: bool,
}

/// Paths into the file's own crate, from its root.
pub(super) fn internal(file: &RustFile) -> Vec<Reference> {
    let mut references = Vec::new();
    walk(file, |scan, at| {
        let prefix = match scan.word(at) {
            Some("crate") => Vec::new(),
            Some("super") if !scan.follows_colons(at) => scan.module.clone(),
            _ => return,
        };
        if scan.is_colons(at + 1) {
            read_tree(scan, at, prefix, &mut references);
        }
    });
    references
}

/// Words that stand before `::` and are no name of a crate or a type.
const KEYWORDS: &[&str] = &[
    "crate", "super", "self", "Self", "use", "return", "in", "as", "dyn", "impl", "mut", "const", "else", "if",
    "while", "match", "move", "for", "where",
];

/// Paths that start with a name of another crate, of a module in scope or of a type: `name::…`.
pub(super) fn external(file: &RustFile) -> Vec<Reference> {
    let mut references = Vec::new();
    walk(file, |scan, at| {
        let Some(word) = scan.word(at).filter(|word| !KEYWORDS.contains(word)) else { return };
        if scan.is_colons(at + 1) && !scan.is_inner(at) {
            let mut path = vec![word.to_owned()];
            path.extend(scan.word(at + 2).map(str::to_owned));
            references.push(Reference { line: scan.tokens[at].line, path, is_test: scan.is_test() });
        }
    });
    references
}

/// A walk over the tokens of a file that knows in which module it is.
struct Scan {
    tokens: Vec<Token>,
    module: Vec<String>,
    is_test_file: bool,
}

fn walk(file: &RustFile, mut visit: impl FnMut(&Scan, usize)) {
    let mut scan = Scan { tokens: tokens(file), module: module_of(&file.path), is_test_file: is_test_path(&file.path) };
    let mut opened: Vec<bool> = Vec::new();
    for at in 0..scan.tokens.len() {
        visit(&scan, at);
        match &scan.tokens[at].kind {
            Kind::Open(_) => {
                let module = scan.opens_module(at).map(str::to_owned);
                opened.push(module.is_some());
                scan.module.extend(module);
            }
            Kind::Close => {
                if opened.pop() == Some(true) {
                    scan.module.pop();
                }
            }
            Kind::Word(_) | Kind::Colons | Kind::Mark(_) | Kind::Literal => {}
        }
    }
}

impl Scan {
    fn word(&self, at: usize) -> Option<&str> {
        match &self.tokens.get(at)?.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    fn is_colons(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == Kind::Colons)
    }

    fn follows_colons(&self, at: usize) -> bool {
        at > 0 && self.is_colons(at - 1)
    }

    /// Whether the word continues a path: `a::word`. In `::word` it starts one.
    fn is_inner(&self, at: usize) -> bool {
        let is_path = |before: &Token| match &before.kind {
            Kind::Word(word) => !KEYWORDS.contains(&word.as_str()),
            Kind::Mark(mark) => *mark == '>',
            Kind::Colons | Kind::Open(_) | Kind::Close | Kind::Literal => false,
        };
        self.follows_colons(at) && at > 1 && is_path(&self.tokens[at - 2])
    }

    fn opens_module(&self, at: usize) -> Option<&str> {
        let is_module =
            self.tokens[at].kind == Kind::Open(Delimiter::Brace) && at > 1 && self.word(at - 2) == Some("mod");
        if is_module { self.word(at - 1) } else { None }
    }

    fn is_test(&self) -> bool {
        self.is_test_file || self.module.iter().any(|module| module == "tests")
    }
}

/// Reads `crate::a::{b, c::d}` from the word at `at`; gives where it ends.
fn read_tree(scan: &Scan, mut at: usize, mut path: Vec<String>, references: &mut Vec<Reference>) -> usize {
    loop {
        match scan.tokens.get(at).map(|token| &token.kind) {
            Some(Kind::Word(word)) => {
                match word.as_str() {
                    "crate" | "self" => {}
                    "super" => drop(path.pop()),
                    _ => path.push(word.clone()),
                }
                at += 1;
            }
            Some(Kind::Open(Delimiter::Brace)) => return read_group(scan, at + 1, &path, references),
            _ => at += 1,
        }
        if !scan.is_colons(at) {
            let line = scan.tokens[at.min(scan.tokens.len()) - 1].line;
            references.push(Reference { line, path, is_test: scan.is_test() });
            return at;
        }
        at += 1;
    }
}

fn read_group(scan: &Scan, mut at: usize, path: &[String], references: &mut Vec<Reference>) -> usize {
    while let Some(token) = scan.tokens.get(at) {
        at = match &token.kind {
            Kind::Close => return at + 1,
            Kind::Word(_) => read_tree(scan, at, path.to_vec(), references),
            _ => at + 1,
        };
    }
    at
}

/// The module that a file is: `zimagi-runtime/src/data/sql/mod.rs` is `data`, `sql`.
fn module_of(path: &str) -> Vec<String> {
    let inner = path.split_once("/src/").map_or("", |(_, inner)| inner);
    let mut module: Vec<String> = inner.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
    if module.last().is_some_and(|last| ["mod", "lib", "main", ""].contains(&last.as_str())) {
        module.pop();
    }
    module
}

/// Whether a file holds nothing but tests.
fn is_test_path(path: &str) -> bool {
    path.ends_with("/tests.rs") || path.contains("/tests/")
}

#[cfg(test)]
mod tests {
    use super::super::tree::Tree;
    use super::*;

    fn paths(path: &str, text: &str, read: fn(&RustFile) -> Vec<Reference>) -> Vec<String> {
        let tree = Tree::of(&[(path, text)]);
        let file = tree.rust().next().unwrap();
        read(file).iter().map(|reference| format!("{}:{}", reference.line, reference.path.join("::"))).collect()
    }

    #[test]
    fn groups_and_macros_are_read() {
        let text =
            "use crate::{data::{A, sql::B}, http};\nfn f() { println!(\"{}\", crate::mail::C); }\npub(crate) struct S;";
        let found = paths("x/src/data/a.rs", text, internal);
        assert_eq!(found, ["1:data::A", "1:data::sql::B", "1:http", "2:mail::C"]);
    }

    #[test]
    fn super_is_resolved_also_in_inner_modules() {
        let text = "use super::super::http::A;\nmod tests { use super::*; use super::super::B; }";
        let found = paths("x/src/data/sql/text.rs", text, internal);
        assert_eq!(found, ["1:data::http::A", "2:data::sql::text", "2:data::sql::B"]);
    }

    #[test]
    fn other_crates_are_found_by_the_start_of_a_path() {
        let text =
            "use ::diesel::prelude::*;\nuse std::{fs, io};\nfn f() { a::diesel::b(); }\nfn g() { quote!(ring::x) }";
        assert_eq!(paths("x/src/a.rs", text, external), ["1:diesel::prelude", "2:std", "3:a::diesel"]);
    }
}
