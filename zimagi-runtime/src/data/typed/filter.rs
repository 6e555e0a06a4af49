//! Conditions over the fields that a root reaches.

use std::marker::PhantomData;
use std::ops::Not;

use crate::data::question::part::Part;
use crate::data::value::Value;

/// A condition on records of `R`.
#[derive(Debug)]
pub struct Filter<R> {
    tree: FilterTree,
    root: PhantomData<fn() -> R>,
}

/// A condition without its root's type: what the engine resolves.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum FilterTree {
    /// One test of one field.
    Condition {
        /// The path to the field, `plane.manufacturer`.
        path: String,
        /// What must hold.
        test: Test,
    },
    /// All must hold.
    All(Vec<FilterTree>),
    /// At least one must hold.
    Any(Vec<FilterTree>),
    /// It must not hold.
    Not(Box<FilterTree>),
}

/// What must hold of a field.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Test {
    /// It equals the value.
    Equal(Value),
    /// It equals one of the values.
    In(Vec<Value>),
    /// It is less than the value.
    Less(Value),
    /// It is at most the value.
    LessOrEqual(Value),
    /// It is greater than the value.
    Greater(Value),
    /// It is at least the value.
    GreaterOrEqual(Value),
    /// It is at least the one and at most the other.
    Between(Value, Value),
    /// It is at least the one and, if there is another, less than that.
    Within(Value, Option<Value>),
    /// A part of it, a whole number, passes a test.
    Part(Part, Box<Test>),
    /// It has no value.
    IsNull,
    /// It has a value.
    HasValue,
    /// It contains the text.
    Contains(String),
    /// It contains the text, ignoring case.
    ContainsFolded(String),
    /// It begins with the text.
    StartsWith(String),
    /// It ends with the text.
    EndsWith(String),
    /// It equals the text, ignoring case.
    EqualFolded(String),
    /// It begins with the text, ignoring case.
    StartsWithFolded(String),
    /// It ends with the text, ignoring case.
    EndsWithFolded(String),
}

impl<R> Filter<R> {
    pub(super) const fn new(tree: FilterTree) -> Self {
        Self { tree, root: PhantomData }
    }

    /// Both must hold.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self::new(FilterTree::All(vec![self.tree, other.tree]))
    }

    /// At least one must hold.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self::new(FilterTree::Any(vec![self.tree, other.tree]))
    }

    pub(crate) fn into_tree(self) -> FilterTree {
        self.tree
    }
}

impl<R> Not for Filter<R> {
    type Output = Self;

    fn not(self) -> Self {
        Self::new(FilterTree::Not(Box::new(self.tree)))
    }
}
