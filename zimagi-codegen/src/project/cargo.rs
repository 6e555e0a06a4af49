//! What `cargo metadata` tells the command-line tool.
//!
//! The same list as a build script gets: of each crate's direct dependencies with specs, in the order of their `links` keys,
//! first what they see, then themselves.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Node, Package, PackageId};

use super::closure::specs_of;
use super::{Closure, Member, Project, ProjectError, unit_of};

/// The application whose folder this is or lies above it.
pub(super) fn find(folder: &Path) -> Result<Project, ProjectError> {
    let folder = folder_of_manifest(folder)?;
    let metadata = read_metadata(&folder.join("Cargo.toml"))?;
    let graph = Graph::new(&metadata);
    let package = metadata.root_package().ok_or_else(|| ProjectError::NoPackage { folder: folder.clone() })?;
    let dependencies = graph.dependencies(&package.id);
    let unit = unit_of(&folder, package.links.is_some(), package.metadata.get("zimagi").is_some())?;
    Project::of(unit, &folder, crate_name(package), dependencies)
}

fn folder_of_manifest(start: &Path) -> Result<PathBuf, ProjectError> {
    let start = start.canonicalize().map_err(|_| ProjectError::NoManifest { folder: start.to_owned() })?;
    let found = start.ancestors().find(|folder| folder.join("zimagi.yml").is_file());
    found.map(Path::to_owned).ok_or(ProjectError::NoManifest { folder: start.clone() })
}

/// Asks without the network first: usually everything is there, and then cargo need not look further.
fn read_metadata(manifest: &Path) -> Result<Metadata, ProjectError> {
    let command = |options: &[&str]| {
        let options: Vec<String> = options.iter().map(|option| (*option).to_owned()).collect();
        MetadataCommand::new().manifest_path(manifest).other_options(options).exec()
    };
    command(&["--offline"]).or_else(|_| command(&[])).map_err(|source| ProjectError::Cargo { source })
}

struct Graph<'a> {
    packages: HashMap<&'a PackageId, &'a Package>,
    nodes: HashMap<&'a PackageId, &'a Node>,
}

impl<'a> Graph<'a> {
    fn new(metadata: &'a Metadata) -> Self {
        let nodes = metadata.resolve.iter().flat_map(|resolve| &resolve.nodes);
        Self {
            packages: metadata.packages.iter().map(|package| (&package.id, package)).collect(),
            nodes: nodes.map(|node| (&node.id, node)).collect(),
        }
    }

    /// What a crate sees.
    fn dependencies(&self, id: &PackageId) -> Closure {
        let mut direct: Vec<&Package> = self.nodes.get(id).into_iter().flat_map(|node| self.linked(node)).collect();
        direct.sort_by_key(|package| links_variable(package));
        direct.into_iter().fold(Closure::default(), |closure, package| {
            let folder = package.manifest_path.parent().map(|folder| specs_of(folder.as_std_path()));
            let member = Member { crate_name: crate_name(package), specs: folder.unwrap_or_default() };
            closure.joined(self.dependencies(&package.id)).with(member)
        })
    }

    /// Normal dependencies that publish specs.
    fn linked(&self, node: &'a Node) -> impl Iterator<Item = &'a Package> {
        let is_normal =
            |kinds: &[cargo_metadata::DepKindInfo]| kinds.iter().any(|kind| kind.kind == DependencyKind::Normal);
        let normal = node.deps.iter().filter(move |dependency| is_normal(&dependency.dep_kinds));
        normal.filter_map(|dependency| self.packages.get(&dependency.pkg).copied()).filter(|package| has_specs(package))
    }
}

fn has_specs(package: &Package) -> bool {
    package.links.is_some() && package.metadata.get("zimagi").is_some()
}

fn crate_name(package: &Package) -> String {
    package.name.replace('-', "_")
}

/// The part of the variable's name that cargo makes of `links`.
fn links_variable(package: &Package) -> String {
    package.links.as_deref().unwrap_or_default().to_uppercase().replace('-', "_")
}
