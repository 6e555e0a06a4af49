//! The generator: turns specifications into Rust, Diesel schemas and migrations.
//!
//! [`compile`] is the whole pipeline; [`build`] runs it in a build script, [`project::Project`] finds what it is run on from
//! the command line, [`migration`] writes migrations from the plan, [`comparison`] tells two plans apart, [`vendor`] keeps
//! modules of specs alone to their pins. The crate knows nothing of how records are read, written or served.

pub mod build;
pub mod comparison;
mod emit;
mod lower;
pub mod migration;
mod plan;
pub mod project;
mod render;
pub mod vendor;

use std::collections::BTreeMap;

use zimagi_spec::diagnostic::Diagnostics;
use zimagi_spec::document::{PartDoc, PartKind};
use zimagi_spec::load::LoadedModule;
use zimagi_spec::resolve::{Resolved, Runs};
use zimagi_spec::source::SourceMap;
use zimagi_spec::{document, load, resolve, rules};

pub use build::{build, build_platform};
pub use emit::{Artifact, emit};
use lower::{Beside, lower};
pub use plan::{
    HooksCode, HooksToWrite, Implementation, KeyFile, KeyedModel, Outstanding, Part, Plan, Selection, Unit,
};
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
    /// Entries that are checked and have no effect yet, the platform's aside.
    pub waiting: Vec<Waiting>,
}

/// Entries of one kind that are checked and have no effect yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// What they are, in the singular.
    pub kind: &'static str,
    /// Their names, in order.
    pub names: Vec<String>,
    /// `file:line:column` of the first.
    pub place: String,
}

/// The pipeline. Each stage collects all its mistakes; only the seams between stages stop.
#[must_use]
pub fn compile(project: &Project) -> Compilation {
    let mut compilation = Compilation::default();
    let Compilation { sources, diagnostics, inputs, output } = &mut compilation;
    let mut modules = load::load(&project.modules, sources, diagnostics);
    inputs.add(project, &modules);
    project.check_vendored(&mut modules, sources, diagnostics);
    let documents = document::read(&modules, sources, diagnostics);
    let resolved = resolve::resolve(documents, diagnostics);
    rules::check(&resolved, &project.target(&resolved), diagnostics);
    let migrations = project.load_migrations(&resolved.manifest, diagnostics);
    if diagnostics.is_failed() {
        return compilation;
    }
    let foreign = resolve_foreign(modules, sources);
    let written = project.find_written(&resolved, inputs);
    let beside = Beside { unit: project.unit, migrations, written };
    let plan = lower((&resolved, foreign.as_ref()), (sources, diagnostics), beside);
    let artifacts = emit(&plan);
    let waiting = waiting(&resolved, sources);
    *output = Some(Output { plan, artifacts, waiting });
    compilation
}

/// The platform is the first owner.
const PLATFORM: usize = 0;

fn waiting(resolved: &Resolved, sources: &SourceMap) -> Vec<Waiting> {
    let mut waiting: BTreeMap<PartKind, Waiting> = BTreeMap::new();
    let has_meaning = |kind: PartKind| matches!(kind, PartKind::CommandBase | PartKind::CommandMixin);
    let parts = resolved.parts.iter().filter(|part| part.owner.0 != PLATFORM);
    for part in parts.filter(|part| !has_meaning(part.document.kind)) {
        let PartDoc { kind, name, .. } = &part.document;
        let place = || sources.locate(name.span);
        let entry = waiting.entry(*kind);
        let entry = entry.or_insert_with(|| Waiting { kind: kind.words(), names: Vec::new(), place: place() });
        entry.names.push(name.value.clone());
    }
    waiting_resources(resolved, sources).into_iter().chain(waiting.into_values()).collect()
}

/// Commands made from data models are declared and described; nothing runs them yet.
fn waiting_resources(resolved: &Resolved, sources: &SourceMap) -> Option<Waiting> {
    let made = resolved.commands.iter().filter(|(_, command)| command.kind != Runs::Own);
    let mut made = made.filter(|(_, command)| command.owner.0 != PLATFORM).peekable();
    let place = sources.locate(made.peek()?.1.path.last()?.span);
    Some(Waiting { kind: "resource command", names: made.map(|(path, _)| path.clone()).collect(), place })
}

/// The specs as the crates see them that this one stands on: what is not there is an addition. Mistakes were reported before.
fn resolve_foreign(modules: Vec<LoadedModule>, sources: &SourceMap) -> Option<Resolved> {
    let is_foreign = |module: &LoadedModule| module.source.crate_path != "crate";
    let foreign: Vec<LoadedModule> = modules.into_iter().filter(is_foreign).collect();
    let known = &mut Diagnostics::default();
    (!foreign.is_empty()).then(|| resolve::resolve(document::read(&foreign, sources, known), known))
}
