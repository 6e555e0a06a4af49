//! The cases of the corpus and how they are compiled.

use std::fs;
use std::path::{Path, PathBuf};

use zimagi_codegen::migration::{self, Decisions, Destruction, Version};
use zimagi_codegen::project::{Closure, Member};
use zimagi_codegen::{Output, Plan, Project, compile};

/// `tests/corpus` of the repository.
pub(crate) fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("tests/corpus")
}

/// Every folder with a manifest, sorted, except what cases were before and their modules.
pub(crate) fn cases() -> Vec<PathBuf> {
    let manifests = files_below(&corpus()).into_iter().filter(|path| path.ends_with("zimagi.yml"));
    let folders = manifests.map(|path| path.parent().unwrap().to_owned());
    let is_case = |folder: &PathBuf| {
        let is_module = folder.parent().is_some_and(|parent| parent.ends_with("modules"));
        !is_module && !folder.ends_with("before") && !folder.starts_with(corpus().join("errors"))
    };
    folders.filter(is_case).collect()
}

/// All files below a folder, sorted; none if it does not exist.
pub(crate) fn files_below(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> =
        paths.flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] }).collect();
    files.sort();
    files
}

/// The project of a case, on the corpus' small platform or on its own.
pub(crate) fn project_of(case: &Path) -> Project {
    let own = case.join("platform/specs");
    let specs = if own.exists() { own } else { corpus().join("platform/specs") };
    let is_module = fs::read_to_string(case.join("Cargo.toml")).is_ok_and(|text| text.contains("\nlinks = "));
    if is_module { Project::module(case, "case".to_owned(), platform(specs)).unwrap() } else { project_on(case, specs) }
}

/// A project on the platform of these specs.
pub(crate) fn project_on(folder: &Path, specs: PathBuf) -> Project {
    Project::application(folder, "case".to_owned(), platform(specs)).unwrap()
}

fn platform(specs: PathBuf) -> Closure {
    Closure::default().with(Member { crate_name: "zimagi_runtime".to_owned(), specs })
}

/// What a project without mistakes gives.
pub(crate) fn compiled(project: &Project) -> Output {
    let compilation = compile(project);
    let text = compilation.diagnostics.render(&compilation.sources);
    compilation.output.unwrap_or_else(|| panic!("{}:\n{text}", project.folder.display()))
}

/// The migration of a case from what it was before, as paths and texts.
pub(crate) fn migrated(case: &Path, plan: &Plan) -> Vec<(PathBuf, String)> {
    let folder = tempfile::tempdir().unwrap();
    let before = case.join("before");
    if before.exists() {
        let earlier = compiled(&project_on(&before, corpus().join("platform/specs")));
        let version = Version::parse("20130101000000").unwrap();
        migration::new(&earlier.plan, folder.path(), "first", &version, &Decisions::default()).unwrap();
    }
    let version = Version::parse("20130102000000").unwrap();
    let written = migration::new(plan, folder.path(), "next", &version, &decisions(case)).unwrap();
    written.folders.iter().flat_map(|written| texts_of(folder.path(), written)).collect()
}

/// What was decided about a case: the lines of `decisions.txt`, as they would be typed.
fn decisions(case: &Path) -> Decisions {
    let text = fs::read_to_string(case.join("decisions.txt")).unwrap_or_default();
    let mut decisions = Decisions::default();
    for line in text.lines() {
        match line.split_once(' ') {
            Some(("--rename", rename)) => decisions.renames.push(rename.parse().unwrap()),
            None if line == "--allow-destructive" => decisions.destruction = Destruction::Allowed,
            _ => panic!("{line}"),
        }
    }
    decisions
}

fn texts_of(migrations: &Path, written: &Path) -> Vec<(PathBuf, String)> {
    let history = written.parent().unwrap().strip_prefix(migrations).unwrap().to_owned();
    let files = ["up.sql", "down.sql"];
    files.iter().map(|file| (history.join(file), fs::read_to_string(written.join(file)).unwrap())).collect()
}
