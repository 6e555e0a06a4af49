//! The row of a record in full: what it holds itself, and beside it the records that its relations refer to, by one statement.
//!
//! How fields are written, and what else a record shows (links, what refers to it), is not known here.

use super::super::catalogue::Model;
use super::super::error::DataError;
use super::super::json::{ItemLayout, Linked, Urls};
use super::super::lowering::{Lowering, Shape};
use super::super::path::{ResolvedPath, Step, members};
use super::super::session::Session;
use super::super::value::Value;
use super::super::view::View;
use crate::data::question::condition::field_equals;

/// What is read of a record.
pub(super) struct FullRow<'c> {
    members: Vec<Member<'c>>,
}

/// A field, and how the record that it refers to is read, if that stands in the same row.
struct Member<'c> {
    path: ResolvedPath<'c>,
    beside: Option<ItemLayout<'c>>,
}

/// A field of the record, its value, and the cells of the record that it refers to.
pub(super) struct Held<'r, 'c> {
    pub(super) path: &'r ResolvedPath<'c>,
    pub(super) value: Value,
    pub(super) beside: Option<Beside<'r, 'c>>,
}

/// A record that another refers to.
pub(super) struct Beside<'r, 'c> {
    layout: &'r ItemLayout<'c>,
    cells: Vec<Value>,
}

/// A statement joins so many tables at most: MariaDB takes 61. Records beyond are read by themselves.
const BESIDE_MAX: usize = 24;

impl<'c> FullRow<'c> {
    pub(super) fn new(view: View<'c>, model: &'c Model) -> Self {
        let mut open = BESIDE_MAX;
        let members = members(view, model).into_iter().map(|path| {
            let beside = (open > 0).then(|| beside(view, &path)).flatten();
            open -= usize::from(beside.is_some());
            Member { path, beside }
        });
        Self { members: members.collect() }
    }

    /// The fields of the record with this identifier.
    pub(super) async fn read<'r>(
        &'r self,
        session: &mut Session,
        view: View<'c>,
        (model, identifier): (&'c Model, &Value),
    ) -> Result<Vec<Held<'r, 'c>>, DataError> {
        let mut lowering = Lowering::new(view, Shape::Correlated);
        let place = lowering.place(model);
        let (mut outputs, mut joins) = (Vec::new(), Vec::new());
        for Member { path, beside } in &self.members {
            outputs.push(lowering.output(place, path));
            if let Some(layout) = beside {
                let there = lowering.place(layout.model);
                let step = Step::Forward { field: path.field, to: layout.model };
                joins.push(there.joined(lowering.join(place, there, step)));
                outputs.extend(layout.outputs(&mut lowering, there));
            }
        }
        let filter = lowering.condition(place, &field_equals(model, model.identifier(), identifier.clone()));
        let mut select = place.select(outputs, Some(filter));
        select.joins = joins;
        let row = session.rows(&select).await?.into_iter().next().ok_or(DataError::NotFound)?;
        Ok(self.split(row.cells))
    }

    fn split<'r>(&'r self, cells: Vec<Value>) -> Vec<Held<'r, 'c>> {
        let mut cells = cells.into_iter();
        let held = self.members.iter().map(|Member { path, beside }| {
            let value = cells.next().unwrap_or(Value::Null);
            let beside = beside.as_ref();
            let beside = beside.map(|layout| Beside { layout, cells: cells.by_ref().take(layout.width()).collect() });
            Held { path, value, beside }
        });
        held.collect()
    }
}

impl Beside<'_, '_> {
    /// Appends the record as an item of a list.
    pub(super) fn write(&self, out: &mut Vec<u8>, urls: Urls<'_>) {
        self.layout.write(out, urls, &self.cells, &Linked::none());
    }
}

/// The record that a field of the record itself refers to, unless that has links, which are statements of their own.
fn beside<'c>(view: View<'c>, path: &ResolvedPath<'c>) -> Option<ItemLayout<'c>> {
    let relation = path.field.relation.filter(|_| path.steps.is_empty())?;
    let layout = ItemLayout::new(view, view.catalogue().model(relation.target));
    layout.links.is_empty().then_some(layout)
}
