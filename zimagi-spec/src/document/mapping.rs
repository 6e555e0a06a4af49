//! Reading a mapping by its table of keys: what is unknown or old is reported here, in one place.

use crate::diagnostic::{Code, Diagnostic, Suggestion};
use crate::source::{Span, Spanned};
use crate::yaml::{Entry, Kind, Node};

use super::key::{Key, Standing};
use super::reader::Reader;
use super::shape::is_free;
use super::table::Rest;
use super::{Names, closed, literal};
use crate::document::Literal;

/// The keys of an entry that have a meaning.
pub(super) struct Mapping<'n> {
    /// The place to point at if something is missing.
    pub(super) place: Span,
    what: String,
    entries: Vec<(&'static str, &'n Entry)>,
    /// Keys that change nothing or are waited for.
    pub(super) others: Vec<(&'static Key, &'n Entry)>,
    /// Whether the entry uses a key that is waited for.
    pub(super) is_waiting: bool,
}

impl<'n> Mapping<'n> {
    /// Opens a mapping; null is an empty one. `what` names the entry in sentences.
    pub(super) fn open(
        place: Span,
        what: impl Into<String>,
        node: &'n Node,
        keys: &'static [Key],
        reader: &mut Reader<'_>,
    ) -> Option<Self> {
        Self::open_with(place, what, node, &[keys], Rest::Unknown, reader)
    }

    /// Opens a mapping whose keys stand in several tables, or may be others.
    pub(super) fn open_with(
        place: Span,
        what: impl Into<String>,
        node: &'n Node,
        tables: &[&'static [Key]],
        rest: Rest,
        reader: &mut Reader<'_>,
    ) -> Option<Self> {
        let what = what.into();
        let found = match &node.kind {
            Kind::Mapping(entries) => entries.as_slice(),
            Kind::Null => &[],
            Kind::Scalar(_) | Kind::Sequence(_) => {
                reader.wrong_shape(node, &what, "a mapping");
                return None;
            }
        };
        let mut mapping = Self { place, what, entries: Vec::new(), others: Vec::new(), is_waiting: false };
        for entry in found {
            mapping.sort_in(entry, tables, rest, reader);
        }
        Some(mapping)
    }

    fn sort_in(&mut self, entry: &'n Entry, tables: &[&'static [Key]], rest: Rest, reader: &mut Reader<'_>) {
        let name = entry.key.value.as_str();
        let keys = || tables.iter().copied().flatten();
        let Some(key) = keys().find(|key| key.name == name) else {
            if !is_free(name, rest) {
                reader.report(unknown_key(entry, &self.what, keys()));
            }
            return;
        };
        match key.standing {
            Standing::Current => self.entries.push((key.name, entry)),
            Standing::Ignored => self.others.push((key, entry)),
            Standing::Waiting => {
                self.others.push((key, entry));
                self.is_waiting |= !entry.value.is_null();
            }
            Standing::Dead(instead) => reader.report(dead(&entry.key, instead)),
            Standing::Renamed(successor) => {
                reader.report(old_name(&entry.key, successor));
                match keys().find(|key| key.name == successor) {
                    Some(key) if key.standing == Standing::Waiting => self.others.push((key, entry)),
                    Some(_) | None => self.entries.push((successor, entry)),
                }
            }
        }
    }

    /// The entry of a key, if it is there and not null.
    pub(super) fn entry(&self, key: &str) -> Option<&'n Entry> {
        self.written(key).filter(|entry| !entry.value.is_null())
    }

    /// The entry of a key, null or not.
    pub(super) fn written(&self, key: &str) -> Option<&'n Entry> {
        self.entries.iter().find(|(name, _)| *name == key).map(|(_, entry)| *entry)
    }

    /// The entry of a key, whether it has a meaning or not.
    pub(super) fn known(&self, key: &str) -> Option<&'n Entry> {
        let other = || self.others.iter().find(|(known, _)| known.name == key).map(|(_, entry)| *entry);
        self.written(key).or_else(other)
    }

    pub(super) fn what(&self, key: &str) -> String {
        format!("`{key}` of {}", self.what)
    }

    pub(super) fn text(&self, key: &str, reader: &mut Reader<'_>) -> Option<Spanned<String>> {
        self.entry(key).and_then(|entry| reader.text(&entry.value, &self.what(key)))
    }

    pub(super) fn names(&self, key: &str, reader: &mut Reader<'_>) -> Option<Names> {
        self.entry(key).and_then(|entry| reader.texts(&entry.value, &self.what(key)))
    }

    pub(super) fn boolean(&self, key: &str, reader: &mut Reader<'_>) -> Option<Spanned<bool>> {
        self.entry(key).and_then(|entry| reader.boolean(&entry.value, &self.what(key)))
    }

    /// A constant; the inner `None` is null.
    pub(super) fn literal(&self, key: &str, reader: &mut Reader<'_>) -> Option<Spanned<Option<Literal>>> {
        self.written(key).and_then(|entry| literal::read(&entry.value, &self.what(key), reader))
    }

    /// A word of a closed set.
    pub(super) fn word<T: Copy>(
        &self,
        key: &str,
        words: &[(&'static str, T)],
        reader: &mut Reader<'_>,
    ) -> Option<Spanned<T>> {
        let word = self.text(key, reader)?;
        closed::read(&word, &self.what(key), words, reader)
    }

    /// Reports a key that must be there.
    pub(super) fn missing(&self, key: &str, example: &str, reader: &mut Reader<'_>) {
        if self.entries.iter().any(|(name, _)| *name == key) && self.entry(key).is_some() {
            return;
        }
        reader.report(
            Diagnostic::at(Code::MissingKey, self.place, format!("{} has no `{key}`", self.what))
                .label(format!("`{key}` is missing"))
                .help(format!("add `{key}: {example}`")),
        );
    }
}

/// The entries of a mapping whose keys are names, for example of fields.
pub(super) fn named<'n>(node: &'n Node, what: &str, reader: &mut Reader<'_>) -> &'n [Entry] {
    match &node.kind {
        Kind::Mapping(entries) => entries,
        Kind::Null => &[],
        Kind::Scalar(_) | Kind::Sequence(_) => {
            reader.wrong_shape(node, what, "a mapping of names");
            &[]
        }
    }
}

/// Of two spellings of one thing at most one may be used.
pub(super) fn either<T>(
    name: &str,
    flat: Option<Spanned<T>>,
    nested: Option<Spanned<T>>,
    reader: &mut Reader<'_>,
) -> Option<Spanned<T>> {
    if let (Some(flat), Some(nested)) = (&flat, &nested) {
        reader.report(given_twice(nested.span, flat.span, &format!("`{name}`")));
    }
    flat.or(nested)
}

pub(super) fn given_twice(second: Span, first: Span, name: &str) -> Diagnostic {
    Diagnostic::at(Code::GivenTwice, second, format!("{name} is said in two ways"))
        .label("second time")
        .with_other(first, "first time")
        .help("keep one of them")
}

pub(super) fn dead(key: &Spanned<String>, instead: &str) -> Diagnostic {
    Diagnostic::at(Code::DeadKey, key.span, format!("`{}` has no effect", key.value))
        .label("has had no meaning for a long time")
        .help(instead)
}

pub(super) fn unknown_key<'k>(entry: &Entry, what: &str, keys: impl Iterator<Item = &'k Key>) -> Diagnostic {
    let key = &entry.key;
    let known = keys.filter(|key| key.is_offered()).map(|key| key.name).collect();
    let suggestion = Suggestion { what: "keys", known }.text(&key.value);
    let is_text = entry.value.is_null() && key.value.contains(' ');
    let comma = "a comma ends text within `{…}`: write the text before it in quotes".to_owned();
    Diagnostic::at(Code::UnknownKey, key.span, format!("{what} has no key `{}`", key.value))
        .label("unknown key")
        .help_if(if is_text { Some(comma) } else { suggestion })
}

pub(super) fn old_name(key: &Spanned<String>, successor: &str) -> Diagnostic {
    Diagnostic::at(Code::OldName, key.span, format!("`{}` has a new name", key.value))
        .label("old name")
        .help(format!("write `{successor}`"))
}
