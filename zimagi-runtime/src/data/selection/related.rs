//! Reading the records that relations to many lead to: one statement for each relation and page.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::lower::Reading;
use super::{Chosen, Related, Selection, Shown};
use crate::data::error::DataError;
use crate::data::lowering::{Lowering, PairsPlace, Place, Shape};
use crate::data::mistake::QueryMistake;
use crate::data::path::{Step, key};
use crate::data::question::lookup::LIST_MAX;
use crate::data::question::ordering::resolve_ordering;
use crate::data::session::{Row, Session};
use crate::data::sql::{Bind, Cut, Expr, Join, OrderTerm, Output, Select};
use crate::data::value::Value;
use crate::data::view::View;

/// The cells of related records: for each relation to many by the identifier of the record that has them, in their order. There may
/// be one more than is shown.
#[derive(Debug, Default)]
pub(crate) struct RelatedRows {
    pub(super) by_relation: Vec<HashMap<Value, Vec<Vec<Value>>>>,
}

/// For each relation the records whose related ones are still to be read.
type Open<'s, 'c> = BTreeMap<usize, (&'s Related<'c>, Vec<Value>)>;

impl Selection<'_> {
    /// What the relations to many of some rows lead to.
    ///
    /// # Errors
    ///
    /// If there are more related records than one answer may show.
    pub(crate) async fn read_related(&self, session: &mut Session, rows: &[Row]) -> Result<RelatedRows, DataError> {
        let mut found = RelatedRows { by_relation: vec![HashMap::new(); self.many] };
        let mut open = Open::new();
        for row in rows {
            let (identifier, cells) = self.parts(&row.cells);
            self.record.open(identifier, cells, &mut open);
        }
        let mut total = 0;
        // What hangs on related records has a larger number than their relation.
        while let Some((index, (related, mut holders))) = open.pop_first() {
            let mut seen = HashSet::new();
            holders.retain(|holder| seen.insert(holder.clone()));
            for holders in holders.chunks(LIST_MAX) {
                let rows = session.rows(&related.select(self.view, holders)).await?;
                total += rows.len();
                let limit = self.view.limits().require_related(total);
                limit.map_err(|fault| DataError::Query(vec![QueryMistake::new("fields", fault)]))?;
                gather(rows, &mut found.by_relation[index]);
            }
            let shown = self.view.limits().related_max;
            for cells in found.by_relation[index].values().flat_map(|rows| rows.iter().take(shown)) {
                related.record.open(&cells[0], &cells[1..], &mut open);
            }
        }
        Ok(found)
    }
}

/// Sorts rows to the records that have them. Pairs that are records of a model may say the same twice.
fn gather(rows: Vec<Row>, found: &mut HashMap<Value, Vec<Vec<Value>>>) {
    for row in rows {
        let mut cells = row.cells.into_iter();
        let Some(holder) = cells.next() else { continue };
        let cells: Vec<Value> = cells.collect();
        let others = found.entry(holder).or_default();
        if others.last().is_none_or(|other| other[0] != cells[0]) {
            others.push(cells);
        }
    }
}

impl<'c> Chosen<'c> {
    /// Notes which related records a row of this record asks for.
    fn open<'s>(&'s self, identifier: &Value, cells: &[Value], open: &mut Open<'s, 'c>) {
        let mut rest = cells;
        for member in &self.members {
            let (own, others) = rest.split_at(member.shown.width());
            rest = others;
            match &member.shown {
                Shown::Value(_) | Shown::Made(..) | Shown::Address => {}
                Shown::One(_) if own[0] == Value::Null => {}
                Shown::One(related) => related.record.open(&own[0], &own[1..], open),
                Shown::Many(related) => {
                    open.entry(related.index).or_insert_with(|| (related, Vec::new())).1.push(identifier.clone());
                }
            }
        }
    }
}

/// The tables that tell which records belong to which.
struct Source<'c> {
    /// Where they are pairs.
    pairs: Option<PairsPlace<'c>>,
    /// Where the related records are.
    at: Place<'c>,
    joins: Vec<Join>,
    near: Output,
    /// The identifier of the related record.
    far: Expr,
}

impl Source<'_> {
    /// A query for related records, which meets only those that exist for the caller.
    fn select(&self, outputs: Vec<Output>, filter: Expr) -> Select {
        match &self.pairs {
            Some(pairs) => pairs.select(outputs, Some(filter)),
            None => self.at.select(outputs, Some(filter)),
        }
    }
}

impl<'c> Related<'c> {
    /// The record that has them, the identifier of each, and what is shown of it.
    fn select(&self, view: View<'c>, holders: &[Value]) -> Select {
        let mut lowering = Lowering::new(view, Shape::Correlated);
        let mut source = self.source(view, &mut lowering);
        let order = self.order(view, &source, &mut lowering);
        let mut reading = Reading::new(&mut lowering);
        reading.joins = std::mem::take(&mut source.joins);
        reading.outputs.push(source.near.clone());
        reading.outputs.push(Output { expr: source.far.clone(), kind: self.record.model.identifier().kind });
        reading.members(&self.record, source.at, &source.far);
        let Reading { joins, outputs, .. } = reading;
        let binds = holders.iter().map(|value| Bind { value: value.clone(), kind: source.near.kind }).collect();
        let mut filter = vec![Expr::In(Box::new(source.near.expr.clone()), binds)];
        if source.pairs.is_some_and(|pairs| pairs.may_lack_sides()) {
            filter.push(Expr::Not(Box::new(Expr::IsNull(Box::new(source.far.clone())))));
        }
        let select = source.select(outputs, Expr::And(filter));
        let limits = view.limits();
        // One more tells that there are more.
        let cut = Some(Cut { by: source.near.expr, rows: limits.related_max + 1 });
        let limit = Some(limits.related_total_max as u64 + 1);
        Select { joins, order, cut, limit, ..select }
    }

    /// What ties records to others does not change on the way to the model that has the relation: those are the same records.
    fn source(&self, view: View<'c>, lowering: &mut Lowering<'c>) -> Source<'c> {
        match *self.steps.last().expect("a relation is a step") {
            Step::Paired { link, way, to } => {
                let pairs = lowering.pairs(link, way);
                let at = lowering.place(to);
                let needs_row = self.record.needs_row() || key(view, to).is_some();
                let join = || at.joined(Expr::equal(at.stored(to.identifier()), pairs.far()));
                let joins = needs_row.then(join).into_iter().collect();
                let near = Output { expr: pairs.near(), kind: self.from.identifier().kind };
                Source { pairs: Some(pairs), at, joins, near, far: pairs.far() }
            }
            Step::Backward { from, field } | Step::Forward { field, to: from } => {
                let at = lowering.place(from);
                let (near, far) = (at.stored_output(field), at.stored(from.identifier()));
                Source { pairs: None, at, joins: Vec::new(), near, far }
            }
        }
    }

    /// Linked records come in the order of what people read, those that refer to a record in that of their lists.
    fn order(&self, view: View<'c>, source: &Source<'c>, lowering: &mut Lowering<'c>) -> Vec<OrderTerm> {
        let model = self.record.model;
        if let Some(Step::Paired { .. }) = self.steps.last() {
            let key = key(view, model).map(|key| lowering.value(source.at, &key));
            return key.into_iter().chain([source.far.clone()]).map(OrderTerm::ascending).collect();
        }
        let ordering = resolve_ordering(view, model, None, &mut Vec::new());
        ordering.iter().map(|order| lowering.order(source.at, order)).collect()
    }
}
