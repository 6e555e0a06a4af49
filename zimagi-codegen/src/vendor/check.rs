//! Whether the folders below `modules` are what the lock file pins: what was installed is what is compiled.

use std::path::Path;

use zimagi_spec::diagnostic::{Code, Diagnostic, Diagnostics};
use zimagi_spec::source::{FileId, SourceMap, Span};

use super::{FOLDER, LOCK_FILE, Lock, LockError, Origin, Pin, TreeError, digest, folder, list};

/// What the check found out, beside mistakes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Completeness {
    /// Every module that is pinned is there.
    Whole,
    /// Something is not there, so that names of it must not be called unknown.
    Lacking,
}

/// Compares all folders with their pins.
pub(crate) fn check(application: &Path, sources: &mut SourceMap, diagnostics: &mut Diagnostics) -> Completeness {
    let path = application.join(LOCK_FILE);
    let text = std::fs::read_to_string(&path).unwrap_or_default();
    let lock = match Lock::read(application) {
        Ok(lock) => lock,
        Err(error) => {
            diagnostics.push(unreadable(&error, |text| sources.add(LOCK_FILE, &path, text), text));
            return Completeness::Whole;
        }
    };
    let names = list(application);
    for name in names.iter().filter(|name| lock.find(name).is_none()) {
        diagnostics.push(unpinned(name));
    }
    if lock.pins.is_empty() {
        return Completeness::Whole;
    }
    let file = sources.add(LOCK_FILE, &path, text);
    let mut completeness = Completeness::Whole;
    for pin in &lock.pins {
        if names.contains(&pin.name) {
            diagnostics_of(application, pin, file).into_iter().for_each(|mistake| diagnostics.push(mistake));
        } else {
            completeness = Completeness::Lacking;
            diagnostics.push(lost(pin, file));
        }
    }
    completeness
}

fn diagnostics_of(application: &Path, pin: &Pin, file: FileId) -> Option<Diagnostic> {
    match digest(&folder(application, &pin.name)) {
        Ok(digest) if digest == pin.digest => None,
        Ok(digest) => Some(changed(pin, &digest, file)),
        Err(error) => Some(bad_file(pin, &error)),
    }
}

fn unreadable(error: &LockError, add: impl FnOnce(String) -> FileId, text: String) -> Diagnostic {
    let help = "`cargo zimagi module` writes the file: take back changes by hand, or bring back its last version";
    match error {
        LockError::Read { .. } => Diagnostic::at_path(Code::BadLock, LOCK_FILE, error.to_string()),
        LockError::Text { message, place } => {
            let span = Span { file: add(text), start: place.start, end: place.end };
            Diagnostic::at(Code::BadLock, span, message.clone())
        }
    }
    .help(help)
}

fn unpinned(name: &str) -> Diagnostic {
    let message = format!("`{LOCK_FILE}` does not pin the module `{name}`");
    Diagnostic::at_path(Code::ModuleUnpinned, format!("{FOLDER}/{name}"), message).help(
        "install modules with `cargo zimagi module add PATH|GIT-URL`, which pins them; specs of the application's own belong \
         below `specs`",
    )
}

fn lost(pin: &Pin, file: FileId) -> Diagnostic {
    let (name, span) = (&pin.name, Span { file, start: pin.places.name.start, end: pin.places.name.end });
    Diagnostic::at(Code::ModuleLost, span, format!("the module `{name}` is pinned and `{FOLDER}/{name}` is not there"))
        .label("pinned here")
        .help(format!(
            "bring the folder back, or run `{}` to fetch it again, or `cargo zimagi module remove {name}`",
            refetch(pin)
        ))
}

fn changed(pin: &Pin, digest: &str, file: FileId) -> Diagnostic {
    let (name, span) = (&pin.name, Span { file, start: pin.places.digest.start, end: pin.places.digest.end });
    Diagnostic::at(Code::ModuleChanged, span, format!("`{FOLDER}/{name}` does not hold what was installed"))
        .label("expected files of this digest")
        .help(format!("run `{}` to take back the change, or write `{digest}` here to keep it", refetch(pin)))
}

fn bad_file(pin: &Pin, error: &TreeError) -> Diagnostic {
    Diagnostic::at_path(Code::ModuleFile, format!("{FOLDER}/{}", pin.name), error.to_string())
        .help(format!("run `{}` to take back the change", refetch(pin)))
}

/// The command that brings back what is pinned.
fn refetch(pin: &Pin) -> String {
    match &pin.origin {
        Origin::Folder { .. } => format!("cargo zimagi module update {}", pin.name),
        Origin::Git { revision, .. } => format!("cargo zimagi module update {} --rev {revision}", pin.name),
    }
}
