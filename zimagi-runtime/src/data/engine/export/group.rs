//! The statement that reads one group of rows.

use super::super::keyset::{Side, beside};
use super::Export;
use crate::data::lowering::{Lowering, Shape};
use crate::data::sql::{Expr, OrderTerm, Output, Select};
use crate::data::value::Value;

impl Export<'_> {
    /// At most so many rows, behind the marks if there are some: the columns, then what the order goes by.
    pub(super) fn select(&self, limit: u64, marks: Option<&[Value]>) -> Select {
        let mut lowering = Lowering::new(self.view, Shape::Correlated);
        let place = lowering.place(self.model);
        let mut outputs: Vec<_> = self.columns.iter().map(|column| column.output(&mut lowering, place)).collect();
        let mut filter = match lowering.condition(place, &self.condition) {
            Expr::And(parts) => parts,
            other => vec![other],
        };
        let order: Vec<OrderTerm> = self.ordering.iter().map(|order| lowering.order(place, order)).collect();
        filter.extend(marks.map(|marks| beside(Side::Behind, &order, &self.ordering, marks)));
        for (term, resolved) in order.iter().zip(&self.ordering) {
            outputs.push(Output { expr: term.expr.clone(), kind: resolved.path.field.kind });
        }
        let mut select = place.select(outputs, (!filter.is_empty()).then_some(Expr::And(filter)));
        select.order = order;
        select.limit = Some(limit);
        select
    }
}
