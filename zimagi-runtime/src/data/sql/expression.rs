//! Expressions of the statement tree.

use std::hash::{Hash, Hasher};

use zimagi_spec::descriptor::ScalarKind;

use super::statement::Select;
use crate::data::question::aggregate::Aggregate;
use crate::data::question::part::Part;
use crate::data::value::Value;

/// A table's name within one statement: `t0`, `t1`, …
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Alias(pub(crate) u16);

impl Alias {
    /// The record that a relation refers to, where it is only asked whether it is seen: `m`. Sub-queries with this name and the next
    /// one name no other of their kind, so that each place may have its own.
    pub(crate) const REFERRED: Self = Self(u16::MAX);
    /// The groups of a record: `g`.
    pub(crate) const GROUPS: Self = Self(u16::MAX - 1);
}

/// A value or a condition.
#[derive(Debug, Clone, PartialEq, Hash)]
pub(crate) enum Expr {
    Column {
        alias: Alias,
        column: &'static str,
    },
    Bind(Bind),
    Compare(Box<Expr>, Comparison, Box<Expr>),
    In(Box<Expr>, Vec<Bind>),
    InSelect(Box<Expr>, Box<Select>),
    Exists(Box<Select>),
    IsNull(Box<Expr>),
    Not(Box<Expr>),
    /// Holds if it is empty.
    And(Vec<Expr>),
    /// Does not hold if it is empty.
    Or(Vec<Expr>),
    /// Letter by letter.
    Contains {
        text: Box<Expr>,
        needle: Bind,
    },
    /// Ignoring case; the needle is folded already.
    ContainsFolded {
        text: Box<Expr>,
        needle: Bind,
    },
    /// The folded form of a text.
    Folded(Box<Expr>),
    /// Letter by letter, at some place.
    TextAt {
        text: Box<Expr>,
        place: TextPlace,
        needle: Bind,
    },
    /// A whole number.
    Part {
        part: Part,
        of: Box<Expr>,
    },
    /// A sub-query with one row and one column.
    Scalar(Box<Select>),
    CountAll,
    /// One value made of those that all rows have.
    Aggregate {
        aggregate: Aggregate,
        /// The kind of the rows' values.
        kind: ScalarKind,
        operand: Box<Expr>,
    },
    /// The column of the answer with this place, in an order over groups.
    Output(usize),
}

/// Where in a text another one is looked for.
#[derive(Debug, Clone, PartialEq, Hash)]
pub(crate) enum TextPlace {
    Start,
    /// The bind is the number of characters there.
    End(Bind),
    Whole,
}

/// How two values are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Comparison {
    Equal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// A value that travels beside the statement's text. Null is bound with its kind too.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Bind {
    pub(crate) value: Value,
    pub(crate) kind: ScalarKind,
}

/// Two binds are the same to the text of a statement if their kinds are: the values do not show in it.
impl Hash for Bind {
    fn hash<H: Hasher>(&self, state: &mut H) {
        std::mem::discriminant(&self.kind).hash(state);
    }
}

impl Expr {
    /// `left = right`.
    pub(crate) fn equal(left: Self, right: Self) -> Self {
        Self::Compare(Box::new(left), Comparison::Equal, Box::new(right))
    }

    /// What the values of all rows make.
    pub(crate) fn aggregate(aggregate: Aggregate, kind: ScalarKind, operand: Self) -> Self {
        Self::Aggregate { aggregate, kind, operand: Box::new(operand) }
    }
}
