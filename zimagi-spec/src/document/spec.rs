//! A module and a spec file as written.

use std::path::PathBuf;

use crate::diagnostic::Diagnostics;
use crate::load::{LoadedModule, ModuleKind};
use crate::source::{FileId, SourceMap};
use crate::yaml;

use super::reader::Reader;
use super::{CommandDoc, DataDoc, ImportDoc, ManifestDoc, PartDoc, RoleDoc, manifest, section, workflow};

/// A module: a namespace of specs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner {
    /// The module's name in its manifest; `platform` is the platform's.
    pub name: String,
    /// The folder of its manifest.
    pub folder: PathBuf,
    /// How Rust code of the application names the crate that compiles it: `crate` or a crate's name.
    pub crate_path: String,
}

/// All documents of a module.
#[derive(Debug)]
pub struct ModuleDoc {
    /// What the module may do.
    pub kind: ModuleKind,
    /// Its name and where it is.
    pub owner: Owner,
    /// Its manifest.
    pub manifest: ManifestDoc,
    /// The addresses that it is known to be installed from.
    pub remotes: Vec<String>,
    /// Its spec files, sorted by path.
    pub specs: Vec<SpecDoc>,
    /// Whether a file could not be read or is not YAML.
    pub has_lost_files: bool,
}

/// One spec file.
#[derive(Debug, Default)]
pub struct SpecDoc {
    /// The section `roles`.
    pub roles: Vec<RoleDoc>,
    /// The sections `data_mixins`, `data_base` and `data`.
    pub data: Vec<DataDoc>,
    /// The section `command`, each leaf of the tree.
    pub commands: Vec<CommandDoc>,
    /// The section `import`.
    pub imports: Vec<ImportDoc>,
    /// Entries of any section that wait for their meaning.
    pub parts: Vec<PartDoc>,
}

pub(super) fn read_module(module: &LoadedModule, sources: &SourceMap, diagnostics: &mut Diagnostics) -> ModuleDoc {
    let mut manifest = read_manifest(module, sources, diagnostics);
    if let Some(name) = &module.source.name {
        name.clone_into(&mut manifest.name.value);
    }
    let mut specs = Vec::new();
    let mut has_lost_files = module.has_lost_files;
    for file in &module.specs {
        match read_spec(*file, sources, diagnostics) {
            Ok(spec) => specs.push(spec),
            Err(Lost) => has_lost_files = true,
        }
    }
    specs.push(SpecDoc { parts: workflow::read_workflows(module, sources, diagnostics), ..SpecDoc::default() });
    let owner = Owner {
        name: manifest.name.value.clone(),
        folder: module.source.folder.clone(),
        crate_path: module.source.crate_path.clone(),
    };
    let stated = module.state.and_then(|file| read_remote(file, sources, diagnostics));
    let remotes = module.source.remote.iter().cloned().chain(stated).collect();
    ModuleDoc { kind: module.source.kind, owner, manifest, remotes, specs, has_lost_files }
}

/// A file of which nothing is known.
struct Lost;

fn read_spec(file: FileId, sources: &SourceMap, diagnostics: &mut Diagnostics) -> Result<SpecDoc, Lost> {
    let errors_before = diagnostics.error_count();
    match yaml::parse(file, sources, diagnostics) {
        Some(node) => Ok(section::read_sections(&node, &mut Reader::new(diagnostics))),
        None if diagnostics.error_count() > errors_before => Err(Lost),
        None => Ok(SpecDoc::default()),
    }
}

fn read_manifest(module: &LoadedModule, sources: &SourceMap, diagnostics: &mut Diagnostics) -> ManifestDoc {
    match yaml::parse(module.manifest, sources, diagnostics) {
        Some(node) => manifest::read_manifest(module.manifest, &node, &mut Reader::new(diagnostics)),
        None => ManifestDoc::empty(module.manifest),
    }
}

fn read_remote(file: FileId, sources: &SourceMap, diagnostics: &mut Diagnostics) -> Option<String> {
    let node = yaml::parse(file, sources, diagnostics)?;
    manifest::read_remote(file, &node, &mut Reader::new(diagnostics))
}
