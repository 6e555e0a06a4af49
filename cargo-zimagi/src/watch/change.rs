//! Which files an application is made of, and that one of them changed.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use zimagi_codegen::Project;
use zimagi_spec::load::ModuleKind;

use super::Event;
use crate::failure::Failure;

/// The folders of an application, and of a module that comes as a crate, that are looked at with all below them.
const FOLDERS: &[&str] = &["specs", "src", "modules", "migrations", "profiles", "tasks", "help", "crates"];

/// The files beside them.
const FILES: &[&str] = &["zimagi.yml", "zimagi.lock", "Cargo.toml", "build.rs"];

/// Watches until it is dropped.
pub(super) struct Changes {
    watcher: RefCell<RecommendedWatcher>,
    watched: RefCell<BTreeSet<PathBuf>>,
}

impl Changes {
    /// Sends an event for each change.
    pub(super) fn watch(project: &Project, sender: Sender<Event>) -> Result<Self, Failure> {
        let roots = roots(project);
        let watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
            if event.is_ok_and(|event| is_change(&roots, &event)) {
                // If nobody listens any more the work is ending.
                let _ = sender.send(Event::Changed);
            }
        });
        let watcher = RefCell::new(watcher.map_err(|source| Failure::Watch { source })?);
        let changes = Self { watcher, watched: RefCell::default() };
        changes.look_at(project)?;
        Ok(changes)
    }

    /// Looks at what is there now and was not looked at before.
    pub(super) fn look_at(&self, project: &Project) -> Result<(), Failure> {
        for (path, mode) in places(project) {
            // A folder that is gone takes its watch along; if it comes again it is another one.
            if !path.exists() {
                self.watched.borrow_mut().remove(&path);
            } else if self.watched.borrow_mut().insert(path.clone()) {
                self.watcher.borrow_mut().watch(&path, mode).map_err(|source| Failure::Watch { source })?;
            }
        }
        Ok(())
    }
}

/// The folders of the application and of module crates. A platform that is installed does not change under the tool.
fn roots(project: &Project) -> BTreeSet<PathBuf> {
    let crates = project.modules.iter().filter(|module| module.kind != ModuleKind::Platform);
    std::iter::once(project.folder.clone()).chain(crates.map(|module| module.folder.clone())).collect()
}

fn places(project: &Project) -> Vec<(PathBuf, RecursiveMode)> {
    let mut places = Vec::new();
    for root in roots(project) {
        places.extend(FOLDERS.iter().map(|folder| (root.join(folder), RecursiveMode::Recursive)));
        places.push((root, RecursiveMode::NonRecursive));
    }
    places
}

fn is_change(roots: &BTreeSet<PathBuf>, event: &notify::Event) -> bool {
    let is_kind = matches!(event.kind, EventKind::Create(_) | EventKind::Modify(_) | EventKind::Remove(_));
    is_kind && event.paths.iter().any(|path| is_source(roots, path))
}

/// Databases, logs and what builds leave lie beside the sources, too.
fn is_source(roots: &BTreeSet<PathBuf>, path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let is_hidden = name.starts_with('.') || name.ends_with('~');
    let inside = roots.iter().filter_map(|root| path.strip_prefix(root).ok());
    let mut firsts = inside.filter_map(|inside| inside.components().next());
    !is_hidden
        && firsts.any(|first| {
            let first = first.as_os_str().to_string_lossy();
            FOLDERS.contains(&first.as_ref()) || FILES.contains(&first.as_ref())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_change_an_application_and_what_lies_beside_them_does_not() {
        let roots = BTreeSet::from([PathBuf::from("/me/src/shop"), PathBuf::from("/me/src/plants")]);
        for path in ["shop/zimagi.yml", "shop/specs/data/note.yml", "shop/src/lib.rs", "plants/specs", "shop/build.rs"]
        {
            assert!(is_source(&roots, &Path::new("/me/src").join(path)), "{path}");
        }
        for path in
            ["shop/shop.db-wal", "shop/Cargo.lock", "shop/specs/.note.yml.swp", "shop/src/lib.rs~", "shop/data/x.csv"]
        {
            assert!(!is_source(&roots, &Path::new("/me/src").join(path)), "{path}");
        }
    }
}
