//! Members as outputs of a statement; records that are one for each record as tables beside its own.

use super::{Chosen, Related, Selection, Shown};
use crate::data::lowering::{Lowering, Place};
use crate::data::path::Step;
use crate::data::sql::{Expr, Join, Output};

/// What a statement reads.
#[derive(Debug)]
pub(crate) struct Reading<'l, 'c> {
    pub(super) lowering: &'l mut Lowering<'c>,
    pub(crate) joins: Vec<Join>,
    pub(crate) outputs: Vec<Output>,
}

impl<'c> Selection<'c> {
    /// What to read, in the order that the cells are expected in.
    pub(crate) fn lower<'l>(&self, lowering: &'l mut Lowering<'c>, at: Place<'c>) -> Reading<'l, 'c> {
        let mut reading = Reading::new(lowering);
        if self.has_mark() {
            reading.outputs.push(at.output(at.model.identifier()));
        }
        reading.members(&self.record, at, &at.column(at.model.identifier()));
        reading
    }
}

impl<'l, 'c> Reading<'l, 'c> {
    pub(super) const fn new(lowering: &'l mut Lowering<'c>) -> Self {
        Self { lowering, joins: Vec::new(), outputs: Vec::new() }
    }

    /// The members of a record, of which the identifier is known without its row.
    pub(super) fn members(&mut self, record: &Chosen<'c>, at: Place<'c>, identifier: &Expr) {
        for member in &record.members {
            match &member.shown {
                Shown::Value(path) if record.is_identifier(path) => {
                    self.outputs.push(Output { expr: identifier.clone(), kind: path.field.kind });
                }
                Shown::Value(path) => self.outputs.push(self.lowering.output(at, path)),
                Shown::Made(path, made) => {
                    let expr = self.lowering.summary(at, path, *made);
                    self.outputs.push(Output { expr, kind: made.1 });
                }
                Shown::Address | Shown::Many(_) => {}
                Shown::One(related) => self.one(related, at),
            }
        }
    }

    /// A record beside the one at hand. Where only its identifier is shown the referring column is enough.
    fn one(&mut self, related: &Related<'c>, at: Place<'c>) {
        let (last, before) = related.steps.split_last().expect("a relation is a step");
        let here = before.iter().fold(at, |here, step| self.beside(here, *step));
        let to = last.to();
        let (there, identifier) = match last {
            Step::Forward { field, .. } if !related.record.needs_row() => (self.lowering.place(to), here.column(field)),
            Step::Forward { field, .. } => (self.beside(here, *last), here.column(field)),
            Step::Backward { .. } | Step::Paired { .. } => {
                let there = self.beside(here, *last);
                (there, there.column(to.identifier()))
            }
        };
        self.outputs.push(Output { expr: identifier.clone(), kind: to.identifier().kind });
        self.members(&related.record, there, &identifier);
    }

    /// Brings in the table of the record that a step leads to.
    fn beside(&mut self, here: Place<'c>, step: Step<'c>) -> Place<'c> {
        let there = self.lowering.place(step.to());
        let on = self.lowering.join(here, there, step);
        self.joins.push(there.joined(on));
        there
    }
}
