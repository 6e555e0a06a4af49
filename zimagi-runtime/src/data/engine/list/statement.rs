//! The statements of a list: its page, and its total.

use zimagi_spec::descriptor::ScalarKind;

use super::super::super::lowering::{Lowering, Shape};
use super::super::super::sql::{Expr, OrderTerm, Output, Select};
use super::super::cursor::Cursor;
use super::super::keyset::{Side, beside};
use super::Listing;
use super::start::Total;

impl Listing<'_> {
    /// So many records behind a number of others.
    pub(super) fn page_select(&self, offset: u64, limit: u64) -> Select {
        let mut select = self.rows_select(None);
        select.limit = Some(limit);
        select.offset = Some(offset);
        select
    }

    /// So many records beside one, read away from it.
    pub(super) fn cursor_select(&self, cursor: &Cursor, limit: u64) -> Select {
        let mut select = self.rows_select(Some(cursor));
        select.limit = Some(limit);
        if cursor.side == Side::Before {
            select.order = select.order.into_iter().map(OrderTerm::reversed).collect();
        }
        select
    }

    /// How many records there are.
    pub(super) fn total_select(&self) -> Select {
        self.all_select(vec![Output { expr: Expr::CountAll, kind: ScalarKind::Integer }])
    }

    /// All records, as something whose rows a database can estimate.
    pub(super) fn all_select(&self, outputs: Vec<Output>) -> Select {
        let mut lowering = Lowering::new(self.view, Shape::Membership);
        let place = lowering.place(self.model);
        let filter = lowering.condition(place, &self.condition);
        place.select(outputs, filter_of(filter))
    }

    fn rows_select(&self, cursor: Option<&Cursor>) -> Select {
        let shape = if self.total == Total::Exact { Shape::Counted } else { Shape::Correlated };
        let mut lowering = Lowering::new(self.view, shape);
        let place = lowering.place(self.model);
        let (mut outputs, joins) = self.layout.outputs(&mut lowering, place);
        let filter = lowering.condition(place, &self.condition);
        let order: Vec<OrderTerm> = self.ordering.iter().map(|order| lowering.order(place, order)).collect();
        // What the page does not show of a record's place in the order stands behind what it shows.
        let width = outputs.len();
        for ((term, resolved), _) in
            order.iter().zip(&self.ordering).zip(&self.marks).filter(|(_, cell)| **cell >= width)
        {
            outputs.push(Output { expr: term.expr.clone(), kind: resolved.path.field.kind });
        }
        let beside = |cursor: &Cursor| beside(cursor.side, &order, &self.ordering, &cursor.marks);
        let beside = cursor.filter(|cursor| !cursor.marks.is_empty()).map(beside);
        let filter = match (filter_of(filter), beside) {
            (Some(filter), Some(beside)) => Some(Expr::And(vec![filter, beside])),
            (filter, beside) => filter.or(beside),
        };
        Select { joins, order, ..place.select(outputs, filter) }
    }
}

/// No filter is said by saying nothing.
fn filter_of(filter: Expr) -> Option<Expr> {
    (filter != Expr::And(Vec::new())).then_some(filter)
}
