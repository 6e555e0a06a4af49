//! Properties: order does not matter, and whatever is written is answered with text and without a panic.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use zimagi_spec::diagnostic::{Code, Diagnostic, Diagnostics};
use zimagi_spec::load::ModuleSource;
use zimagi_spec::rules::{DieselDependency, Target};
use zimagi_spec::source::{SourceMap, Span};
use zimagi_spec::{document, load, resolve, rules};

const SECTIONS: [&str; 5] = [
    "roles:\n  clerk: sells\n",
    "data_mixins:\n  priced:\n    fields:\n      price: {type: float, null: true}\n",
    "data_base:\n  part:\n    base: id_resource\n    scope: shop\n    fields:\n      shop: {relation: shop}\n",
    "data:\n  shop: {base: name_resource, roles: {edit: clerk}}\n  article: {base: part, mixins: priced}\n",
    "command:\n  shop:\n    audit: {groups_allowed: clerk, parameters: {limit: {type: integer}}}\n",
];

/// What a spec is made of, and what it is not.
const PIECES: [&str; 34] = [
    "data",
    "data_base",
    "roles",
    "shop",
    ":",
    ": ",
    "\n",
    "\n  ",
    "\n    ",
    "\n      ",
    "- ",
    "{",
    "}",
    "[",
    "]",
    ", ",
    "base",
    "name_resource",
    "fields",
    "type",
    "string",
    "relation",
    "&a ",
    "*a",
    "<<: ",
    "'",
    "\"",
    "#",
    "~",
    "yes",
    "010",
    "ä",
    "import",
    "null",
];

proptest! {
    #[test]
    fn the_order_of_sections_changes_nothing(order in Just(SECTIONS.to_vec()).prop_shuffle()) {
        let (expected, _) = compile(&[("a.yml", SECTIONS.concat())]);
        let (found, text) = compile(&[("a.yml", order.concat())]);
        prop_assert_eq!(text, "");
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn the_order_of_writing_files_changes_nothing(order in Just((0..SECTIONS.len()).collect::<Vec<_>>()).prop_shuffle()) {
        let file = |index: &usize| (["a.yml", "b.yaml", "c/a.yml", "c/b.yml", "d.yml"][*index], SECTIONS[*index].to_owned());
        let (expected, _) = compile(&(0..SECTIONS.len()).map(|index| file(&index)).collect::<Vec<_>>());
        let (found, text) = compile(&order.iter().map(file).collect::<Vec<_>>());
        prop_assert_eq!(text, "");
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn any_file_is_answered(pieces in prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..60)) {
        compile(&[("a.yml", pieces.concat())]);
    }

    #[test]
    fn any_text_is_answered(text in "\\PC{0,80}") {
        compile(&[("a.yml", text)]);
    }

    #[test]
    fn any_span_is_rendered(text in "[a-zäπ\n ]{0,40}", start in 0usize..60, length in 0usize..60) {
        let mut sources = SourceMap::default();
        let file = sources.add("a.yml", Path::new("a.yml"), text);
        let span = Span { file, start, end: start + length };
        let mut diagnostics = Diagnostics::default();
        diagnostics.push(Diagnostic::at(Code::BadName, span, "any").label("here").with_other(span, "and here"));
        prop_assert!(diagnostics.render(&sources).starts_with("error[Z0201]: any\n"));
        prop_assert!(!diagnostics.render_styled(&sources).is_empty());
    }
}

/// The resolved specs without places, and the rendered mistakes.
fn compile(files: &[(&str, String)]) -> (String, String) {
    let project = tempfile::tempdir().unwrap();
    fs::write(project.path().join("zimagi.yml"), "name: shop\nplatform: '*'\ndatabases: [sqlite]\n").unwrap();
    for (name, text) in files {
        let path = project.path().join("specs").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let mut sources = SourceMap::default();
    let mut diagnostics = Diagnostics::default();
    let platform = Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs");
    let modules = [ModuleSource::platform(&platform), ModuleSource::application(project.path())];
    let loaded = load::load(&modules, &mut sources, &mut diagnostics);
    let documents = document::read(&loaded, &sources, &mut diagnostics);
    let resolved = resolve::resolve(documents, &mut diagnostics);
    rules::check(&resolved, &Target::of(&resolved, DieselDependency::Present), &mut diagnostics);
    let folder = project.path().display().to_string();
    (without_places(&format!("{resolved:?}").replace(&folder, "")), diagnostics.render(&sources))
}

/// Removes every `Span { … }`.
fn without_places(text: &str) -> String {
    let mut parts = text.split("Span {");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once('}').map_or(part, |(_, rest)| rest))
}
