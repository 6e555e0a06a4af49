//! The tables of keys: which keys an entry may have. The reference of the language is printed from them.

use super::takes::Takes;

/// One key of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    /// As written.
    pub name: &'static str,
    /// What its value looks like, in a few words.
    pub shape: &'static str,
    /// What it does, in one sentence.
    pub doc: &'static str,
    /// What its value may be, for programs.
    pub takes: Takes,
    /// What to write if it must be there.
    pub required: Option<&'static str>,
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
    /// It is read and checked, and the entry that uses it waits for its meaning: it is left out until then.
    Waiting,
    /// It has had no meaning for a long time; what to do instead.
    Dead(&'static str),
    /// The same key under its old name.
    Renamed(&'static str),
}

/// A key with a meaning.
pub(super) const fn key(name: &'static str, shape: &'static str, doc: &'static str) -> Key {
    Key { name, shape, doc, takes: Takes::Anything, required: None, standing: Standing::Current }
}

/// A key with a meaning, whose shape is what it takes.
pub(super) const fn takes(name: &'static str, takes: Takes, doc: &'static str) -> Key {
    key(name, "", doc).takes(takes)
}

/// A key that is read and changes nothing.
pub(super) const fn ignored(name: &'static str, doc: &'static str) -> Key {
    Key { standing: Standing::Ignored, ..key(name, "anything", doc) }
}

/// A key that the entry has to wait for.
pub(super) const fn waiting(name: &'static str, takes: Takes, doc: &'static str) -> Key {
    Key { standing: Standing::Waiting, ..key(name, "", doc).takes(takes) }
}

/// A key that has had no meaning for a long time.
pub(super) const fn dead(name: &'static str, instead: &'static str) -> Key {
    Key { standing: Standing::Dead(instead), ..key(name, "anything", "Has no effect any more.") }
}

/// An old name of a key.
pub(super) const fn renamed(name: &'static str, successor: &'static str) -> Key {
    Key { standing: Standing::Renamed(successor), ..key(name, "as its successor", "The old name of its successor.") }
}

/// Tables one after the other; `N` is the number of all their keys.
pub(super) const fn joined<const N: usize>(tables: &[&[Key]]) -> [Key; N] {
    let mut all = [key("", "", ""); N];
    let (mut table, mut filled) = (0, 0);
    while table < tables.len() {
        let mut at = 0;
        while at < tables[table].len() {
            all[filled] = tables[table][at];
            filled += 1;
            at += 1;
        }
        table += 1;
    }
    assert!(filled == N, "N counts the keys of all tables");
    all
}

impl Key {
    /// What its value may be.
    pub(super) const fn takes(self, takes: Takes) -> Self {
        Self { takes, ..self }
    }

    /// It must be there, for example like this.
    pub(super) const fn required(self, example: &'static str) -> Self {
        Self { required: Some(example), ..self }
    }

    /// Whether it is worth naming to somebody who looks for a key.
    pub(super) fn is_offered(&self) -> bool {
        matches!(self.standing, Standing::Current | Standing::Waiting)
    }

    /// What its value looks like.
    #[must_use]
    pub fn words(&self) -> String {
        if self.shape.is_empty() { self.takes.words() } else { self.shape.to_owned() }
    }
}
