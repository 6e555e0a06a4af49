//! The goldens: each folder `tests/corpus/<subject>/<behaviour>` holds specs and what comes of them.
//!
//! `plan.txt` is the plan, `expected/**/*.rs` are the artifacts (laid out here, since a build script does not), and
//! `expected/<history>/*.sql` is the migration from the specs in `before/`, or from nothing. `BLESS=1` rewrites all of them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use zimagi_codegen::{Artifact, Unit};

use crate::support::{cases, compiled, files_below, migrated, project_of};

#[test]
fn every_case_gives_its_plan_artifacts_and_migrations() {
    let failures: Vec<String> = cases().iter().flat_map(|case| check(case)).collect();
    assert!(failures.is_empty(), "{}\nrun with BLESS=1 to accept", failures.join("\n"));
}

fn check(case: &Path) -> Vec<String> {
    let project = project_of(case);
    let output = compiled(&project);
    let mut actual = BTreeMap::from([(PathBuf::from("plan.txt"), output.plan.render())]);
    for artifact in &output.artifacts {
        actual.insert(Path::new("expected").join(&artifact.path), laid_out(artifact));
    }
    // A module has no history: that is the application's.
    if project.unit == Unit::Application {
        for (path, text) in migrated(case, &output.plan) {
            actual.insert(Path::new("expected").join(path), text);
        }
    }
    if std::env::var("BLESS").is_ok_and(|word| word == "1") {
        bless(case, &actual);
    }
    differences(case, &actual)
}

/// What is written line by line stays as it is, with its comments; all else is laid out by prettyplease.
fn laid_out(artifact: &Artifact) -> String {
    let file = syn::parse_file(&artifact.text).unwrap_or_else(|error| panic!("{}: {error}", artifact.path));
    let is_by_hand = ["mod.rs", "implementations.rs", "registry.rs", "schema.rs"].contains(&artifact.path.as_str());
    if is_by_hand { artifact.text.clone() } else { prettyplease::unparse(&file) }
}

fn bless(case: &Path, actual: &BTreeMap<PathBuf, String>) {
    let _ = fs::remove_dir_all(case.join("expected"));
    for (path, text) in actual {
        let path = case.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

fn differences(case: &Path, actual: &BTreeMap<PathBuf, String>) -> Vec<String> {
    let changed = actual.iter().filter_map(|(path, text)| {
        let expected = fs::read_to_string(case.join(path)).unwrap_or_default();
        (expected != *text).then(|| format!("{}: expected\n{expected}\nfound\n{text}", case.join(path).display()))
    });
    let stale = files_below(&case.join("expected")).into_iter().filter(|path| {
        let inside = path.strip_prefix(case).unwrap();
        !actual.contains_key(inside)
    });
    let stale = stale.map(|path| format!("{}: is no longer written", path.display()));
    changed.chain(stale).collect()
}
