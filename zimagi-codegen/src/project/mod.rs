//! Projects: which modules an application is made of and where they lie.
//!
//! A build script learns it from cargo's `DEP_` variables, the command-line tool from `cargo metadata`; both give the same
//! list. Knows nothing of what is in spec files.

mod cargo;
mod closure;
mod code;
mod diesel;
mod environment;
mod error;
mod inputs;
mod lockfile;
mod migrations;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use zimagi_spec::diagnostic::Diagnostics;
use zimagi_spec::load::{LoadedModule, ModuleKind, ModuleSource};
use zimagi_spec::resolve::Resolved;
use zimagi_spec::rules::Target;
use zimagi_spec::source::SourceMap;

use crate::plan::Unit;
use crate::vendor::{self, Completeness};

pub use closure::{Closure, Member};
pub use diesel::MINOR as DIESEL_MINOR;
pub use error::ProjectError;
pub use inputs::Inputs;
pub use lockfile::{LockedPackage, locked, locked_codegen};

/// An application, a module that is a crate, or the platform, and all modules it sees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    /// The folder of its `Cargo.toml` and `zimagi.yml`.
    pub folder: PathBuf,
    /// What is compiled.
    pub unit: Unit,
    /// The platform first, then modules in dependency order, what is compiled last.
    pub modules: Vec<ModuleSource>,
    /// What dependents of this crate get to see: the members before it and the crate itself.
    pub closure: Closure,
}

impl Project {
    /// An application, or a module, with the modules that cargo tells its build script of.
    ///
    /// # Errors
    ///
    /// If the runtime is not among them.
    pub fn from_build_script() -> Result<Self, ProjectError> {
        let package = environment::package()?;
        let unit = unit_of(&package.folder, package.has_links, package.has_metadata)?;
        Self::of(unit, &package.folder, package.crate_name, environment::dependencies()?)
    }

    /// The platform, compiled by the build script of the runtime.
    ///
    /// # Errors
    ///
    /// If the variables that cargo sets for build scripts are missing.
    pub fn platform_from_build_script() -> Result<Self, ProjectError> {
        let package = environment::package()?;
        let specs = closure::specs_of(&package.folder);
        let source = ModuleSource { crate_path: "crate".to_owned(), ..ModuleSource::platform(&specs) };
        let closure = Closure::default().with(Member { crate_name: package.crate_name, specs });
        Ok(Self { folder: package.folder, unit: Unit::Platform, modules: vec![source], closure })
    }

    /// The application whose folder this is or lies above it.
    ///
    /// # Errors
    ///
    /// If there is none, or cargo does not know it or its dependencies.
    pub fn find(folder: &Path) -> Result<Self, ProjectError> {
        cargo::find(folder)
    }

    /// An application in a folder with the modules it sees.
    ///
    /// # Errors
    ///
    /// If the runtime is not among them.
    pub fn application(folder: &Path, crate_name: String, dependencies: Closure) -> Result<Self, ProjectError> {
        Self::of(Unit::Application, folder, crate_name, dependencies)
    }

    /// A module that is a crate, in a folder, with the modules it sees.
    ///
    /// # Errors
    ///
    /// If the runtime is not among them.
    pub fn module(folder: &Path, crate_name: String, dependencies: Closure) -> Result<Self, ProjectError> {
        Self::of(Unit::Module, folder, crate_name, dependencies)
    }

    fn of(unit: Unit, folder: &Path, crate_name: String, dependencies: Closure) -> Result<Self, ProjectError> {
        let mut modules = dependencies.modules();
        if modules.first().is_none_or(|first| first.kind != ModuleKind::Platform) {
            return Err(ProjectError::NoRuntime { folder: folder.to_owned() });
        }
        if unit == Unit::Application {
            modules.extend(vendor::find(folder));
            modules.push(ModuleSource::application(folder));
        } else {
            modules.push(ModuleSource::own_module(folder));
        }
        let closure = dependencies.with(Member { crate_name, specs: closure::specs_of(folder) });
        Ok(Self { folder: folder.to_owned(), unit, modules, closure })
    }

    /// The application as its files are in another folder, with the crates that it stands on now.
    ///
    /// # Errors
    ///
    /// If the runtime is not among them.
    pub fn as_in(&self, folder: &Path) -> Result<Self, ProjectError> {
        let mut members = self.closure.members().to_vec();
        let own = members.pop().map(|own| own.crate_name).unwrap_or_default();
        Self::of(self.unit, folder, own, members.into_iter().fold(Closure::default(), Closure::with))
    }

    /// The folder of its migrations, which need not exist.
    #[must_use]
    pub fn migrations(&self) -> PathBuf {
        self.folder.join("migrations")
    }

    /// Whether its vendored modules are those that are pinned.
    pub(crate) fn check_vendored(
        &self,
        modules: &mut [LoadedModule],
        sources: &mut SourceMap,
        diagnostics: &mut Diagnostics,
    ) {
        if self.unit != Unit::Application {
            return;
        }
        let completeness = vendor::check(&self.folder, sources, diagnostics);
        if let (Completeness::Lacking, Some(application)) = (completeness, modules.last_mut()) {
            application.has_lost_files = true;
        }
    }

    /// What its specs are compiled for.
    pub(crate) fn target(&self, resolved: &Resolved) -> Target {
        let databases = resolved.manifest.databases.iter().map(|database| database.value).collect();
        Target { databases, diesel: diesel::read_dependency(&self.folder) }
    }
}

/// Cargo hands on what a crate with a `links` key publishes, and the tool finds crates by their metadata.
fn unit_of(folder: &Path, has_links: bool, has_metadata: bool) -> Result<Unit, ProjectError> {
    const LINKS: &str = "the key `links`";
    const METADATA: &str = "`[package.metadata.zimagi]`";
    match (has_links, has_metadata) {
        (true, true) => Ok(Unit::Module),
        (false, false) => Ok(Unit::Application),
        (true, false) => Err(ProjectError::HalfModule { folder: folder.to_owned(), has: LINKS, lacks: METADATA }),
        (false, true) => Err(ProjectError::HalfModule { folder: folder.to_owned(), has: METADATA, lacks: LINKS }),
    }
}
