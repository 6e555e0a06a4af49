//! The order of modules: each after those that it uses. What is used must be there, and uses must form no cycle.
//!
//! The platform stays first and the application last; modules that do not use each other keep the order they come in.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::document::{DependencyDoc, ModuleDoc};
use crate::load::ModuleKind;

/// The modules in the order in which their entries are joined.
pub(super) fn order(modules: Vec<ModuleDoc>, diagnostics: &mut Diagnostics) -> Vec<ModuleDoc> {
    let uses: Vec<_> = modules.iter().map(|module| used(module, &modules, diagnostics)).collect();
    let mut walk = Walk { modules: &modules, uses: &uses, way: Vec::new(), sorted: Vec::new(), diagnostics };
    for kind in [ModuleKind::Platform, ModuleKind::Module, ModuleKind::Application] {
        (0..modules.len()).filter(|at| modules[*at].kind == kind).for_each(|at| walk.visit(at));
    }
    let sorted = walk.sorted;
    let mut slots: Vec<_> = modules.into_iter().map(Some).collect();
    sorted.into_iter().filter_map(|at| slots[at].take()).collect()
}

/// A module that another one uses, and where it says so.
struct Use<'d> {
    module: usize,
    dependency: &'d DependencyDoc,
}

fn used<'d>(module: &'d ModuleDoc, modules: &[ModuleDoc], diagnostics: &mut Diagnostics) -> Vec<Use<'d>> {
    let mut uses = Vec::new();
    for dependency in &module.manifest.dependencies {
        match modules.iter().position(|other| is_meant(dependency, other)) {
            Some(found) => uses.push(Use { module: found, dependency }),
            None => diagnostics.push(missing(dependency)),
        }
    }
    uses
}

fn is_meant(dependency: &DependencyDoc, module: &ModuleDoc) -> bool {
    let is_named = dependency.name.as_ref().is_some_and(|name| name.value == module.owner.name);
    let remote = dependency.remote.as_ref().map(|remote| bare(&remote.value));
    is_named || remote.is_some_and(|remote| module.remotes.iter().any(|known| bare(known) == remote))
}

/// An address without what may be left out of it.
fn bare(remote: &str) -> &str {
    let remote = remote.trim_end_matches('/');
    remote.strip_suffix(".git").unwrap_or(remote)
}

struct Walk<'d, 'o> {
    modules: &'d [ModuleDoc],
    uses: &'d [Vec<Use<'d>>],
    /// The modules between the first one and the present one.
    way: Vec<usize>,
    sorted: Vec<usize>,
    diagnostics: &'o mut Diagnostics,
}

impl Walk<'_, '_> {
    fn visit(&mut self, at: usize) {
        if self.sorted.contains(&at) {
            return;
        }
        self.way.push(at);
        for used in &self.uses[at] {
            match self.way.iter().position(|one| *one == used.module) {
                Some(start) => self.report_cycle(start, used),
                None => self.visit(used.module),
            }
        }
        self.way.pop();
        self.sorted.push(at);
    }

    fn report_cycle(&mut self, start: usize, used: &Use<'_>) {
        let way = self.way[start..].iter().chain([&used.module]);
        let names: Vec<_> = way.map(|at| self.modules[*at].owner.name.as_str()).collect();
        self.diagnostics.push(
            Diagnostic::at(Code::ModuleCycle, used.dependency.place, format!("the module `{}` uses itself", names[0]))
                .label(format!("the way is {}", names.join(" → ")))
                .help("remove one of these from `modules`: of two modules only one may build on the other"),
        );
    }
}

fn missing(dependency: &DependencyDoc) -> Diagnostic {
    let what = dependency.remote.as_ref().or(dependency.name.as_ref());
    let what = what.expect("a dependency without address and name is not read");
    Diagnostic::at(Code::ModuleMissing, dependency.place, format!("the module `{}` is not installed", what.value))
        .label("used here")
        .help(installation(dependency))
}

/// A name alone does not say where a module of specs alone would come from.
fn installation(dependency: &DependencyDoc) -> String {
    let reference = dependency.reference.as_ref().map(|reference| format!(" --rev {}", reference.value));
    let from = dependency.remote.as_ref().map_or("GIT-URL", |remote| remote.value.as_str());
    format!(
        "add the crate that compiles it to `[dependencies]` of `Cargo.toml`, or install its specs with `cargo zimagi module add \
         {from}{}`",
        reference.unwrap_or_default()
    )
}
