//! From resolved conditions, orders and paths to the statement tree. Decides the shape of sub-queries and nothing else:
//! what the caller may see was decided when paths were resolved.

mod decimal;
mod filter;
mod many;
mod pairs;
mod test;
mod value;

use super::catalogue::{Field, Model};
use super::sql::{Alias, Expr, Output, Select, Table};
pub(crate) use pairs::{PairsPlace, pair_columns};

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

/// A table within a statement, and the model it holds.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place<'c> {
    pub(crate) model: &'c Model,
    alias: Alias,
}

/// One statement in the making: gives each table its own name.
#[derive(Debug)]
pub(crate) struct Lowering {
    shape: Shape,
    tables: u16,
}

impl Lowering {
    pub(crate) const fn new(shape: Shape) -> Self {
        Self { shape, tables: 0 }
    }

    /// Brings in a table.
    pub(crate) const fn place<'c>(&mut self, model: &'c Model) -> Place<'c> {
        Place { model, alias: self.next_alias() }
    }

    const fn next_alias(&mut self) -> Alias {
        let alias = Alias(self.tables);
        self.tables += 1;
        alias
    }
}

impl Place<'_> {
    pub(crate) const fn column(&self, field: &Field) -> Expr {
        Expr::Column { alias: self.alias, column: field.column() }
    }

    pub(crate) const fn output(&self, field: &Field) -> Output {
        Output { expr: self.column(field), kind: field.kind }
    }

    pub(crate) const fn table(&self) -> Table {
        Table { name: self.model.descriptor.table, alias: self.alias }
    }

    /// A query from this table.
    pub(crate) const fn select(&self, outputs: Vec<Output>, filter: Option<Expr>) -> Select {
        Select::new(self.table(), outputs, filter)
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
