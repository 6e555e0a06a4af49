//! The order of records: as asked or as the model says, and always total, so that pages neither overlap nor leave gaps.
//!
//! Nothing here knows SQL.

use zimagi_spec::descriptor::{Direction, ScalarKind};

use crate::data::catalogue::{Field, FieldId, Model};
use crate::data::mistake::{QueryFault, QueryMistake};
use crate::data::path::{NoSuchField, ResolvedPath, resolve};
use crate::data::view::View;

/// One step of an order.
#[derive(Debug, Clone)]
pub(crate) struct ResolvedOrder<'c> {
    pub(crate) path: ResolvedPath<'c>,
    pub(crate) direction: Direction,
}

/// The order that a comma list of paths asks for, `-` for descending; the model's own without one. Mistakes are added to the
/// list.
pub(crate) fn resolve_ordering<'c>(
    view: View<'c>,
    model: &'c Model,
    text: Option<&str>,
    mistakes: &mut Vec<QueryMistake>,
) -> Vec<ResolvedOrder<'c>> {
    let Some(text) = text.filter(|text| !text.is_empty()) else { return default_ordering(view, model) };
    let mut ordering = Vec::new();
    for term in text.split(',') {
        let term = term.trim();
        let (written, direction) = match term.strip_prefix('-') {
            Some(written) => (written, Direction::Descending),
            None => (term, Direction::Ascending),
        };
        match resolve_order(view, model, written, direction) {
            Ok(order) => ordering.push(order),
            Err(fault) => mistakes.push(QueryMistake::new("ordering", fault)),
        }
    }
    complete(view, model, ordering)
}

/// The order of a typed query; the model's own if it says none.
pub(crate) fn resolve_typed_ordering<'c>(
    view: View<'c>,
    model: &'c Model,
    terms: &[(String, Direction)],
) -> Result<Vec<ResolvedOrder<'c>>, NoSuchField> {
    if terms.is_empty() {
        return Ok(default_ordering(view, model));
    }
    let resolved = terms.iter().map(|(path, direction)| {
        let resolved = resolve(view, model, path)?;
        if !resolved.is_single() {
            return Err(NoSuchField { written: path.clone(), nearest: Vec::new() });
        }
        let path = resolved.shortened();
        Ok(ResolvedOrder { path, direction: *direction })
    });
    Ok(complete(view, model, resolved.collect::<Result<_, _>>()?))
}

fn resolve_order<'c>(
    view: View<'c>,
    model: &'c Model,
    written: &str,
    direction: Direction,
) -> Result<ResolvedOrder<'c>, QueryFault> {
    let path = resolve(view, model, written).map_err(QueryFault::NoSuchField)?;
    if !path.is_single() {
        return Err(QueryFault::ManyValues { path: written.to_owned() });
    }
    if !has_order(path.field.kind) {
        return Err(QueryFault::NoOrder { path: written.to_owned() });
    }
    Ok(ResolvedOrder { path: path.shortened(), direction })
}

/// Whether values of the kind come one after the other. JSON and bytes do so differently in each database.
pub(crate) const fn has_order(kind: ScalarKind) -> bool {
    !matches!(kind, ScalarKind::Json(_) | ScalarKind::Binary)
}

/// Fields that do not exist for the caller do not order what the caller sees.
fn default_ordering<'c>(view: View<'c>, model: &'c Model) -> Vec<ResolvedOrder<'c>> {
    let terms = model.descriptor.ordering.iter().filter_map(|term| {
        let path = resolve(view, model, term.field).ok().filter(ResolvedPath::is_single)?.shortened();
        Some(ResolvedOrder { path, direction: term.direction })
    });
    complete(view, model, terms.collect())
}

/// Appends the identifier, unless the fields before it already tell all records apart.
fn complete<'c>(view: View<'c>, model: &'c Model, mut ordering: Vec<ResolvedOrder<'c>>) -> Vec<ResolvedOrder<'c>> {
    if !is_total(view, model, &ordering) {
        ordering.push(order(model, model.identifier(), Direction::Ascending));
    }
    ordering
}

fn order<'c>(model: &'c Model, field: &'c Field, direction: Direction) -> ResolvedOrder<'c> {
    ResolvedOrder { path: ResolvedPath { root: model, steps: Vec::new(), field }, direction }
}

/// Values that may be missing tell nothing apart, and so do relations that lead to records which do not exist for the caller.
fn is_total(view: View<'_>, model: &Model, ordering: &[ResolvedOrder<'_>]) -> bool {
    let own: Vec<FieldId> =
        ordering.iter().filter(|order| order.path.steps.is_empty()).map(|order| order.path.field.id).collect();
    let may_be_missing = |field: &Field| field.is_nullable() || view.limited_target(model, field).is_some();
    let tells_apart =
        |name: &&str| model.find(name).is_some_and(|field| own.contains(&field.id) && !may_be_missing(field));
    own.contains(&model.identifier) || model.descriptor.unique.iter().any(|set| set.iter().all(&tells_apart))
}
