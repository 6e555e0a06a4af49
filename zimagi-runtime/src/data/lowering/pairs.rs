//! The table of a link within a statement: rows with two columns, of which no model knows. Only pairs that lead to a record which the
//! statement may meet are met.

use super::super::catalogue::{Link, Model};
use super::super::path::Way;
use super::super::sql::{Alias, Delete, Expr, Output, Select, Statement, Table};
use super::place::joined;
use super::{Lowering, Place, Rows};

/// The table of a link's pairs within a statement, seen from one of its sides.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PairsPlace<'c> {
    link: &'c Link,
    way: Way,
    alias: Alias,
    rows: Rows<'c>,
}

impl<'v> Lowering<'v> {
    /// Brings in the table of a link's pairs.
    pub(crate) const fn pairs<'c>(&mut self, link: &'c Link, way: Way) -> PairsPlace<'c>
    where
        'v: 'c,
    {
        PairsPlace { link, way, alias: self.next_alias(), rows: self.rows }
    }
}

impl PairsPlace<'_> {
    /// The identifier of the record from which the link is followed.
    pub(crate) const fn near(&self) -> Expr {
        let (near, _) = pair_columns(self.link, self.way);
        Expr::Column { alias: self.alias, column: near }
    }

    /// The identifier of the record to which it leads.
    pub(crate) const fn far(&self) -> Expr {
        let (_, far) = pair_columns(self.link, self.way);
        Expr::Column { alias: self.alias, column: far }
    }

    /// Pairs that are records of a model may lack a side.
    pub(crate) const fn may_lack_sides(&self) -> bool {
        self.link.descriptor.through.is_some()
    }

    /// Deletes pairs that were met.
    pub(crate) const fn delete(&self, filter: Expr) -> Statement {
        Statement::Delete(Delete { table: self.table(), filter })
    }

    const fn table(&self) -> Table {
        Table { name: self.link.descriptor.table, alias: self.alias }
    }

    /// A query from this table.
    pub(crate) fn select(&self, outputs: Vec<Output>, filter: Option<Expr>) -> Select {
        let filter = joined(filter, self.is_pair_met());
        Select::new(self.table(), outputs, joined(filter, self.is_far_met()))
    }

    /// That a pair which is itself a record is met; none if that needs no asking.
    fn is_pair_met(&self) -> Option<Expr> {
        let model = self.rows.limited(self.link.through?)?;
        Place { model, alias: self.alias, rows: self.rows }.condition()
    }

    /// That the record to which a pair leads is met; none if that needs no asking.
    fn is_far_met(&self) -> Option<Expr> {
        let far = match self.way {
            Way::Forward => self.link.target,
            Way::Backward => self.link.source,
        };
        let there = Place { model: self.rows.limited(far)?, alias: Alias::REFERRED, rows: self.rows };
        let same = Expr::equal(there.stored(there.model.identifier()), self.far());
        Some(Expr::Exists(Box::new(there.select(Vec::new(), Some(same)))))
    }

    /// The identifier of one side as an output.
    pub(crate) fn output(&self, expr: Expr, model: &Model) -> Output {
        Output { expr, kind: model.identifier().kind }
    }
}

/// The column of the side from which a link is followed, and that of the other.
pub(crate) const fn pair_columns(link: &Link, way: Way) -> (&'static str, &'static str) {
    let descriptor = link.descriptor;
    match way {
        Way::Forward => (descriptor.source_column, descriptor.target_column),
        Way::Backward => (descriptor.target_column, descriptor.source_column),
    }
}
