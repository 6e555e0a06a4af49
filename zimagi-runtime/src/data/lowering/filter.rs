//! Conditions as expressions.
//!
//! SQL's third answer, "unknown", never reaches a negation: what is not true is false, on every database.

use super::super::catalogue::{Field, Model};
use super::super::path::Step;
use super::super::sql::Expr;
use super::super::typed::Test;
use super::test::lower_test;
use super::{End, Lowering, PairsPlace, Place, Shape, all_of, any_of};
use crate::data::question::condition::Condition;

impl Lowering<'_> {
    /// The condition on the records of a table.
    pub(crate) fn condition(&mut self, at: Place<'_>, condition: &Condition<'_>) -> Expr {
        self.lower(at, condition, Sense::Holds)
    }

    fn lower(&mut self, at: Place<'_>, condition: &Condition<'_>, sense: Sense) -> Expr {
        match condition {
            Condition::Test(..) => self.lower_all(at, std::slice::from_ref(condition), sense),
            Condition::All(conditions) => self.lower_all(at, conditions, sense),
            Condition::Any(conditions) => {
                let parts = conditions.iter().map(|condition| self.lower(at, condition, sense)).collect();
                sense.join_any(parts)
            }
            Condition::Not(condition) => self.lower(at, condition, sense.opposite()),
        }
    }

    fn lower_all(&mut self, at: Place<'_>, conditions: &[Condition<'_>], sense: Sense) -> Expr {
        let leaves = conditions.iter().filter_map(Leaf::of).collect();
        let mut parts: Vec<_> = self.group(at, leaves).into_iter().map(|atom| atom.in_sense(sense)).collect();
        for condition in conditions {
            match condition {
                Condition::Test(..) => {}
                Condition::All(_) | Condition::Any(_) | Condition::Not(_) => {
                    parts.push(self.lower(at, condition, sense))
                }
            }
        }
        sense.join_all(parts)
    }

    /// Tests that begin with the same relation become one sub-query.
    fn group(&mut self, at: Place<'_>, mut leaves: Vec<Leaf<'_, '_>>) -> Vec<Atom> {
        let mut atoms = Vec::new();
        while !leaves.is_empty() {
            let leaf = leaves.remove(0);
            let Some((step, _)) = leaf.steps.split_first() else {
                atoms.extend(own_atom(at, leaf));
                continue;
            };
            if *leaf.test == Test::IsNull {
                let some = self.related(at, *step, vec![Leaf { test: &Test::HasValue, ..leaf }.rest()]);
                atoms.push(Atom::sure(some.in_sense(Sense::Fails)));
                continue;
            }
            let (same, others) = leaves.into_iter().partition(|other| other.starts_with(*step));
            leaves = others;
            let inner = [leaf].into_iter().chain(same).map(Leaf::rest).collect();
            atoms.push(self.related(at, *step, inner));
        }
        atoms
    }

    fn related(&mut self, here: Place<'_>, step: Step<'_>, leaves: Vec<Leaf<'_, '_>>) -> Atom {
        let (tested, matched, end) = match step {
            Step::Forward { field, to } => (field, to.identifier(), End::One),
            Step::Backward { field, .. } => (here.model.identifier(), field, End::Many),
            Step::Paired { link, way, to } => {
                let pairs = self.pairs(link, way);
                return self.paired(here, (pairs, to), leaves);
            }
        };
        let asks_each = self.shape.asks_each(end);
        let there = self.place(step.to());
        let mut parts = self.inside(end, |inner| inner.all_of_leaves(there, leaves));
        if asks_each {
            parts.insert(0, Expr::equal(there.stored(matched), here.stored(tested)));
            return Atom::sure(Expr::Exists(Box::new(there.select(Vec::new(), Some(all_of(parts))))));
        }
        if matched.is_nullable() {
            parts.push(has_value(there.stored(matched)));
        }
        let filter = (!parts.is_empty()).then(|| all_of(parts));
        let select = there.select(vec![there.stored_output(matched)], filter);
        Atom { expr: Expr::InSelect(Box::new(here.stored(tested)), Box::new(select)), unknown: unknown(here, tested) }
    }

    /// Tests of linked records: those of their identifiers ask the pairs alone.
    fn paired(&mut self, here: Place<'_>, (pairs, to): (PairsPlace<'_>, &Model), leaves: Vec<Leaf<'_, '_>>) -> Atom {
        let (own, others): (Vec<_>, Vec<_>) = leaves.into_iter().partition(|leaf| leaf.is_of(to.identifier()));
        let mut parts: Vec<Expr> = own.into_iter().filter_map(|leaf| side_test(pairs, leaf)).collect();
        let asks_each = self.shape.asks_each(End::Many);
        if !others.is_empty() {
            parts.push(self.inside(End::Many, |inner| inner.far_records(pairs, to, others)));
        }
        let identifier = here.model.identifier();
        if asks_each {
            parts.insert(0, Expr::equal(pairs.near(), here.stored(identifier)));
            return Atom::sure(Expr::Exists(Box::new(pairs.select(Vec::new(), Some(all_of(parts))))));
        }
        if pairs.may_lack_sides() {
            parts.push(has_value(pairs.near()));
        }
        let filter = (!parts.is_empty()).then(|| all_of(parts));
        let select = pairs.select(vec![pairs.output(pairs.near(), here.model)], filter);
        Atom::sure(Expr::InSelect(Box::new(here.stored(identifier)), Box::new(select)))
    }

    /// That the record at the far side of a pair passes tests.
    fn far_records(&mut self, pairs: PairsPlace<'_>, to: &Model, leaves: Vec<Leaf<'_, '_>>) -> Expr {
        let there = self.place(to);
        let mut parts = self.all_of_leaves(there, leaves);
        if self.shape.asks_each(End::One) {
            parts.insert(0, Expr::equal(there.stored(to.identifier()), pairs.far()));
            return Expr::Exists(Box::new(there.select(Vec::new(), Some(all_of(parts)))));
        }
        let filter = (!parts.is_empty()).then(|| all_of(parts));
        let select = there.select(vec![there.stored_output(to.identifier())], filter);
        Expr::InSelect(Box::new(pairs.far()), Box::new(select))
    }

    /// Lowers the inside of a sub-query: in one that is asked once, everything is.
    fn inside<T>(&mut self, end: End, lower: impl FnOnce(&mut Self) -> T) -> T {
        let outer = self.shape;
        if !outer.asks_each(end) {
            self.shape = Shape::Membership;
        }
        let lowered = lower(self);
        self.shape = outer;
        lowered
    }

    fn all_of_leaves(&mut self, at: Place<'_>, leaves: Vec<Leaf<'_, '_>>) -> Vec<Expr> {
        self.group(at, leaves).into_iter().map(|atom| atom.in_sense(Sense::Holds)).collect()
    }
}

/// Whether a condition must hold or must not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sense {
    Holds,
    Fails,
}

impl Sense {
    const fn opposite(self) -> Self {
        match self {
            Self::Holds => Self::Fails,
            Self::Fails => Self::Holds,
        }
    }

    /// Parts in this sense, all of which were meant to hold.
    fn join_all(self, parts: Vec<Expr>) -> Expr {
        match self {
            Self::Holds => all_of(parts),
            Self::Fails => any_of(parts),
        }
    }

    /// Parts in this sense, one of which was meant to hold.
    fn join_any(self, parts: Vec<Expr>) -> Expr {
        self.opposite().join_all(parts)
    }
}

/// A test and the relations that are still to be followed.
#[derive(Debug, Clone, Copy)]
struct Leaf<'a, 'c> {
    steps: &'a [Step<'c>],
    field: &'c Field,
    test: &'a Test,
}

impl<'a, 'c> Leaf<'a, 'c> {
    fn of(condition: &'a Condition<'c>) -> Option<Self> {
        match condition {
            Condition::Test(path, test) => Some(Self { steps: &path.steps, field: path.field, test }),
            Condition::All(_) | Condition::Any(_) | Condition::Not(_) => None,
        }
    }

    fn rest(self) -> Self {
        Self { steps: &self.steps[1..], ..self }
    }

    /// Whether it is a test of this field, with no relation before it.
    fn is_of(&self, field: &Field) -> bool {
        self.steps.is_empty() && std::ptr::eq(self.field, field)
    }

    fn starts_with(&self, step: Step<'_>) -> bool {
        *self.test != Test::IsNull && self.steps.first().is_some_and(|first| first.is(step))
    }
}

/// An expression, and when it is neither true nor false.
#[derive(Debug)]
struct Atom {
    expr: Expr,
    unknown: Option<Expr>,
}

impl Atom {
    const fn sure(expr: Expr) -> Self {
        Self { expr, unknown: None }
    }

    fn in_sense(self, sense: Sense) -> Expr {
        match (sense, self.unknown) {
            (Sense::Holds, _) => self.expr,
            (Sense::Fails, None) => Expr::Not(Box::new(self.expr)),
            (Sense::Fails, Some(unknown)) => Expr::Or(vec![unknown, Expr::Not(Box::new(self.expr))]),
        }
    }
}

/// A test of a column; none if it always holds.
fn own_atom(at: Place<'_>, leaf: Leaf<'_, '_>) -> Option<Atom> {
    let field = leaf.field;
    if let Some(is_met) = at.is_met(field) {
        return Some(met_atom(at, leaf, is_met));
    }
    match leaf.test {
        Test::IsNull => Some(Atom::sure(Expr::IsNull(Box::new(at.column(field))))),
        Test::HasValue => Some(Atom::sure(has_value(at.column(field)))),
        test => Some(Atom { expr: lower_test(at.column(field), field, test), unknown: unknown(at, field) }),
    }
}

/// A test of a relation whose record may not be met, which is as if there were none. The column is tested as it is stored, so that its
/// index serves.
fn met_atom(at: Place<'_>, leaf: Leaf<'_, '_>, is_met: Expr) -> Atom {
    let is_lacking = Expr::Not(Box::new(is_met.clone()));
    match leaf.test {
        Test::IsNull => Atom::sure(is_lacking),
        Test::HasValue => Atom::sure(is_met),
        test => {
            let passes = lower_test(at.stored(leaf.field), leaf.field, test);
            Atom { expr: Expr::And(vec![passes, is_met]), unknown: Some(is_lacking) }
        }
    }
}

/// A test of the identifier at the far side of a pair; none if it always holds.
fn side_test(pairs: PairsPlace<'_>, leaf: Leaf<'_, '_>) -> Option<Expr> {
    match leaf.test {
        Test::HasValue => pairs.may_lack_sides().then(|| has_value(pairs.far())),
        test => Some(lower_test(pairs.far(), leaf.field, test)),
    }
}

pub(super) fn has_value(column: Expr) -> Expr {
    Expr::Not(Box::new(Expr::IsNull(Box::new(column))))
}

fn unknown(at: Place<'_>, field: &Field) -> Option<Expr> {
    field.is_nullable().then(|| Expr::IsNull(Box::new(at.stored(field))))
}
