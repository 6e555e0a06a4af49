//! `cargo zimagi module remove NAME`: takes a module out of an application.

use std::fs;

use zimagi_codegen::vendor::{self, Lock};

use super::ModuleFailure;
use super::installation::{require_no_new_mistakes, without_module, write_lock};
use super::update::find;
use crate::failure::Failure;
use crate::{output, project};

/// Remove a module and its pin, unless the specs of the application or of another module need it.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// The module.
    name: String,
}

pub(crate) fn run(options: &Options) -> Result<(), Failure> {
    let (project, name) = (project::open_application("installed modules")?, &options.name);
    let lock = Lock::read(&project.folder).map_err(ModuleFailure::from)?;
    find(&lock, name)?;
    require_no_new_mistakes(&project, &without_module(&project, name))?;
    let path = vendor::folder(&project.folder, name);
    if path.exists() {
        fs::remove_dir_all(&path).map_err(|source| ModuleFailure::Write { path, source })?;
    }
    let _ = fs::remove_dir(project.folder.join(vendor::FOLDER));
    write_lock(&project, &lock.without(name))?;
    output::print(format_args!("Removed `{name}`. Its tables stay until a migration drops them.\n"))
}
