//! Arrows between crates, between the layers of the runtime, and who may name which library.

use std::path::Path;

use super::{Violation, read, sources};
use crate::paths::{files, root};

/// Each crate and the crates of this project that it may name.
const CRATES: &[(&str, &[&str])] = &[
    ("zimagi-spec", &[]),
    ("zimagi-macros", &[]),
    ("zimagi-codegen", &["zimagi-spec"]),
    ("zimagi-runtime", &["zimagi-spec", "zimagi-macros", "zimagi-codegen"]),
    ("cargo-zimagi", &["zimagi-spec", "zimagi-codegen"]),
];

/// The layers of the runtime from the inside out: one may name those before it.
const LAYERS: &[&str] = &[
    "permit", "crypto", "data", "access", "value", "plugin", "command", "flow", "task", "channel", "mail", "http",
    "cli", "app",
];

/// Libraries and the only folders that may name them.
const LIBRARIES: &[(&str, &[&str])] = &[
    ("diesel", &["zimagi-runtime/src/data/"]),
    ("diesel_async", &["zimagi-runtime/src/data/"]),
    ("actix_web", &["zimagi-runtime/src/http/"]),
    ("redis", &["zimagi-runtime/src/channel/", "zimagi-runtime/src/task/"]),
    ("ring", &["zimagi-runtime/src/crypto/"]),
];

/// What makes a permit, and the only folder that may call it.
const PERMIT_MAKERS: &[&str] = &["Permit::decide(", "Permit::platform("];

pub(super) fn check() -> Vec<Violation> {
    let mut violations: Vec<_> = CRATES.iter().flat_map(|(name, allowed)| check_crate(name, allowed)).collect();
    let runtime = root().join("zimagi-runtime/src");
    for path in files(&runtime, ".rs") {
        let shown = path.strip_prefix(&runtime).unwrap_or(&path).to_string_lossy().into_owned();
        if let Some(rank) = LAYERS.iter().position(|layer| shown.starts_with(&format!("{layer}/"))) {
            violations.extend(check_layer(&path, rank));
        }
        if !shown.starts_with("access/") && !shown.starts_with("permit/") && !is_test(&path) {
            violations.extend(lines_with(&path, PERMIT_MAKERS, "only `access/` decides permits"));
        }
    }
    for path in sources() {
        violations.extend(check_libraries(&path));
    }
    violations
}

fn is_test(path: &Path) -> bool {
    path.components().any(|part| part.as_os_str() == "tests") || path.ends_with("tests.rs")
}

fn check_crate(name: &str, allowed: &[&str]) -> Vec<Violation> {
    let manifest = root().join(name).join("Cargo.toml");
    let mut violations = Vec::new();
    for (number, line) in read(&manifest).lines().enumerate() {
        let word = line.split(['.', ' ', '=']).next().unwrap_or_default();
        let is_ours = CRATES.iter().any(|(other, _)| *other == word);
        if is_ours && !allowed.contains(&word) {
            violations.push(Violation::new(&manifest, number + 1, format!("`{name}` may not depend on `{word}`")));
        }
    }
    violations
}

fn check_layer(path: &Path, rank: usize) -> Vec<Violation> {
    let outer: Vec<String> = LAYERS[rank + 1..].iter().map(|layer| format!("crate::{layer}::")).collect();
    let outer: Vec<&str> = outer.iter().map(String::as_str).collect();
    lines_with(path, &outer, "an inner layer names an outer one")
}

fn check_libraries(path: &Path) -> Vec<Violation> {
    let shown = path.strip_prefix(root()).unwrap_or(path).to_string_lossy().into_owned();
    let is_ours = shown.starts_with("zimagi-runtime/src/");
    let mut violations = Vec::new();
    for (library, folders) in LIBRARIES {
        if is_ours && !folders.iter().any(|folder| shown.starts_with(folder)) {
            let marks = [format!("use {library}::"), format!(" {library}::"), format!("({library}::")];
            let marks: Vec<&str> = marks.iter().map(String::as_str).collect();
            violations.extend(lines_with(path, &marks, "this library has no place here"));
        }
    }
    violations
}

fn lines_with(path: &Path, marks: &[&str], sentence: &str) -> Vec<Violation> {
    let text = read(path);
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"));
    let found = lines.filter(|(_, line)| marks.iter().any(|mark| line.contains(mark)));
    found.map(|(number, _)| Violation::new(path, number + 1, sentence)).collect()
}
