//! The tool's version must be the one of the project's generator, or a check and a build would disagree.

use std::path::{Path, PathBuf};

use zimagi_codegen::Project;
use zimagi_codegen::project::{LockedPackage, locked_codegen};

use super::ProjectFailure;

const OWN_VERSION: &str = env!("CARGO_PKG_VERSION");

/// Compares this tool with the generator that `Cargo.lock` names.
pub(crate) fn require_same(project: &Project) -> Result<(), ProjectFailure> {
    let no_generator = || ProjectFailure::NoGenerator { folder: project.folder.clone() };
    let locked = locked_codegen(&lockfile(project).ok_or_else(no_generator)?)?.ok_or_else(no_generator)?;
    if locked.version == OWN_VERSION {
        return Ok(());
    }
    let install = install_command(&locked, &source_folder(project));
    Err(ProjectFailure::OtherVersion { own: OWN_VERSION, locked: locked.version, install })
}

/// The lock file that cargo uses for a project.
pub(crate) fn lockfile(project: &Project) -> Option<PathBuf> {
    project.folder.ancestors().map(|folder| folder.join("Cargo.lock")).find(|file| file.is_file())
}

/// The folder that holds the platform's specs and, with a dependency by path, this tool's source.
fn source_folder(project: &Project) -> PathBuf {
    project.modules.first().map(|platform| platform.folder.clone()).unwrap_or_default()
}

fn install_command(locked: &LockedPackage, source_folder: &Path) -> String {
    match locked.source.as_deref() {
        None => format!("cargo install --locked --path {}", source_folder.join("cargo-zimagi").display()),
        Some(source) => match source.strip_prefix("git+").and_then(|git| git.split_once('#')) {
            Some((address, commit)) => {
                let url = address.split('?').next().unwrap_or(address);
                format!("cargo install --locked --git {url} --rev {commit} cargo-zimagi")
            }
            None => format!("cargo install --locked cargo-zimagi@{}", locked.version),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_installs_from_where_the_project_gets_its_generator() {
        let cases = [
            (None, "cargo install --locked --path /src/zimagi/cargo-zimagi"),
            (
                Some("git+https://example.org/zimagi?rev=v0.2.0#1f2e3d"),
                "cargo install --locked --git https://example.org/zimagi --rev 1f2e3d cargo-zimagi",
            ),
            (
                Some("registry+https://github.com/rust-lang/crates.io-index"),
                "cargo install --locked cargo-zimagi@0.2.0",
            ),
        ];
        for (source, expected) in cases {
            let locked = LockedPackage {
                name: "zimagi-codegen".to_owned(),
                version: "0.2.0".to_owned(),
                source: source.map(str::to_owned),
            };
            assert_eq!(install_command(&locked, Path::new("/src/zimagi")), expected);
        }
    }
}
