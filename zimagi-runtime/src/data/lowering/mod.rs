//! From resolved conditions, orders and paths to the statement tree. Decides the shape of sub-queries and nothing else: which fields
//! exist for the caller was decided when paths were resolved, and which records do is said by [`Rows`].

mod decimal;
mod filter;
mod many;
mod pairs;
mod place;
mod rows;
mod test;
mod value;

use super::catalogue::Model;
use super::sql::{Alias, Expr};
pub(crate) use pairs::{PairsPlace, pair_columns};
pub(crate) use place::Place;
pub(crate) use rows::Rows;

/// How a condition over a relation becomes a sub-query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Asked for each record: right for the few records of a page.
    Correlated,
    /// Asked once and matched by a set: right for counting all records.
    Membership,
    /// Asked for each record, but only what can be found by its key. Each record's many others could be all there are: they are
    /// asked once, which counting the list takes anyway.
    Counted,
}

impl Shape {
    /// Whether a relation to one record or to many is asked for each record.
    const fn asks_each(self, end: End) -> bool {
        match self {
            Self::Correlated => true,
            Self::Membership => false,
            Self::Counted => matches!(end, End::One),
        }
    }
}

/// How many records a step leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    One,
    Many,
}

/// One statement in the making: gives each table its own name.
#[derive(Debug)]
pub(crate) struct Lowering<'v> {
    shape: Shape,
    rows: Rows<'v>,
    tables: u16,
}

impl<'v> Lowering<'v> {
    pub(crate) fn new(rows: impl Into<Rows<'v>>, shape: Shape) -> Self {
        Self { shape, rows: rows.into(), tables: 0 }
    }

    /// Brings in a table.
    pub(crate) const fn place<'c>(&mut self, model: &'c Model) -> Place<'c>
    where
        'v: 'c,
    {
        Place { model, alias: self.next_alias(), rows: self.rows }
    }

    const fn next_alias(&mut self) -> Alias {
        let alias = Alias(self.tables);
        self.tables += 1;
        alias
    }
}

/// All of them, without ado if it is one.
pub(crate) fn all_of(mut parts: Vec<Expr>) -> Expr {
    if parts.len() == 1 { parts.remove(0) } else { Expr::And(parts) }
}

/// At least one of them, without ado if it is one.
pub(crate) fn any_of(mut parts: Vec<Expr>) -> Expr {
    if parts.len() == 1 { parts.remove(0) } else { Expr::Or(parts) }
}
