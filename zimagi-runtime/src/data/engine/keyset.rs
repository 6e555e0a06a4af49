//! Going on after a record: the condition that only the records behind it in an order fulfil.

use zimagi_spec::descriptor::{Direction, ScalarKind};

use super::super::lowering::{all_of, any_of};
use super::super::sql::{Bind, Comparison, Expr, Nulls, OrderTerm};
use super::super::value::Value;

/// One step of an order with the value that the last record had there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark<'a> {
    pub(super) term: &'a OrderTerm,
    pub(super) kind: ScalarKind,
    pub(super) value: &'a Value,
}

/// Holds for the records behind the marks.
pub(super) fn behind(marks: &[Mark<'_>]) -> Expr {
    let ways = marks.iter().enumerate().filter_map(|(place, mark)| {
        let mut parts: Vec<Expr> = marks[..place].iter().map(Mark::same).collect();
        parts.push(mark.later()?);
        Some(all_of(parts))
    });
    let behind = any_of(ways.collect());
    // The same said of the first step alone gives an index somewhere to start.
    match marks.first().and_then(Mark::not_earlier).filter(|_| marks.len() > 1) {
        Some(start) => Expr::And(vec![start, behind]),
        None => behind,
    }
}

impl Mark<'_> {
    fn same(&self) -> Expr {
        if *self.value == Value::Null {
            return Expr::IsNull(Box::new(self.term.expr.clone()));
        }
        self.compare(Comparison::Equal)
    }

    /// Nulls are last, so nothing is behind one.
    fn later(&self) -> Option<Expr> {
        if *self.value == Value::Null {
            return None;
        }
        let later = self.compare(match self.term.direction {
            Direction::Ascending => Comparison::Greater,
            Direction::Descending => Comparison::Less,
        });
        Some(match self.term.nulls {
            Nulls::Impossible => later,
            Nulls::Possible => Expr::Or(vec![later, Expr::IsNull(Box::new(self.term.expr.clone()))]),
        })
    }

    fn not_earlier(&self) -> Option<Expr> {
        let is_certain = self.term.nulls == Nulls::Impossible && *self.value != Value::Null;
        is_certain.then(|| {
            self.compare(match self.term.direction {
                Direction::Ascending => Comparison::GreaterOrEqual,
                Direction::Descending => Comparison::LessOrEqual,
            })
        })
    }

    fn compare(&self, comparison: Comparison) -> Expr {
        let bind = Expr::Bind(Bind { value: self.value.clone(), kind: self.kind });
        Expr::Compare(Box::new(self.term.expr.clone()), comparison, Box::new(bind))
    }
}
