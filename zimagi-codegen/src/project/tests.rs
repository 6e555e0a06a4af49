//! Build script and command-line tool must see the same modules in the same order.

use std::fs;
use std::path::Path;

use super::environment::read_published;
use super::{Closure, Member, Project, ProjectError, closure::specs_of};

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
    let links = if links.is_empty() { String::new() } else { format!("links = \"{links}\"\n") };
    let dependencies: String = dependencies.iter().map(|one| format!("{one} = {{ path = \"../{one}\" }}\n")).collect();
    let manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n{links}\n[workspace]\n\n\
         [package.metadata.zimagi]\nspecs = \"specs\"\n\n[dependencies]\n{dependencies}"
    );
    fs::write(folder.join("Cargo.toml"), manifest).unwrap();
}
