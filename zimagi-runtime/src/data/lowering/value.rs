//! Values that a record has once, also over relations, as expressions; and orders over them.

use super::super::catalogue::Field;
use super::super::path::{ResolvedPath, Step};
use super::super::sql::{Expr, Nulls, OrderTerm, Output};
use super::{Lowering, Place};
use crate::data::question::ordering::ResolvedOrder;

impl Lowering<'_> {
    /// What a path leads to; relations become sub-queries with one row.
    pub(crate) fn value(&mut self, at: Place<'_>, path: &ResolvedPath<'_>) -> Expr {
        self.follow(at, &path.steps, path.field)
    }

    pub(crate) fn output(&mut self, at: Place<'_>, path: &ResolvedPath<'_>) -> Output {
        Output { expr: self.value(at, path), kind: path.field.kind }
    }

    pub(crate) fn order(&mut self, at: Place<'_>, order: &ResolvedOrder<'_>) -> OrderTerm {
        let nulls = if self.rows.may_lack(&order.path) { Nulls::Last } else { Nulls::Impossible };
        OrderTerm { expr: self.value(at, &order.path), direction: order.direction, nulls }
    }

    pub(super) fn follow(&mut self, at: Place<'_>, steps: &[Step<'_>], field: &Field) -> Expr {
        let Some((step, rest)) = steps.split_first() else { return at.column(field) };
        let there = self.place(step.to());
        let kind = field.kind;
        let expr = self.follow(there, rest, field);
        let join = self.join(at, there, *step);
        Expr::Scalar(Box::new(there.select(vec![Output { expr, kind }], Some(join))))
    }

    /// What ties the records of a step's two ends together.
    pub(crate) fn join(&mut self, here: Place<'_>, there: Place<'_>, step: Step<'_>) -> Expr {
        match step {
            Step::Forward { field, to } => Expr::equal(there.stored(to.identifier()), here.stored(field)),
            Step::Backward { field, .. } => Expr::equal(there.stored(field), here.stored(here.model.identifier())),
            Step::Paired { link, way, to } => {
                let pairs = self.pairs(link, way);
                let of_here = Expr::equal(pairs.near(), here.stored(here.model.identifier()));
                let of_there = Expr::equal(pairs.far(), there.stored(to.identifier()));
                Expr::Exists(Box::new(pairs.select(Vec::new(), Some(Expr::And(vec![of_here, of_there])))))
            }
        }
    }
}
