//! The generator: turns specifications into Rust, Diesel schemas and migrations.
//!
//! [`compile`] is the whole pipeline; [`build`] runs it in a build script, [`project::Project`] finds what it is run on from
//! the command line, [`migration`] writes migrations from the plan. The crate knows nothing of how records are read, written
//! or served.

pub mod build;
mod emit;
mod lower;
pub mod migration;
mod plan;
pub mod project;

use zimagi_spec::diagnostic::Diagnostics;
use zimagi_spec::source::SourceMap;
use zimagi_spec::{document, load, resolve, rules};

pub use build::{build, build_platform};
pub use emit::{Artifact, emit};
use lower::lower;
pub use plan::{Implementation, Plan, Unit};
pub use project::Project;

/// What compiling a project gives: with mistakes there is neither a plan nor an artifact.
#[derive(Debug, Default)]
pub struct Compilation {
    /// Every text that was read, to show diagnostics in.
    pub sources: SourceMap,
    /// Mistakes, warnings and notes of all stages.
    pub diagnostics: Diagnostics,
    /// The files and folders whose change changes the result.
    pub inputs: project::Inputs,
    /// What was decided and what was written.
    pub output: Option<Output>,
}

/// The result of a compilation without mistakes.
#[derive(Debug)]
pub struct Output {
    /// Everything decided.
    pub plan: Plan,
    /// The files to write.
    pub artifacts: Vec<Artifact>,
}

/// The pipeline. Each stage collects all its mistakes; only the seams between stages stop.
#[must_use]
pub fn compile(project: &Project) -> Compilation {
    let mut compilation = Compilation::default();
    let Compilation { sources, diagnostics, inputs, output } = &mut compilation;
    let modules = load::load(&project.modules, sources, diagnostics);
    inputs.add(project, &modules);
    let documents = document::read(&modules, sources, diagnostics);
    let resolved = resolve::resolve(&documents, diagnostics);
    rules::check(&resolved, &project.target(&resolved), diagnostics);
    let migrations = project.load_migrations(&resolved.manifest, diagnostics);
    if diagnostics.is_failed() {
        return compilation;
    }
    let plan = lower(&resolved, sources, project.unit, migrations);
    let artifacts = emit(&plan);
    *output = Some(Output { plan, artifacts });
    compilation
}
