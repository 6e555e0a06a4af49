//! The tree.

use crate::source::{Span, Spanned};

/// A value and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// The text of a scalar, the first to the last byte of a list or mapping.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
}

/// What a node is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// Nothing, `null` or `~`.
    Null,
    /// A scalar as text; what it means depends on where it stands.
    Scalar(Scalar),
    /// A list.
    Sequence(Vec<Node>),
    /// Keys and values, in order; no key occurs twice.
    Mapping(Vec<Entry>),
}

/// A scalar as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scalar {
    /// Its text without quotes.
    pub text: String,
    /// Whether it was quoted.
    pub style: Style,
}

/// Whether a scalar was quoted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Without quotes: may be a boolean, a number or text.
    Plain,
    /// Quoted, a block, or tagged `!!str`: always text.
    Quoted,
}

/// One key with its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The key; a plain `null` is the text "null".
    pub key: Spanned<String>,
    /// The value.
    pub value: Node,
}

impl Node {
    /// The value of a key, if this is a mapping that has it.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Node> {
        match &self.kind {
            Kind::Mapping(entries) => entries.iter().find(|entry| entry.key.value == key).map(|entry| &entry.value),
            Kind::Null | Kind::Scalar(_) | Kind::Sequence(_) => None,
        }
    }

    /// Whether it is null.
    #[must_use]
    pub fn is_null(&self) -> bool {
        self.kind == Kind::Null
    }

    /// How many nodes there are, this one included.
    pub(super) fn count(&self) -> usize {
        match &self.kind {
            Kind::Null | Kind::Scalar(_) => 1,
            Kind::Sequence(items) => 1 + items.iter().map(Self::count).sum::<usize>(),
            Kind::Mapping(entries) => 1 + entries.iter().map(|entry| 1 + entry.value.count()).sum::<usize>(),
        }
    }
}
