//! The project a subcommand works on: the application around the current folder.
//!
//! Adds to [`zimagi_codegen::Project`] what only a tool needs: that it is of the project's version, and that mistakes are
//! printed.

mod failure;
mod version;

pub(crate) use failure::ProjectFailure;
pub(crate) use version::{lockfile, require_same as require_same_version};

use zimagi_codegen::{Output, Project, Unit, compile};

use crate::failure::Failure;
use crate::report::{MessageFormat, Report};

/// The application around the current folder, if this tool may work on it.
pub(crate) fn open() -> Result<Project, ProjectFailure> {
    let (project, version) = find()?;
    version.map(|()| project)
}

/// The application around the current folder, and whether this tool may work on it.
pub(crate) fn find() -> Result<(Project, Result<(), ProjectFailure>), ProjectFailure> {
    let folder = std::env::current_dir().map_err(|source| ProjectFailure::NoCurrentFolder { source })?;
    let project = Project::find(&folder)?;
    let version = version::require_same(&project);
    Ok((project, version))
}

/// The application around the current folder, for what a module does not have.
pub(crate) fn open_application(what: &'static str) -> Result<Project, ProjectFailure> {
    let project = open()?;
    if project.unit == Unit::Application { Ok(project) } else { Err(ProjectFailure::NoApplication { what }) }
}

/// The plan and the artifacts of a project; prints the mistakes if there are any.
pub(crate) fn compile_or_report(project: &Project) -> Result<Output, Failure> {
    let compilation = compile(project);
    compilation.output.ok_or_else(|| {
        let report = Report { diagnostics: &compilation.diagnostics, sources: &compilation.sources, pending: &[] };
        report.print(MessageFormat::Human).err().unwrap_or(Failure::SpecsFailed)
    })
}
