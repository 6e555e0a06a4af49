//! Exemptions from lints are `expect` with a reason, which ends when its cause does; nothing is left to be done later.

use syn::spanned::Spanned;
use syn::visit::{self, Visit};

use super::tree::{RustFile, Tree};
use super::violation::Violation;

pub(super) fn check(tree: &Tree) -> Vec<Violation> {
    tree.rust().flat_map(check_file).collect()
}

fn check_file(file: &RustFile) -> Vec<Violation> {
    let mut exemptions = Exemptions { path: &file.path, violations: Vec::new() };
    if let Ok(syntax) = &file.syntax {
        exemptions.visit_file(syntax);
    }
    exemptions.violations
}

struct Exemptions<'a> {
    path: &'a str,
    violations: Vec<Violation>,
}

impl<'ast> Visit<'ast> for Exemptions<'_> {
    fn visit_attribute(&mut self, attribute: &'ast syn::Attribute) {
        if attribute.path().is_ident("allow") {
            let line = attribute.span().start().line;
            self.violations.push(Violation::new(self.path, line, "write `expect` with a reason instead of `allow`"));
        }
    }

    fn visit_macro(&mut self, called: &'ast syn::Macro) {
        let unfinished = ["todo", "unimplemented", "dbg"];
        if let Some(name) = unfinished.iter().find(|name| called.path.is_ident(name)) {
            let line = called.span().start().line;
            self.violations.push(Violation::new(self.path, line, format!("`{name}!` is left")));
        }
        visit::visit_macro(self, called);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn allow_and_todo_are_found() {
        let text = "#[allow(dead_code)]\nfn f() {\n    todo!()\n}\n";
        let texts: Vec<String> = check(&Tree::of(&[("x/src/a.rs", text)])).iter().map(ToString::to_string).collect();
        assert_eq!(
            texts,
            ["x/src/a.rs:1: write `expect` with a reason instead of `allow`", "x/src/a.rs:3: `todo!` is left"]
        );
    }
}
