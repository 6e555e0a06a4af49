//! The table of a link within a statement: rows with two columns, of which no model knows.

use super::super::catalogue::{Link, Model};
use super::super::path::Way;
use super::super::sql::{Alias, Expr, Output, Select, Table};
use super::Lowering;

/// The table of a link's pairs within a statement, seen from one of its sides.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PairsPlace<'c> {
    link: &'c Link,
    way: Way,
    alias: Alias,
}

impl Lowering {
    /// Brings in the table of a link's pairs.
    pub(crate) const fn pairs<'c>(&mut self, link: &'c Link, way: Way) -> PairsPlace<'c> {
        PairsPlace { link, way, alias: self.next_alias() }
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

    pub(crate) const fn table(&self) -> Table {
        Table { name: self.link.descriptor.table, alias: self.alias }
    }

    /// A query from this table.
    pub(crate) const fn select(&self, outputs: Vec<Output>, filter: Option<Expr>) -> Select {
        Select::new(self.table(), outputs, filter)
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
