//! The tables of keys: which keys an entry may have. The reference of the language is printed from them.

/// One key of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    /// As written.
    pub name: &'static str,
    /// What its value looks like, in a few words.
    pub shape: &'static str,
    /// What it does, in one sentence.
    pub doc: &'static str,
    /// Whether it has a meaning.
    pub standing: Standing,
}

/// Whether a key has a meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It does what its doc says.
    Current,
    /// It is read and changes nothing.
    Ignored,
    /// Ignoring it would change what the specs say: refused for now.
    NotYet,
    /// The same key under its old name.
    Renamed(&'static str),
}

/// A key with a meaning.
pub(super) const fn key(name: &'static str, shape: &'static str, doc: &'static str) -> Key {
    Key { name, shape, doc, standing: Standing::Current }
}

/// A key that is read and changes nothing.
pub(super) const fn ignored(name: &'static str, doc: &'static str) -> Key {
    Key { name, shape: "anything", doc, standing: Standing::Ignored }
}

/// A key of the language that is not supported yet.
pub(super) const fn not_yet(name: &'static str, doc: &'static str) -> Key {
    Key { name, shape: "anything", doc, standing: Standing::NotYet }
}

/// An old name of a key.
pub(super) const fn renamed(name: &'static str, successor: &'static str) -> Key {
    Key {
        name,
        shape: "as its successor",
        doc: "The old name of its successor.",
        standing: Standing::Renamed(successor),
    }
}

/// Every table with its title, in the order of the reference.
#[must_use]
pub fn key_tables() -> Vec<(&'static str, &'static [Key])> {
    vec![
        ("zimagi.yml", super::manifest::KEYS),
        ("sections", super::section::KEYS),
        ("data, data_base, data_mixins", super::data::KEYS),
        ("meta", super::meta::KEYS),
        ("roles of a data model", super::data::ROLES_KEYS),
        ("fields", super::field::KEYS),
        ("options of a field", super::field::OPTION_KEYS),
        ("command", super::command::KEYS),
        ("parameters", super::parameter::KEYS),
        ("import", super::import::KEYS),
        ("data of an import", super::import_target::KEYS),
        ("map of an import", super::import_target::MAP_KEYS),
        ("relations of an import", super::import_target::RELATION_KEYS),
    ]
}
