//! Taking a fetched module into an application, or leaving everything as it was.
//!
//! The files wait in a hidden folder below `modules` until the whole of the specs was checked with them; then they take their
//! place and the pin is written.

use std::fs;
use std::io;
use std::path::Path;

use tempfile::TempDir;
use zimagi_codegen::vendor::{self, Lock, Origin, Pin};
use zimagi_codegen::{Compilation, Project, compile};
use zimagi_spec::diagnostic::{Diagnostic, Diagnostics, Severity};
use zimagi_spec::load::{ModuleKind, ModuleSource};

use super::ModuleFailure;
use crate::failure::Failure;
use crate::fetch::Fetched;
use crate::report::{MessageFormat, Report};

/// Installs a module under a name, in the place of one that has it already, and gives its pin.
pub(super) fn install(project: &Project, name: &str, fetched: Fetched) -> Result<Pin, Failure> {
    let parent = Parent::make(&project.folder)?;
    let staged = parent.stage(&fetched.folder)?;
    let pin = Pin::new(name, fetched.origin, vendor::digest(staged.path()).map_err(ModuleFailure::from)?);
    require_no_new_mistakes(project, &with_module(project, staged.path(), &pin))?;
    parent.replace(name, &staged)?;
    if let Err(failure) = pin_module(project, pin.clone()) {
        // Without its pin the folder would be a mistake.
        let _ = fs::rename(vendor::folder(&project.folder, name), staged.path().join("refused"));
        return Err(failure.into());
    }
    Ok(pin)
}

/// Writes the pins of an application.
pub(super) fn write_lock(project: &Project, lock: &Lock) -> Result<(), ModuleFailure> {
    let path = project.folder.join(vendor::LOCK_FILE);
    fs::write(&path, lock.to_text()).map_err(|source| ModuleFailure::Write { path, source })
}

/// Refuses a change after which the specs have errors that they do not have now; prints them.
pub(super) fn require_no_new_mistakes(now: &Project, then: &Project) -> Result<(), Failure> {
    let (now, then) = (compile(now), compile(then));
    let known: Vec<_> = errors(&now).map(|error| (error.code, error.message.as_str())).collect();
    let mut fresh = Diagnostics::default();
    let is_fresh = |error: &&Diagnostic| !known.contains(&(error.code, error.message.as_str()));
    errors(&then).filter(is_fresh).for_each(|error| fresh.push(error.clone()));
    if fresh.is_empty() {
        return Ok(());
    }
    Report { diagnostics: &fresh, sources: &then.sources, pending: &[] }.print(MessageFormat::Human)?;
    Err(ModuleFailure::Refused.into())
}

fn errors(compilation: &Compilation) -> impl Iterator<Item = &Diagnostic> {
    compilation.diagnostics.iter().filter(|one| one.severity() == Severity::Error)
}

/// The project without the vendored module of this name.
pub(super) fn without_module(project: &Project, name: &str) -> Project {
    let mut project = project.clone();
    project.modules.retain(|module| module.name.as_deref() != Some(name));
    project
}

fn with_module(project: &Project, folder: &Path, pin: &Pin) -> Project {
    let mut project = without_module(project, &pin.name);
    let remote = pin.origin.remote().map(str::to_owned);
    let application = project.modules.iter().position(|module| module.kind == ModuleKind::Application);
    let at = application.unwrap_or(project.modules.len());
    project.modules.insert(at, ModuleSource::vendored(folder, &pin.name, remote));
    project
}

fn pin_module(project: &Project, pin: Pin) -> Result<(), ModuleFailure> {
    let lock = Lock::read(&project.folder)?;
    write_lock(project, &lock.with(pin))
}

/// The folder `modules`, which goes again if it was made for nothing.
struct Parent<'a> {
    application: &'a Path,
}

impl<'a> Parent<'a> {
    fn make(application: &'a Path) -> Result<Self, ModuleFailure> {
        let path = application.join(vendor::FOLDER);
        fs::create_dir_all(&path).map_err(|source| ModuleFailure::Write { path, source })?;
        Ok(Self { application })
    }

    /// A hidden folder with a module's files.
    fn stage(&self, from: &Path) -> Result<TempDir, ModuleFailure> {
        let staged = self.hidden_folder()?;
        vendor::copy(from, staged.path())?;
        Ok(staged)
    }

    fn hidden_folder(&self) -> Result<TempDir, ModuleFailure> {
        let path = self.application.join(vendor::FOLDER);
        let made = tempfile::Builder::new().prefix(".").tempdir_in(&path);
        made.map_err(|source| ModuleFailure::Write { path, source })
    }

    /// Puts staged files in their place; what was there goes with the returned folder.
    fn replace(&self, name: &str, staged: &TempDir) -> Result<(), ModuleFailure> {
        let (place, old) = (vendor::folder(self.application, name), self.hidden_folder()?);
        let failed = |source: io::Error| ModuleFailure::Write { path: place.clone(), source };
        let kept = old.path().join(name);
        if place.exists() {
            fs::rename(&place, &kept).map_err(failed)?;
        }
        copy_into_place(staged.path(), &place).map_err(|source| {
            let _ = fs::rename(&kept, &place);
            failed(source)
        })
    }
}

/// The staged folder itself belongs to a guard that removes it: its files go into a new one.
fn copy_into_place(staged: &Path, place: &Path) -> io::Result<()> {
    fs::create_dir(place)?;
    for entry in fs::read_dir(staged)? {
        let entry = entry?;
        fs::rename(entry.path(), place.join(entry.file_name()))?;
    }
    Ok(())
}

impl Drop for Parent<'_> {
    fn drop(&mut self) {
        // A folder with something in it stays.
        let _ = fs::remove_dir(self.application.join(vendor::FOLDER));
    }
}

/// Where a module came from, in a few words.
pub(super) fn shown(origin: &Origin) -> String {
    match origin {
        Origin::Folder { path } => path.clone(),
        Origin::Git { url, reference, revision } => {
            let reference = reference.as_ref().map(|reference| format!(" {reference}")).unwrap_or_default();
            format!("{url}{reference} at {}", revision.get(..10).unwrap_or(revision))
        }
    }
}
