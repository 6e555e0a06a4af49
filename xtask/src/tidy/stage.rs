//! The stages of the pipeline: what each module of the language and of the generator may name.

use super::reference::internal;
use super::tree::{RustFile, Tree};
use super::violation::Violation;

/// A module and the modules of its crate that it may name besides itself.
type Stage = (&'static str, &'static [&'static str]);

const SPEC: &[Stage] = &[
    ("source", &[]),
    ("descriptor", &[]),
    ("names", &["descriptor"]),
    ("diagnostic", &["source"]),
    ("yaml", &["source", "diagnostic"]),
    ("load", &["source", "diagnostic", "yaml"]),
    ("document", &["source", "diagnostic", "descriptor", "names", "yaml", "load"]),
    ("resolve", &["source", "diagnostic", "descriptor", "names", "load", "document"]),
    ("rules", &["source", "diagnostic", "descriptor", "names", "resolve"]),
];

const CODEGEN: &[Stage] = &[
    ("plan", &[]),
    ("lower", &["plan"]),
    ("emit", &["plan"]),
    ("render", &["plan", "migration"]),
    ("migration", &["plan", "project"]),
    ("comparison", &["plan", "render", "migration"]),
    ("vendor", &[]),
    ("project", &["plan", "migration", "vendor"]),
    // The entry of build scripts calls the whole pipeline.
    ("build", &["plan", "emit", "project", "compile", "Compilation", "Output", "Project", "Artifact"]),
];

pub(super) fn check(tree: &Tree) -> Vec<Violation> {
    let crates = [("zimagi-spec/src/", SPEC), ("zimagi-codegen/src/", CODEGEN)];
    let files =
        crates.iter().flat_map(|(folder, stages)| tree.rust_below(folder).map(move |file| (file, *folder, *stages)));
    files.flat_map(|(file, folder, stages)| check_file(file, folder, stages)).collect()
}

fn check_file(file: &RustFile, folder: &str, stages: &[Stage]) -> Vec<Violation> {
    // The root is the seam between the stages and names them all.
    let Some((module, _)) = file.path[folder.len()..].split_once('/') else { return Vec::new() };
    let Some((_, allowed)) = stages.iter().find(|(name, _)| *name == module) else {
        return vec![Violation::new(&file.path, 1, format!("`{module}` is no stage"))];
    };
    let found = internal(file).into_iter().filter(|reference| !reference.is_test).filter_map(|reference| {
        let target = reference.path.first()?;
        let is_allowed = target == module || allowed.contains(&target.as_str());
        (!is_allowed).then(|| Violation::new(&file.path, reference.line, format!("`{module}` may not name `{target}`")))
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stage_names_only_what_it_may() {
        let text = "use crate::plan::Plan;\nuse crate::lower::lower;\n";
        let violations = check(&Tree::of(&[("zimagi-codegen/src/emit/row.rs", text)]));
        let texts: Vec<String> = violations.iter().map(ToString::to_string).collect();
        assert_eq!(texts, ["zimagi-codegen/src/emit/row.rs:2: `emit` may not name `lower`"]);
    }
}
