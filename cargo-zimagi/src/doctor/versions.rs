//! Versions: the tool's, the generator's, the runtime's and Diesel's.

use zimagi_codegen::Project;
use zimagi_codegen::project::{DIESEL_MINOR, LockedPackage, locked};

use super::Finding;
use crate::project::{ProjectFailure, lockfile};

const SUBJECT: &str = "versions";

/// What `Cargo.lock` says; `version` is the comparison of this tool with the project's generator.
pub(super) fn examine(project: &Project, version: Result<(), ProjectFailure>) -> Vec<Finding> {
    let own = env!("CARGO_PKG_VERSION");
    let mut findings = vec![match version {
        Ok(()) => Finding::ok(SUBJECT, format!("tool and generator are {own}")),
        Err(ProjectFailure::OtherVersion { own, locked, install }) => Finding::failure(
            SUBJECT,
            format!("the tool is {own} and the generator {locked}"),
            format!("run `{install}`"),
        ),
        Err(other) => Finding::failure(SUBJECT, other.to_string(), "run `cargo generate-lockfile`"),
    }];
    findings.push(runtime(&packages(project, "zimagi-runtime"), &packages(project, "zimagi-codegen")));
    findings.push(diesel(&packages(project, "diesel")));
    findings
}

fn packages(project: &Project, name: &str) -> Vec<LockedPackage> {
    lockfile(project).and_then(|file| locked(&file, name).ok()).unwrap_or_default()
}

fn runtime(runtime: &[LockedPackage], codegen: &[LockedPackage]) -> Finding {
    match (runtime, codegen) {
        ([runtime], [codegen]) if runtime.version == codegen.version => {
            Finding::ok(SUBJECT, format!("runtime and generator are {}", runtime.version))
        }
        ([runtime], [codegen]) => Finding::failure(
            SUBJECT,
            format!("the runtime is {} and the generator {}", runtime.version, codegen.version),
            "give `zimagi-runtime` and `zimagi-codegen` one version in `Cargo.toml`, and run `cargo update`",
        ),
        (several, _) => Finding::failure(
            SUBJECT,
            format!("`Cargo.lock` has {} versions of `zimagi-runtime`", several.len()),
            "let all crates of the project depend on one version, and run `cargo update`",
        ),
    }
}

/// Generated code names Diesel where a model asks for it, and must mean the runtime's.
fn diesel(diesel: &[LockedPackage]) -> Finding {
    let is_fit = |one: &LockedPackage| one.version.starts_with(&format!("{DIESEL_MINOR}."));
    match diesel {
        [one] if is_fit(one) => Finding::ok(SUBJECT, format!("Diesel is {}", one.version)),
        several => {
            let versions: Vec<&str> = several.iter().map(|one| one.version.as_str()).collect();
            let edit = format!(
                "write `diesel = {{ version = \"{DIESEL_MINOR}\", default-features = false }}` in `Cargo.toml`"
            );
            Finding::failure(
                SUBJECT,
                format!("Diesel is {}, and the runtime's {DIESEL_MINOR}", versions.join(" and ")),
                edit,
            )
        }
    }
}
