//! The corpus of mistakes: each case is a spec, and the text that it is answered with.
//!
//! A case is a YAML file whose last comment lines are the expected text (none: it is right), or a folder with
//! `expected.txt`, a manifest, specs and perhaps modules. `BLESS=1` writes the texts as they are.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use zimagi_spec::diagnostic::{Code, Diagnostics};
use zimagi_spec::load::ModuleSource;
use zimagi_spec::rules::{DieselDependency, Target};
use zimagi_spec::source::SourceMap;
use zimagi_spec::{document, load, resolve, rules};

const MANIFEST: &str = "name: shop\nplatform: '*'\ndatabases: [sqlite, postgresql, mysql]\n";

/// The subjects whose cases are about files that only the generator reads, and which its tests answer.
const GENERATOR: [&str; 2] = ["migration", "vendor"];

/// A case that starts with this line is compiled for an application without Diesel.
const WITHOUT_DIESEL: &str = "# diesel: missing";

#[test]
fn every_case_is_answered_with_its_text() {
    let mut failures = Vec::new();
    let is_ours = |case: &PathBuf| !GENERATOR.iter().any(|subject| case.parent().unwrap().ends_with(subject));
    for case in cases().into_iter().filter(is_ours) {
        let answer = answer(&case);
        if answer == expected(&case) {
            continue;
        }
        if std::env::var_os("BLESS").is_some() {
            bless(&case, &answer);
        } else {
            failures.push(format!("== {}\n-- expected\n{}-- found\n{answer}", case.display(), expected(&case)));
        }
    }
    assert!(failures.is_empty(), "{}\nBLESS=1 writes the texts as they are", failures.join("\n"));
}

#[test]
fn every_code_has_a_case_and_a_page() {
    let texts: Vec<_> = cases().iter().map(|case| expected(case)).collect();
    let is_shown = |code: &&Code| texts.iter().any(|text| text.contains(&format!("[{}]", code.text())));
    let without_case: Vec<_> = Code::ALL.iter().filter(|code| !is_shown(code)).map(|code| code.text()).collect();
    assert!(without_case.is_empty(), "codes without a case: {without_case:?}");
    let is_explained = |code: &&Code| {
        let page = code.explain();
        page.starts_with(&format!("# {}: {}\n", code.text(), code.title()))
            && ["```yaml", "```toml"].iter().any(|fence| page.contains(fence))
    };
    let without_page: Vec<_> = Code::ALL.iter().filter(|code| !is_explained(code)).map(|code| code.text()).collect();
    assert!(without_page.is_empty(), "codes whose page lacks its title or an example: {without_page:?}");
}

/// A rule that no case breaks may as well not be there.
#[test]
fn every_rule_has_a_case_of_its_name() {
    let rules = fs::read_to_string(repository().join("zimagi-spec/src/rules/mod.rs")).unwrap();
    let called = rules.lines().filter_map(|line| line.trim().strip_suffix("(cx);")?.split_once("::"));
    let root = repository().join("tests/corpus/errors");
    let has_case = |(subject, rule): &(&str, &str)| {
        entries(&root.join(subject)).iter().any(|case| case.file_stem().unwrap().to_str().unwrap().starts_with(rule))
    };
    let without: Vec<_> = called.filter(|rule| !has_case(rule)).collect();
    assert!(without.is_empty(), "rules without a case: {without:?}");
}

#[test]
fn no_page_is_left_over() {
    let codes: BTreeSet<_> = Code::ALL.iter().map(|code| format!("{}.md", code.text())).collect();
    let names = fs::read_dir(repository().join("docs/errors")).unwrap().map(|entry| entry.unwrap().file_name());
    let left: Vec<_> = names.filter(|name| !codes.contains(name.to_str().unwrap())).collect();
    assert!(left.is_empty(), "pages without a code: {left:?}");
}

/// Compiles a copy of the case, without its expected text.
fn answer(case: &Path) -> String {
    let project = tempfile::tempdir().unwrap();
    let mut has_diesel = true;
    if case.is_dir() {
        copy(case, project.path());
    } else {
        let text = fs::read_to_string(case).unwrap();
        has_diesel = !text.starts_with(WITHOUT_DIESEL);
        fs::write(project.path().join("zimagi.yml"), MANIFEST).unwrap();
        fs::create_dir(project.path().join("specs")).unwrap();
        let name = case.file_name().unwrap();
        fs::write(project.path().join("specs").join(name), without_expected(&text)).unwrap();
    }
    compile(project.path(), has_diesel)
}

fn compile(project: &Path, has_diesel: bool) -> String {
    let mut sources = SourceMap::default();
    let mut diagnostics = Diagnostics::default();
    let loaded = load::load(&modules(project), &mut sources, &mut diagnostics);
    let documents = document::read(&loaded, &sources, &mut diagnostics);
    let resolved = resolve::resolve(documents, &mut diagnostics);
    let diesel = match has_diesel {
        true => DieselDependency::Present,
        false => DieselDependency::Missing { line: "diesel = \"2.3\"".to_owned() },
    };
    rules::check(&resolved, &Target::of(&resolved, diesel), &mut diagnostics);
    diagnostics.render(&sources)
}

fn modules(project: &Path) -> Vec<ModuleSource> {
    let mut modules = vec![ModuleSource::platform(&repository().join("specs"))];
    let mut found = entries(&project.join("modules"));
    found.sort();
    modules.extend(found.iter().map(|folder| {
        let name = folder.file_name().unwrap().to_str().unwrap();
        ModuleSource::module(folder, name, name)
    }));
    modules.push(ModuleSource::application(project));
    modules
}

fn cases() -> Vec<PathBuf> {
    let root = repository().join("tests/corpus/errors");
    let mut cases: Vec<_> = entries(&root).iter().flat_map(|subject| entries(subject)).collect();
    cases.sort();
    assert!(!cases.is_empty());
    cases
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    entries.map(|entry| entry.unwrap().path()).collect()
}

fn copy(from: &Path, to: &Path) {
    for path in entries(from) {
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            fs::create_dir(&target).unwrap();
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}

fn expected(case: &Path) -> String {
    if case.is_dir() {
        return fs::read_to_string(case.join("expected.txt")).unwrap_or_default();
    }
    let text = fs::read_to_string(case).unwrap();
    let comment = &text[without_expected(&text).len()..];
    let line = |line: &str| line.strip_prefix("# ").unwrap_or(line.trim_start_matches('#')).to_owned() + "\n";
    comment.lines().map(line).collect()
}

/// The text before the comment lines at its end.
fn without_expected(text: &str) -> &str {
    let comment: usize = text.split_inclusive('\n').rev().take_while(|line| line.starts_with('#')).map(str::len).sum();
    &text[..text.len() - comment]
}

fn bless(case: &Path, answer: &str) {
    if case.is_dir() {
        return fs::write(case.join("expected.txt"), answer).unwrap();
    }
    let text = fs::read_to_string(case).unwrap();
    let comment: String = answer.lines().map(|line| format!("# {line}").trim_end().to_owned() + "\n").collect();
    fs::write(case, format!("{}{comment}", without_expected(&text))).unwrap();
}

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}
