//! Whole statements.

use zimagi_spec::descriptor::{Direction, ScalarKind};

use super::expression::{Alias, Bind, Expr};
use crate::data::value::Value;

/// One statement.
#[derive(Debug, Clone, PartialEq, Hash)]
pub(crate) enum Statement {
    Insert(Insert),
    Update(Update),
    Delete(Delete),
}

/// A table and its name within the statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Table {
    pub(crate) name: &'static str,
    pub(crate) alias: Alias,
}

/// A query.
#[derive(Debug, Clone, PartialEq, Hash)]
pub(crate) struct Select {
    pub(crate) outputs: Vec<Output>,
    pub(crate) from: Table,
    pub(crate) joins: Vec<Join>,
    pub(crate) filter: Option<Expr>,
    pub(crate) groups: Option<Groups>,
    pub(crate) order: Vec<OrderTerm>,
    pub(crate) cut: Option<Cut>,
    pub(crate) limit: Option<u64>,
    pub(crate) offset: Option<u64>,
}

/// A table that has one row at most for each row before it, which stands beside it; without one there are nulls.
#[derive(Debug, Clone, PartialEq, Hash)]
pub(crate) struct Join {
    pub(crate) table: Table,
    pub(crate) on: Expr,
}

/// Only the first rows, in the order, of each set of rows that share a value. Rows with equal places in the order count once.
#[derive(Debug, Clone, PartialEq, Hash)]
pub(crate) struct Cut {
    /// What the rows of a set share.
    pub(crate) by: Expr,
    pub(crate) rows: usize,
}

/// Rows that have the same values become one.
#[derive(Debug, Clone, PartialEq, Hash)]
pub(crate) struct Groups {
    /// How many of the first outputs these values are.
    pub(crate) width: usize,
    /// Which of the groups are kept.
    pub(crate) having: Option<Expr>,
}

/// One column of the answer; cells are decoded by its kind.
#[derive(Debug, Clone, PartialEq, Hash)]
pub(crate) struct Output {
    pub(crate) expr: Expr,
    pub(crate) kind: ScalarKind,
}

/// One step of an order.
#[derive(Debug, Clone, PartialEq, Hash)]
pub(crate) struct OrderTerm {
    pub(crate) expr: Expr,
    pub(crate) direction: Direction,
    pub(crate) nulls: Nulls,
}

/// Where nulls stand: an expression that is never null is ordered without a word about them, which indexes like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Nulls {
    Impossible,
    /// Behind all values, whichever way these go: what callers see.
    Last,
    /// Before all values: the same read backwards.
    First,
}

/// New rows of one table.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Insert {
    pub(crate) table: &'static str,
    pub(crate) columns: Vec<(&'static str, ScalarKind)>,
    pub(crate) rows: Vec<Vec<Value>>,
    pub(crate) conflict: Conflict,
}

/// What happens to a new row whose key exists.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Conflict {
    /// The statement fails.
    Fail,
    /// The row is dropped.
    Ignore { target: Vec<&'static str> },
    /// The existing row is changed if one of `compared` differs; `also` is set with it. Rows that do not differ are not counted.
    UpdateIfDifferent { target: Vec<&'static str>, compared: Vec<&'static str>, also: Vec<&'static str> },
}

/// Changed rows of one table.
#[derive(Debug, Clone, PartialEq, Hash)]
pub(crate) struct Update {
    pub(crate) table: Table,
    pub(crate) set: Vec<(&'static str, Bind)>,
    pub(crate) filter: Expr,
}

/// Deleted rows of one table.
#[derive(Debug, Clone, PartialEq, Hash)]
pub(crate) struct Delete {
    pub(crate) table: Table,
    pub(crate) filter: Expr,
}

impl Select {
    /// Rows of a table in no order.
    pub(crate) const fn new(from: Table, outputs: Vec<Output>, filter: Option<Expr>) -> Self {
        Self {
            outputs,
            from,
            joins: Vec::new(),
            filter,
            groups: None,
            order: Vec::new(),
            cut: None,
            limit: None,
            offset: None,
        }
    }
}

impl Insert {
    /// The key by which rows that exist are found; none if they make the statement fail.
    pub(crate) fn key(&self) -> &[&'static str] {
        match &self.conflict {
            Conflict::Fail => &[],
            Conflict::Ignore { target } | Conflict::UpdateIfDifferent { target, .. } => target,
        }
    }

    /// Asks how many of the rows exist already; nothing if that makes the statement fail.
    pub(crate) fn existing(&self) -> Option<Select> {
        let alias = Alias(0);
        let column = |column| Expr::Column { alias, column };
        let filter = match self.key() {
            [] => return None,
            [key] => Expr::In(Box::new(column(*key)), self.binds(key)),
            keys => {
                let binds: Vec<Vec<Bind>> = keys.iter().map(|key| self.binds(key)).collect();
                let is_row = |row: usize| {
                    let parts = keys.iter().zip(&binds);
                    Expr::And(
                        parts.map(|(key, binds)| Expr::equal(column(*key), Expr::Bind(binds[row].clone()))).collect(),
                    )
                };
                Expr::Or((0..self.rows.len()).map(is_row).collect())
            }
        };
        let outputs = vec![Output { expr: Expr::CountAll, kind: ScalarKind::Integer }];
        let from = Table { name: self.table, alias };
        Some(Select::new(from, outputs, Some(filter)))
    }

    /// The values of one column.
    fn binds(&self, column: &str) -> Vec<Bind> {
        let place = self.columns.iter().position(|(name, _)| *name == column).expect("an insert gives its key");
        let kind = self.columns[place].1;
        self.rows.iter().map(|row| Bind { value: row[place].clone(), kind }).collect()
    }
}

/// The text of an insert depends on the number of rows, not on their values.
impl std::hash::Hash for Insert {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.table.hash(state);
        self.columns.hash(state);
        self.rows.len().hash(state);
        self.conflict.hash(state);
    }
}

impl OrderTerm {
    /// Smallest first, of an expression that is never null.
    pub(crate) const fn ascending(expr: Expr) -> Self {
        Self { expr, direction: Direction::Ascending, nulls: Nulls::Impossible }
    }

    /// The same step read backwards.
    pub(crate) fn reversed(self) -> Self {
        let direction = match self.direction {
            Direction::Ascending => Direction::Descending,
            Direction::Descending => Direction::Ascending,
        };
        let nulls = match self.nulls {
            Nulls::Impossible => Nulls::Impossible,
            Nulls::Last => Nulls::First,
            Nulls::First => Nulls::Last,
        };
        Self { direction, nulls, ..self }
    }
}
