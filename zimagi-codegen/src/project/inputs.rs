//! The files and folders that a compilation depends on.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use zimagi_spec::load::LoadedModule;

use super::Project;
use crate::plan::Unit;
use crate::vendor;

/// Everything whose change changes the result.
#[derive(Debug, Default)]
pub struct Inputs {
    paths: BTreeSet<PathBuf>,
}

impl Inputs {
    /// All paths, in order.
    pub fn paths(&self) -> impl Iterator<Item = &Path> {
        self.paths.iter().map(PathBuf::as_path)
    }

    /// The folder of commands' code: a new file there changes which commands have code.
    pub(super) fn add_code(&mut self, project: &Project) {
        let (sources, commands) = (project.folder.join("src"), project.folder.join("src/commands"));
        self.paths.insert(if commands.is_dir() { commands } else { sources });
    }

    pub(crate) fn add(&mut self, project: &Project, modules: &[LoadedModule]) {
        for module in modules {
            self.paths.extend(module.files.iter().cloned());
            self.paths.extend(module.folders.iter().cloned());
        }
        if project.unit != Unit::Platform {
            self.paths.insert(project.folder.join("Cargo.toml"));
        }
        if project.unit == Unit::Application {
            self.paths.insert(project.migrations());
            // Cargo takes a path that is not there for one that changed: a lock file that appears is noticed.
            self.paths.insert(project.folder.join(vendor::LOCK_FILE));
            self.paths.extend(Some(project.folder.join(vendor::FOLDER)).filter(|folder| folder.is_dir()));
        }
    }
}
