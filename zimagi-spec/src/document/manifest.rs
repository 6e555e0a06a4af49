//! The manifest `zimagi.yml`, and `.zimagi.yml` beside it, which the original writes where it installs a module.

use crate::names::Database;
use crate::source::{FileId, Span, Spanned};
use crate::yaml::{Kind, Node};

use super::dependency::{DependencyDoc, read_dependencies};
use super::key::{Key, ignored, key};
use super::mapping::Mapping;
use super::reader::{Reader, is_false};
use super::takes::Takes;
use super::{Names, closed, environment};

/// A manifest as written.
#[derive(Debug)]
pub struct ManifestDoc {
    /// `name`; the name of the folder if it says none.
    pub name: Spanned<String>,
    /// `version`.
    pub version: Option<Spanned<String>>,
    /// `databases`.
    pub databases: Option<Spanned<Vec<Spanned<Database>>>>,
    /// `diesel`.
    pub diesel: bool,
    /// `identifiers`.
    pub identifiers: Option<IdentifiersDoc>,
    /// `compatibility`: a range of the original's versions.
    pub compatibility: Option<Spanned<String>>,
    /// `platform`: a range of this platform's versions.
    pub platform: Option<Spanned<String>>,
    /// `modules`: the modules that this one uses.
    pub dependencies: Vec<DependencyDoc>,
}

/// How the digests of a module's models are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdentifiersDoc {
    /// Over values with their fields' names.
    Tagged,
    /// As the original makes them.
    Legacy,
}

pub(super) const KEYS: &[Key] = &[
    key("name", "a name", "The module's name; tables begin with it.").takes(Takes::Text),
    key("version", "text", "The module's version, for people.").takes(Takes::Text),
    key("databases", "a list of sqlite, postgresql and mysql", "The databases that migrations are written for."),
    key(
        "diesel",
        "all or none",
        "Which data models get a Diesel schema if they do not say themselves; none by default.",
    ),
    key("platform", "a range of versions", "The versions of this platform that the specs are for.").takes(Takes::Text),
    key("compatibility", "a range of versions", "The versions of the original that the specs are for.")
        .takes(Takes::Text),
    key("identifiers", "tagged or legacy", "How digests are made; legacy gives the original's."),
    key("lib", "a path, or false", "The folder that holds `specs` or `spec`, by default the manifest's own."),
    key("modules", "a list of addresses or mappings", "The modules that this one uses."),
    key("profiles", "a path, or false", "The folder of profiles, by default `profiles`."),
    key("tasks", "a path, or false", "The folder of tasks, by default `tasks`."),
    key("env", "a mapping of names to values", "Environment variables that the original sets when it starts."),
    ignored("scripts", "The original's installation scripts."),
    ignored("requirements", "The original's Python packages."),
];

/// The keys of `.zimagi.yml`.
pub(super) const STATE_KEYS: &[Key] = &[
    key("remote", "an address", "Where the module was installed from.").takes(Takes::Text),
    ignored("reference", "The branch, tag or commit that was installed."),
];

const DIESEL: &[(&str, bool)] = &[("all", true), ("none", false)];

const IDENTIFIERS: &[(&str, IdentifiersDoc)] =
    &[("tagged", IdentifiersDoc::Tagged), ("legacy", IdentifiersDoc::Legacy)];

pub(super) fn read_manifest(file: FileId, node: &Node, reader: &mut Reader<'_>) -> ManifestDoc {
    let start = Span { file, start: 0, end: 0 };
    let Kind::Mapping(_) = &node.kind else {
        reader.wrong_shape(node, "the manifest", "a mapping");
        return ManifestDoc::empty(file);
    };
    let Some(mapping) = Mapping::open(start, "the manifest", node, KEYS, reader) else {
        return ManifestDoc::empty(file);
    };
    mapping.missing("name", "NAME", reader);
    for folder in ["lib", "profiles", "tasks"] {
        read_folder(&mapping, folder, reader);
    }
    environment::read_environment(&mapping, reader);
    ManifestDoc {
        version: mapping.text("version", reader),
        databases: mapping.names("databases", reader).map(|names| read_databases(names, reader)),
        diesel: mapping.word("diesel", DIESEL, reader).is_some_and(|word| word.value),
        identifiers: mapping.word("identifiers", IDENTIFIERS, reader).map(|word| word.value),
        compatibility: mapping.text("compatibility", reader),
        platform: mapping.text("platform", reader),
        dependencies: read_dependencies(&mapping, reader),
        name: mapping.text("name", reader).unwrap_or_else(|| ManifestDoc::empty(file).name),
    }
}

/// The address in `.zimagi.yml`.
pub(super) fn read_remote(file: FileId, node: &Node, reader: &mut Reader<'_>) -> Option<String> {
    let start = Span { file, start: 0, end: 0 };
    let mapping = Mapping::open(start, "`.zimagi.yml`", node, STATE_KEYS, reader)?;
    mapping.text("remote", reader).map(|remote| remote.value)
}

/// A folder is a path within the module; `false` says that there is none. Loading has used it already.
fn read_folder(mapping: &Mapping<'_>, key: &str, reader: &mut Reader<'_>) {
    if mapping.entry(key).is_some_and(|entry| !is_false(&entry.value)) {
        mapping.text(key, reader);
    }
}

fn read_databases(names: Names, reader: &mut Reader<'_>) -> Spanned<Vec<Spanned<Database>>> {
    let words = Database::ALL.map(|database| (database.word(), database));
    names.map(|names| {
        names.iter().filter_map(|name| closed::read(name, "`databases` of the manifest", &words, reader)).collect()
    })
}

impl ManifestDoc {
    /// What stands for a manifest that could not be read.
    pub(super) fn empty(file: FileId) -> Self {
        Self {
            name: Spanned::new("application".to_owned(), Span { file, start: 0, end: 0 }),
            version: None,
            databases: None,
            diesel: false,
            identifiers: None,
            compatibility: None,
            platform: None,
            dependencies: Vec::new(),
        }
    }
}
