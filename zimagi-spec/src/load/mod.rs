//! Loading: finds the manifests and spec files of all modules and reads their texts.
//!
//! In go folders; out come files in a [`SourceMap`]. Only here files are read. Of what is in them
//! it looks at one thing, the manifest's `lib`.

mod file;
mod folder;
mod library;
mod module;

pub use module::{LoadedModule, ModuleKind, ModuleSource, NamedFile};

use crate::diagnostic::Diagnostics;
use crate::source::SourceMap;

/// Reads all modules: the platform first, then modules in dependency order, the application last.
pub fn load(modules: &[ModuleSource], sources: &mut SourceMap, diagnostics: &mut Diagnostics) -> Vec<LoadedModule> {
    modules.iter().map(|module| module::load_module(module, sources, diagnostics)).collect()
}
