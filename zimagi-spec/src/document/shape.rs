//! Checking a value by what its key takes, and collecting the names of other entries in it.
//!
//! Parts of the language that are read by hand have readers of their own; everything else is read here, by the tables alone.

use crate::source::{Span, Spanned};
use crate::yaml::{Entry, Kind, Node, Style};

use super::key::{Key, Standing};
use super::mapping::Mapping;
use super::part::Mention;
use super::reader::{Reader, boolean_of, is_false};
use super::reference::{is_template, unknown_reference};
use super::table::{Rest, Table};
use super::takes::{Named, Takes};

/// What `@` at the beginning of a value means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AtSign {
    /// `@settings.X` and the like, a closed list.
    Reference,
    /// The name of a variable that is filled in later.
    Template,
    /// As other signs too, the beginning of a text that a value parser reads later.
    Parsed,
}

/// A walk over one entry.
pub(super) struct Walk<'w, 'd> {
    pub(super) reader: &'w mut Reader<'d>,
    pub(super) mentions: Vec<Mention>,
    at_sign: AtSign,
}

impl<'w, 'd> Walk<'w, 'd> {
    pub(super) fn new(at_sign: AtSign, reader: &'w mut Reader<'d>) -> Self {
        Self { reader, mentions: Vec::new(), at_sign }
    }

    /// Checks a mapping with the keys of a table.
    pub(super) fn table<'n>(&mut self, place: Span, what: &str, node: &'n Node, table: Table) -> Option<Mapping<'n>> {
        self.table_with(place, what, node, table, table.rest())
    }

    /// Checks a mapping whose other keys mean something else than usually.
    pub(super) fn table_with<'n>(
        &mut self,
        place: Span,
        what: &str,
        node: &'n Node,
        table: Table,
        rest: Rest,
    ) -> Option<Mapping<'n>> {
        let mapping = Mapping::open_with(place, what, node, &[table.keys()], rest, self.reader)?;
        for key in table.keys() {
            if let Some(example) = key.required {
                mapping.missing(key.name, example, self.reader);
            }
            let current = mapping.entry(key.name).filter(|_| key.standing == Standing::Current);
            current.into_iter().for_each(|entry| self.key(key, entry, what));
        }
        self.others(&mapping, what);
        Some(mapping)
    }

    /// Checks the keys of a mapping that nobody reads by hand.
    pub(super) fn others(&mut self, mapping: &Mapping<'_>, what: &str) {
        mapping.others.iter().for_each(|(key, entry)| self.key(key, entry, what));
    }

    /// Checks the value of a key.
    pub(super) fn key(&mut self, key: &Key, entry: &Entry, what: &str) {
        self.value(&entry.value, &format!("`{}` of {what}", entry.key.value), key.takes);
    }

    /// Checks a value.
    pub(super) fn value(&mut self, node: &Node, what: &str, takes: Takes) {
        if node.is_null() || takes == Takes::Anything || self.is_filled_in_later(node) {
            return;
        }
        match takes {
            Takes::Anything | Takes::Tree => {}
            Takes::Text => drop(self.reader.text(node, what)),
            Takes::Boolean => drop(self.reader.boolean(node, what)),
            Takes::Integer => drop(self.reader.integer(node, what)),
            Takes::Texts => drop(self.reader.texts(node, what)),
            Takes::Word(words) => self.word(node, what, words),
            Takes::Name(named) => {
                let name = self.reader.text(node, what);
                self.mention(named, name);
            }
            Takes::Names(named) => {
                let names = self.reader.texts(node, what).map(|names| names.value);
                names.into_iter().flatten().for_each(|name| self.mention(named, Some(name)));
            }
            Takes::Entry(table) => drop(self.table(node.span, what, node, table)),
            Takes::Entries(each) | Takes::EntriesOf(_, each) => self.entries(node, what, takes, *each),
            Takes::List(each) => self.list(node, what, takes, *each),
            Takes::False | Takes::Scalar | Takes::Either(_) => self.one_of(node, what, takes),
        }
    }

    fn word(&mut self, node: &Node, what: &str, words: &'static [&'static str]) {
        let words: Vec<_> = words.iter().map(|word| (*word, ())).collect();
        if let Some(word) = self.reader.text(node, what) {
            super::closed::read(&word, what, &words, self.reader);
        }
    }

    fn entries(&mut self, node: &Node, what: &str, takes: Takes, each: Takes) {
        let Kind::Mapping(entries) = &node.kind else {
            return self.reader.wrong_shape(node, what, "a mapping");
        };
        for entry in entries {
            let name = &entry.key;
            if let Takes::EntriesOf(named, _) = takes {
                self.mention(named, Some(name.clone()));
            }
            let what = format!("`{}` of {what}", name.value);
            match each {
                Takes::Entry(table) if !entry.value.is_null() => {
                    drop(self.table(name.span, &what, &entry.value, table));
                }
                _ => self.value(&entry.value, &what, each),
            }
        }
    }

    fn list(&mut self, node: &Node, what: &str, takes: Takes, each: Takes) {
        let Kind::Sequence(items) = &node.kind else {
            return self.reader.wrong_shape(node, what, &takes.words());
        };
        items.iter().for_each(|item| self.value(item, &format!("each item of {what}"), each));
    }

    fn one_of(&mut self, node: &Node, what: &str, takes: Takes) {
        let alternatives = if let Takes::Either(several) = takes { several } else { &[] };
        match alternatives.iter().find(|one| fits(node, **one)) {
            Some(one) => self.value(node, what, *one),
            None if fits(node, takes) => {}
            None => self.reader.wrong_shape(node, what, &takes.words()),
        }
    }

    fn mention(&mut self, named: Named, name: Option<Spanned<String>>) {
        let name = name.filter(|name| !name.value.starts_with('@'));
        self.mentions.extend(name.map(|name| Mention { named, name }));
    }

    /// What begins with `@` gets its value later, whatever the key takes.
    fn is_filled_in_later(&mut self, node: &Node) -> bool {
        let Kind::Scalar(scalar) = &node.kind else { return false };
        if self.at_sign == AtSign::Parsed && is_parsed(&scalar.text) {
            return true;
        }
        if !is_template(&scalar.text) {
            return false;
        }
        if self.at_sign == AtSign::Reference {
            unknown_reference(&scalar.text, node.span).into_iter().for_each(|mistake| self.reader.report(mistake));
        }
        true
    }
}

/// Whether a value parser of profiles reads the text: a condition, a function, a token, state, configuration or a reference.
fn is_parsed(text: &str) -> bool {
    ["?>", "#", "%%", "$", "@", "&"].iter().any(|sign| text.starts_with(sign))
}

/// Whether the outer shape of a value is that of what is taken.
fn fits(node: &Node, takes: Takes) -> bool {
    let (is_scalar, is_list, is_mapping) = match &node.kind {
        Kind::Null => return true,
        Kind::Scalar(_) => (true, false, false),
        Kind::Sequence(_) => (false, true, false),
        Kind::Mapping(_) => (false, false, true),
    };
    match takes {
        Takes::Anything => true,
        Takes::False => is_false(node),
        Takes::Boolean => boolean_of(node).is_some(),
        Takes::Integer => {
            matches!(&node.kind, Kind::Scalar(one) if one.style == Style::Plain && one.text.parse::<i64>().is_ok())
        }
        Takes::Text | Takes::Scalar | Takes::Word(_) | Takes::Name(_) => is_scalar,
        Takes::Texts | Takes::Names(_) => is_scalar || is_list,
        Takes::List(_) => is_list,
        Takes::Entry(_) | Takes::Entries(_) | Takes::EntriesOf(..) | Takes::Tree => is_mapping,
        Takes::Either(several) => several.iter().any(|one| fits(node, *one)),
    }
}

/// Whether a key that a table does not list is for somebody else.
pub(super) fn is_free(name: &str, rest: Rest) -> bool {
    match rest {
        Rest::Unknown => false,
        Rest::Free => true,
        Rest::FreeWithoutUnderscore => !name.starts_with('_'),
        Rest::Anchors => name.starts_with('_'),
    }
}
