//! Going on from a record: the condition that only the records on one side of it in an order fulfil.

use zimagi_spec::descriptor::{Direction, ScalarKind};

use super::super::lowering::{all_of, any_of};
use super::super::sql::{Bind, Comparison, Expr, Nulls, OrderTerm};
use super::super::value::Value;
use crate::data::question::ordering::ResolvedOrder;

/// On which side of a record others are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// They come later in the order.
    Behind,
    /// They come earlier.
    Before,
}

/// Holds for the records on one side of the record that had these values where the order goes by.
pub(super) fn beside(side: Side, order: &[OrderTerm], ordering: &[ResolvedOrder<'_>], values: &[Value]) -> Expr {
    let steps = order.iter().zip(ordering).zip(values);
    let marks = steps.map(|((term, resolved), value)| Mark { side, term, kind: resolved.path.field.kind, value });
    let marks: Vec<_> = marks.collect();
    let ways = marks.iter().enumerate().filter_map(|(place, mark)| {
        let mut parts: Vec<Expr> = marks[..place].iter().map(Mark::same).collect();
        parts.push(mark.further()?);
        Some(all_of(parts))
    });
    let beside = any_of(ways.collect());
    // The same said of the first step alone gives an index somewhere to start.
    match marks.first().and_then(Mark::not_nearer).filter(|_| marks.len() > 1) {
        Some(start) => Expr::And(vec![start, beside]),
        None => beside,
    }
}

/// One step of an order with the value that the record had there.
#[derive(Debug, Clone, Copy)]
struct Mark<'a> {
    side: Side,
    term: &'a OrderTerm,
    kind: ScalarKind,
    value: &'a Value,
}

impl Mark<'_> {
    fn same(&self) -> Expr {
        if self.is_null() {
            return self.null();
        }
        self.compare(Comparison::Equal)
    }

    /// Nulls are last: nothing is behind one, and everything else is before it.
    fn further(&self) -> Option<Expr> {
        match (self.side, self.is_null()) {
            (Side::Behind, true) => None,
            (Side::Before, true) => Some(Expr::Not(Box::new(self.null()))),
            (Side::Behind, false) if self.term.nulls != Nulls::Impossible => {
                Some(Expr::Or(vec![self.compare(self.away().0), self.null()]))
            }
            (Side::Behind | Side::Before, false) => Some(self.compare(self.away().0)),
        }
    }

    fn not_nearer(&self) -> Option<Expr> {
        let has_no_nulls = self.side == Side::Before || self.term.nulls == Nulls::Impossible;
        (has_no_nulls && !self.is_null()).then(|| self.compare(self.away().1))
    }

    /// The comparisons that lead away from the record to the side: without the record's own value, and with it.
    const fn away(&self) -> (Comparison, Comparison) {
        match (self.side, self.term.direction) {
            (Side::Behind, Direction::Ascending) | (Side::Before, Direction::Descending) => {
                (Comparison::Greater, Comparison::GreaterOrEqual)
            }
            (Side::Behind, Direction::Descending) | (Side::Before, Direction::Ascending) => {
                (Comparison::Less, Comparison::LessOrEqual)
            }
        }
    }

    fn is_null(&self) -> bool {
        *self.value == Value::Null
    }

    fn null(&self) -> Expr {
        Expr::IsNull(Box::new(self.term.expr.clone()))
    }

    fn compare(&self, comparison: Comparison) -> Expr {
        let bind = Expr::Bind(Bind { value: self.value.clone(), kind: self.kind });
        Expr::Compare(Box::new(self.term.expr.clone()), comparison, Box::new(bind))
    }
}
