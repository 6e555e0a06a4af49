//! Build script and command-line tool must see the same modules in the same order.

use std::fs;
use std::path::Path;

use super::environment::read_published;
use zimagi_spec::diagnostic::Severity;

use super::{Closure, Member, Project, ProjectError, closure::specs_of};
use crate::plan::Unit;

/// Crates with specs, each with what it depends on; `links` keys sort otherwise than names.
const CRATES: [(&str, &str, &[&str]); 5] = [
    ("zimagi-runtime", "zimagi_runtime", &[]),
    ("plants", "z_plants", &["zimagi-runtime"]),
    ("sensors", "a-sensors", &["zimagi-runtime", "plants"]),
    ("people", "m_people", &["zimagi-runtime"]),
    ("works", "", &["people", "sensors", "zimagi-runtime"]),
];

#[test]
fn cargo_metadata_and_build_scripts_agree() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().canonicalize().unwrap();
    CRATES.iter().for_each(|(name, links, dependencies)| write_crate(&root, name, links, dependencies));
    let found = Project::find(&root.join("works/specs")).unwrap();
    let built = Project::application(&root.join("works"), "works".to_owned(), published_to(&root, "works")).unwrap();
    assert_eq!(found, built);
    let names: Vec<&str> = found.closure.members().iter().map(|member| member.crate_name.as_str()).collect();
    assert_eq!(names, ["zimagi_runtime", "plants", "sensors", "people", "works"]);
}

#[test]
fn a_crate_with_links_is_a_module_that_needs_no_databases() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().canonicalize().unwrap();
    CRATES.iter().for_each(|(name, links, dependencies)| write_crate(&root, name, links, dependencies));
    std::fs::write(root.join("sensors/zimagi.yml"), "name: sensors\nplatform: '*'\nmodules: [{name: plants}]\n")
        .unwrap();
    let found = Project::find(&root.join("sensors")).unwrap();
    let built = Project::module(&root.join("sensors"), "sensors".to_owned(), published_to(&root, "sensors")).unwrap();
    assert_eq!((found.unit, &found), (Unit::Module, &built));
    assert_eq!(found.as_in(&root.join("sensors")).unwrap(), found, "a module is one in every revision");
    let compilation = crate::compile(&found);
    let errors: Vec<_> = compilation.diagnostics.iter().filter(|one| one.severity() == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:?}");
    let paths: Vec<String> = compilation.output.unwrap().artifacts.into_iter().map(|artifact| artifact.path).collect();
    assert_eq!(paths, ["data/mod.rs", "mod.rs", "prelude.rs"]);
}

#[test]
fn half_a_module_is_refused_with_what_it_lacks() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().canonicalize().unwrap();
    CRATES.iter().for_each(|(name, links, dependencies)| write_crate(&root, name, links, dependencies));
    let manifest = root.join("sensors/Cargo.toml");
    let text = fs::read_to_string(&manifest).unwrap();
    for (line, expected) in [
        ("links = \"a-sensors\"\n", "has `[package.metadata.zimagi]` and lacks the key `links`"),
        ("[package.metadata.zimagi]\n", "has the key `links` and lacks `[package.metadata.zimagi]`"),
    ] {
        fs::write(&manifest, text.replace(line, "")).unwrap();
        let error = Project::find(&root.join("sensors")).unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
    }
}

#[test]
fn a_folder_without_manifest_is_no_project() {
    let folder = tempfile::tempdir().unwrap();
    assert!(matches!(Project::find(folder.path()), Err(ProjectError::NoManifest { .. })));
}

/// What cargo would hand to the build script of a crate.
fn published_to(root: &Path, name: &str) -> Closure {
    let (_, _, dependencies) = CRATES.iter().find(|(known, ..)| *known == name).unwrap();
    let variables = dependencies.iter().map(|dependency| {
        let (_, links, _) = CRATES.iter().find(|(known, ..)| known == dependency).unwrap();
        let member = Member { crate_name: dependency.replace('-', "_"), specs: specs_of(&root.join(dependency)) };
        let text = published_to(root, dependency).with(member).to_metadata();
        (format!("DEP_{}_SPECS", links.to_uppercase().replace('-', "_")), text)
    });
    read_published(variables).unwrap()
}

fn write_crate(root: &Path, name: &str, links: &str, dependencies: &[&str]) {
    let folder = root.join(name);
    fs::create_dir_all(folder.join("specs")).unwrap();
    fs::create_dir_all(folder.join("src")).unwrap();
    fs::write(folder.join("src/lib.rs"), "").unwrap();
    fs::write(folder.join("build.rs"), "fn main() {}").unwrap();
    fs::write(folder.join("zimagi.yml"), format!("name: {name}\ndatabases: [sqlite]\n")).unwrap();
    let metadata = "\n[package.metadata.zimagi]\nspecs = \"specs\"\n";
    let links = if links.is_empty() { String::new() } else { format!("links = \"{links}\"\n{metadata}") };
    let dependencies: String = dependencies.iter().map(|one| format!("{one} = {{ path = \"../{one}\" }}\n")).collect();
    let manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n{links}\n[workspace]\n\n\
         [dependencies]\n{dependencies}"
    );
    fs::write(folder.join("Cargo.toml"), manifest).unwrap();
}
