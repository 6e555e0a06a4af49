//! The caps on files and functions. In functions, blank lines and comments do not count.

use syn::spanned::Spanned;
use syn::visit::{self, Visit};

use super::tree::{RustFile, Tree};
use super::violation::Violation;

const FILE_LINES_MAX: usize = 600;
const FUNCTION_LINES_MAX: usize = 60;

pub(super) fn check(tree: &Tree) -> Vec<Violation> {
    tree.rust().flat_map(check_file).collect()
}

fn check_file(file: &RustFile) -> Vec<Violation> {
    let mut functions = Functions { path: &file.path, lines: file.text.lines().collect(), violations: Vec::new() };
    if let Ok(syntax) = &file.syntax {
        functions.visit_file(syntax);
    }
    let mut violations = functions.violations;
    let lines = file.text.lines().count();
    if lines > FILE_LINES_MAX {
        violations.push(Violation::new(&file.path, 1, format!("has {lines} lines; {FILE_LINES_MAX} is the cap")));
    }
    violations
}

struct Functions<'a> {
    path: &'a str,
    lines: Vec<&'a str>,
    violations: Vec<Violation>,
}

impl Functions<'_> {
    fn measure(&mut self, signature: &syn::Signature, block: &syn::Block) {
        let first = signature.span().start().line;
        let (start, end) = (block.span().start().line, block.span().end().line);
        let body = self.lines.get(start..end.saturating_sub(1)).unwrap_or_default();
        let lines = body.iter().filter(|line| is_code(line)).count();
        if lines > FUNCTION_LINES_MAX {
            let sentence = format!("`{}` has {lines} lines; {FUNCTION_LINES_MAX} is the cap", signature.ident);
            self.violations.push(Violation::new(self.path, first, sentence));
        }
    }
}

/// Lines without code do not count.
fn is_code(line: &str) -> bool {
    let text = line.trim_start();
    !text.is_empty() && !text.starts_with("//")
}

impl<'ast> Visit<'ast> for Functions<'_> {
    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        self.measure(&function.sig, &function.block);
        visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        self.measure(&function.sig, &function.block);
        visit::visit_impl_item_fn(self, function);
    }

    fn visit_trait_item_fn(&mut self, function: &'ast syn::TraitItemFn) {
        if let Some(block) = &function.default {
            self.measure(&function.sig, block);
        }
        visit::visit_trait_item_fn(self, function);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_files_and_functions_are_found() {
        let function = format!("fn long() {{\n{}}}\n", "    f();\n".repeat(61));
        let file = format!("{function}{}", "\n".repeat(538));
        let texts: Vec<String> = check(&Tree::of(&[("x/src/a.rs", &file)])).iter().map(ToString::to_string).collect();
        assert_eq!(
            texts,
            ["x/src/a.rs:1: `long` has 61 lines; 60 is the cap", "x/src/a.rs:1: has 601 lines; 600 is the cap"]
        );
    }
}
