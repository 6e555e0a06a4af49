//! `cargo zimagi module list`: the modules of an application.

use zimagi_codegen::Project;
use zimagi_codegen::vendor::{self, Lock, Pin};
use zimagi_spec::load::{ModuleKind, ModuleSource};

use super::ModuleFailure;
use super::installation::shown;
use crate::failure::Failure;
use crate::{output, project};

pub(crate) fn run() -> Result<(), Failure> {
    let project = project::open()?;
    let lock = Lock::read(&project.folder).map_err(ModuleFailure::from)?;
    let lines = lines(&project, &lock);
    if lines.is_empty() {
        return output::print(
            "The application uses no modules: `cargo zimagi module add PATH|GIT-URL` installs one.\n",
        );
    }
    let width = lines.iter().map(|(name, ..)| name.len()).max().unwrap_or_default();
    let state_width = lines.iter().map(|(_, state, _)| state.len()).max().unwrap_or_default();
    lines.iter().try_for_each(|(name, state, origin)| {
        let line = format!("{name:width$}  {state:state_width$}  {origin}");
        output::print(format_args!("{}\n", line.trim_end()))
    })
}

/// Name, state and origin.
type Line = (String, &'static str, String);

/// Modules that are crates first, in the order in which they build on each other; then the vendored ones by name.
fn lines(project: &Project, lock: &Lock) -> Vec<Line> {
    let modules = project.modules.iter().filter(|module| module.kind == ModuleKind::Module);
    let mut lines: Vec<Line> = modules.map(|module| line(module, lock)).collect();
    let is_there = |pin: &Pin| project.modules.iter().any(|module| module.name.as_ref() == Some(&pin.name));
    let lost = lock.pins.iter().filter(|pin| !is_there(pin));
    lines.extend(lost.map(|pin| (pin.name.clone(), "missing", shown(&pin.origin))));
    lines
}

fn line(module: &ModuleSource, lock: &Lock) -> Line {
    let Some(name) = &module.name else {
        return (module.crate_path.clone(), "a crate", module.folder.display().to_string());
    };
    match lock.find(name) {
        None => (name.clone(), "not pinned", String::new()),
        Some(pin) => {
            let is_same = vendor::digest(&module.folder).is_ok_and(|digest| digest == pin.digest);
            (name.clone(), if is_same { "as installed" } else { "changed" }, shown(&pin.origin))
        }
    }
}
