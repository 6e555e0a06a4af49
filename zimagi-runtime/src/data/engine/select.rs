//! Typed queries: records as the structs that were generated for them.

use zimagi_spec::descriptor::{ScalarKind, Store};

use super::super::error::DataError;
use super::super::lowering::{Lowering, Shape};
use super::super::mistake::{QueryFault, QueryMistake};
use super::super::path::NoSuchField;
use super::super::session::{Row as Cells, Session};
use super::super::sql::{Bind, Expr, Output, Select as Statement};
use super::super::typed::{Model as Record, Row, Select};
use super::super::value::Value;
use super::super::view::View;
use super::{Engine, require_viewable};
use crate::data::question::condition::{Condition, resolve_tree};
use crate::data::question::ordering::resolve_typed_ordering;
use crate::permit::Permit;

impl Engine {
    /// The records that a typed query finds. A relation that does not exist for the caller is null in them.
    ///
    /// # Errors
    ///
    /// If the query names a field that does not exist for the caller, or the struct needs one.
    pub(crate) async fn select<M: Record>(&self, permit: &Permit, query: Select<M>) -> Result<Vec<M>, DataError> {
        let view = self.view(permit);
        let model = require_viewable(view, M::NAME)?;
        let statement = lower_select(view, &query).map_err(unknown_field)?;
        records(view, self.db.rows(model.descriptor.store, &statement).await?)
    }
}

/// What [`Engine::select`] gives, inside a transaction on a store.
pub(in crate::data) async fn select_within<M: Record>(
    session: &mut Session,
    (view, store): (View<'_>, Store),
    query: Select<M>,
) -> Result<Vec<M>, DataError> {
    let model = require_viewable(view, M::NAME)?;
    if model.descriptor.store != store {
        return Err(DataError::Broken("a transaction on one store reads no records of another"));
    }
    let statement = lower_select(view, &query).map_err(unknown_field)?;
    records(view, session.rows(&statement).await?)
}

fn records<M: Record>(view: View<'_>, rows: Vec<Cells>) -> Result<Vec<M>, DataError> {
    require_shown::<M>(view, &rows)?;
    let records = rows.into_iter().map(|row| M::read(&mut Row::new(row.cells)));
    records.collect::<Result<_, _>>().map_err(|error| {
        tracing::error!(model = M::NAME, %error, "a record could not be read");
        DataError::Broken("a record does not fit the struct of its model")
    })
}

fn lower_select<M: Record>(view: View<'_>, query: &Select<M>) -> Result<Statement, NoSuchField> {
    let model = view.find_model(M::NAME).ok_or_else(|| no_such_field(M::NAME))?;
    let conditions = query.filters().iter().map(|tree| resolve_tree(view, model, tree));
    let conditions: Vec<Condition<'_>> = conditions.collect::<Result<_, _>>()?;
    let ordering = resolve_typed_ordering(view, model, query.ordering())?;
    let mut lowering = Lowering::new(view, Shape::Correlated);
    let place = lowering.place(model);
    let outputs = M::FIELDS.iter().map(|name| match view.find_field(model, name) {
        Some(field) => Ok(place.output(field)),
        None if model.find(name).is_some_and(|field| field.is_nullable()) => Ok(null_output()),
        None => Err(no_such_field(name)),
    });
    let outputs = outputs.collect::<Result<_, _>>()?;
    // Each filter of a query is meant of a related record of its own.
    let parts: Vec<_> = conditions.iter().map(|condition| lowering.condition(place, condition)).collect();
    let mut select = place.select(outputs, (!parts.is_empty()).then_some(Expr::And(parts)));
    select.order = ordering.iter().map(|order| lowering.order(place, order)).collect();
    select.limit = query.limit_count();
    Ok(select)
}

/// A struct without room for null cannot show a record that refers to one which does not exist for the caller.
fn require_shown<M: Record>(view: View<'_>, rows: &[Cells]) -> Result<(), DataError> {
    let model = require_viewable(view, M::NAME)?;
    for (place, name) in M::FIELDS.iter().enumerate() {
        let field = view.find_field(model, name).filter(|field| !field.is_nullable());
        let may_lack = field.is_some_and(|field| view.limited_target(model, field).is_some());
        if may_lack && rows.iter().any(|row| row.cells[place] == Value::Null) {
            return Err(unknown_field(no_such_field(name)));
        }
    }
    Ok(())
}

fn null_output() -> Output {
    let kind = ScalarKind::Text;
    Output { expr: Expr::Bind(Bind { value: Value::Null, kind }), kind }
}

fn no_such_field(name: &str) -> NoSuchField {
    NoSuchField { written: name.to_owned(), nearest: Vec::new() }
}

/// A field that program text names and the caller may not see.
pub(super) fn unknown_field(error: NoSuchField) -> DataError {
    DataError::Query(vec![QueryMistake::new(error.written.clone(), QueryFault::NoSuchField(error))])
}
