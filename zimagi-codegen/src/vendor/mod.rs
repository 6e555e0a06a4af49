//! Vendoring: modules of specs alone that lie below `modules/NAME` of an application, pinned in `zimagi.lock`.
//!
//! In go the application's folder and its lock file; out come the modules that it compiles, and mistakes where a folder is not
//! what was pinned. Nothing is fetched here and no network is used; what specs mean is none of its business.

mod check;
mod lock;
mod tree;

use std::path::{Path, PathBuf};

use zimagi_spec::load::ModuleSource;

pub(crate) use check::{Completeness, check};
pub use lock::{LOCK_FILE, Lock, LockError, Origin, Pin};
pub use tree::{TreeError, copy, digest};

/// The folder of vendored modules in the folder of an application.
pub const FOLDER: &str = "modules";

/// The vendored modules of an application, by name. What is wrong with them is said by the check.
pub(crate) fn find(application: &Path) -> Vec<ModuleSource> {
    let lock = Lock::read(application).unwrap_or_default();
    let pin = |name: &str| lock.pins.iter().find(|pin| pin.name == name);
    let source = |name: &String| {
        let remote = pin(name).and_then(|pin| pin.origin.remote()).map(str::to_owned);
        ModuleSource::vendored(&folder(application, name), name, remote)
    };
    list(application).iter().map(source).collect()
}

/// Where a vendored module lies.
#[must_use]
pub fn folder(application: &Path, name: &str) -> PathBuf {
    application.join(FOLDER).join(name)
}

/// The names of all folders of modules, sorted. Hidden ones are left out: they are unfinished work of the tool.
fn list(application: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(application.join(FOLDER)).into_iter().flatten().flatten();
    let folders = entries.filter(|entry| entry.path().is_dir());
    let mut names: Vec<String> = folders.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.retain(|name| !name.starts_with('.'));
    names.sort();
    names
}
