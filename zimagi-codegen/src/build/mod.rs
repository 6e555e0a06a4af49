//! The build script of an application, of a module that is a crate, and of the runtime.
//!
//! Compiles specs to `$OUT_DIR/zimagi/`, tells cargo which files matter and shows mistakes just as `cargo zimagi check` does.

mod write;

use std::path::{Path, PathBuf};
use std::process::exit;

use zimagi_spec::diagnostic::{Place, Severity};

use crate::project::ProjectError;
use crate::{Compilation, Output, Project, compile};

pub use write::write_artifacts;

/// The whole build script of an application, or of a module that is a crate, which has a `links` key. Ends the process with code 1 if the specs have mistakes.
pub fn build() {
    run(Project::from_build_script());
}

/// The whole build script of the runtime, which compiles the platform's own specs.
pub fn build_platform() {
    run(Project::platform_from_build_script());
}

fn run(project: Result<Project, ProjectError>) {
    let project = project.unwrap_or_else(|error| fail(&format!("error: {error}")));
    let compilation = compile(&project);
    print_instructions(&project, &compilation);
    match &compilation.output {
        Some(output) => write(output),
        None => fail(&compilation.diagnostics.render(&compilation.sources)),
    }
}

fn print_instructions(project: &Project, compilation: &Compilation) {
    for path in compilation.inputs.paths() {
        println!("cargo::rerun-if-changed={}", path.display());
    }
    // Cargo takes metadata only from crates with a `links` key, and hands it to their direct dependents.
    if std::env::var_os("CARGO_MANIFEST_LINKS").is_some() {
        println!("cargo::metadata=specs={}", project.closure.to_metadata());
    }
    for warning in warnings(compilation) {
        println!("cargo::warning={warning}");
    }
}

/// Warnings in one line each, since cargo shows no more than that.
fn warnings(compilation: &Compilation) -> impl Iterator<Item = String> {
    let warnings = compilation.diagnostics.iter().filter(|one| one.severity() == Severity::Warning);
    warnings.map(|warning| {
        let place = match &warning.place {
            Place::Text(label) => compilation.sources.locate(label.span),
            Place::Path(path) => path.clone(),
        };
        format!("{place}: {} [{}]", warning.message, warning.code.text())
    })
}

fn write(output: &Output) {
    let folder = PathBuf::from(std::env::var_os("OUT_DIR").unwrap_or_default()).join("zimagi");
    if let Err(error) = write_artifacts(Path::new(&folder), &output.artifacts) {
        fail(&format!("error: generated code cannot be written to `{}`: {error}", folder.display()));
    }
}

fn fail(text: &str) -> ! {
    eprintln!("{text}");
    exit(1)
}
