//! The manifest `zimagi.yml`.

use crate::names::Database;
use crate::source::{FileId, Span, Spanned};
use crate::yaml::{Kind, Node};

use super::key::{Key, ignored, key, not_yet};
use super::mapping::Mapping;
use super::reader::Reader;
use super::{Names, closed};

/// A manifest as written.
#[derive(Debug)]
pub struct ManifestDoc {
    /// `name`; the name of the folder if it says none.
    pub name: Spanned<String>,
    /// `databases`.
    pub databases: Option<Spanned<Vec<Spanned<Database>>>>,
    /// `diesel`.
    pub diesel: bool,
    /// `compatibility`: a range of the original's versions.
    pub compatibility: Option<Spanned<String>>,
    /// `platform`: a range of this platform's versions.
    pub platform: Option<Spanned<String>>,
}

pub(super) const KEYS: &[Key] = &[
    key("name", "a name", "The module's name; tables begin with it."),
    key("databases", "a list of sqlite, postgresql and mysql", "The databases that migrations are written for."),
    key(
        "diesel",
        "all or none",
        "Which data models get a Diesel schema if they do not say themselves; none by default.",
    ),
    key("platform", "a range of versions", "The versions of this platform that the specs are for."),
    key("compatibility", "a range of versions", "The versions of the original that the specs are for."),
    key("identifiers", "tagged", "How digests are made."),
    ignored("version", "The module's version."),
    ignored("lib", "The original's folder of code."),
    ignored("scripts", "The original's installation scripts."),
    ignored("requirements", "The original's Python packages."),
    ignored("profiles", "The folder of profiles."),
    ignored("tasks", "The folder of tasks."),
    not_yet("modules", "Modules that are used."),
    not_yet("env", "Environment variables."),
];

const DIESEL: &[(&str, bool)] = &[("all", true), ("none", false)];

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
    mapping.word("identifiers", &[("tagged", ())], reader);
    ManifestDoc {
        databases: mapping.names("databases", reader).map(|names| read_databases(names, reader)),
        diesel: mapping.word("diesel", DIESEL, reader).is_some_and(|word| word.value),
        compatibility: mapping.text("compatibility", reader),
        platform: mapping.text("platform", reader),
        name: mapping.text("name", reader).unwrap_or_else(|| ManifestDoc::empty(file).name),
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
        let name = Spanned::new("application".to_owned(), Span { file, start: 0, end: 0 });
        Self { name, databases: None, diesel: false, compatibility: None, platform: None }
    }
}
