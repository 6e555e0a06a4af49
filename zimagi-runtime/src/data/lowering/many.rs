//! Values that a record has many of: what they are made into, and the records at the far end of a path.

use zimagi_spec::descriptor::ScalarKind;

use super::super::path::{ResolvedPath, Step};
use super::super::sql::{Expr, Output, Select};
use super::{Lowering, Place, all_of};
use crate::data::question::aggregate::Aggregate;
use crate::data::question::condition::Condition;

impl Lowering<'_> {
    /// One value for each record, made of all values that a path leads to.
    pub(crate) fn summary(
        &mut self,
        at: Place<'_>,
        path: &ResolvedPath<'_>,
        (aggregate, kind): (Aggregate, ScalarKind),
    ) -> Expr {
        let (many, single) = path.split_many();
        let Some(last) = many.last() else {
            return Expr::aggregate(aggregate, path.field.kind, self.value(at, path));
        };
        let there = self.place(last.to());
        let value = self.follow(there, single, path.field);
        let filter = self.reached(at, many, there);
        let expr = Expr::aggregate(aggregate, path.field.kind, value);
        Expr::Scalar(Box::new(there.select(vec![Output { expr, kind }], Some(filter))))
    }

    /// A query over the values that a path leads to from the records that fulfil a condition, each value once for each record that
    /// has it; and the value.
    pub(crate) fn ends(&mut self, path: &ResolvedPath<'_>, condition: &Condition<'_>) -> (Select, Expr) {
        let (many, single) = path.split_many();
        let Some(last) = many.last() else {
            let place = self.place(path.root);
            let value = self.value(place, path);
            let filter = self.condition(place, condition);
            return (place.select(Vec::new(), (filter != Expr::And(Vec::new())).then_some(filter)), value);
        };
        let (root, there) = (self.place(path.root), self.place(last.to()));
        let value = self.follow(there, single, path.field);
        let condition = self.condition(root, condition);
        let mut parts = vec![self.reached(root, many, there)];
        parts.extend((condition != Expr::And(Vec::new())).then_some(condition));
        let filter = Expr::Exists(Box::new(root.select(Vec::new(), Some(all_of(parts)))));
        (there.select(Vec::new(), Some(filter)), value)
    }

    /// That the steps lead from one record to another.
    fn reached(&mut self, here: Place<'_>, steps: &[Step<'_>], there: Place<'_>) -> Expr {
        let (last, before) = steps.split_last().expect("a path to many records has steps");
        let Some(previous) = before.last() else { return self.join(here, there, *last) };
        let between = self.place(previous.to());
        let parts = vec![self.join(between, there, *last), self.reached(here, before, between)];
        Expr::Exists(Box::new(between.select(Vec::new(), Some(Expr::And(parts)))))
    }
}
