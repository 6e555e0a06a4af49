//! Filters with their paths resolved: from texts of a request and from typed queries.
//!
//! In go names and values, out come conditions on columns that the caller may read, or every mistake at once. Nothing here
//! knows SQL.

use super::catalogue::{Field, Model};
use super::lookup::Lookup;
use super::mistake::{QueryFault, QueryMistake};
use super::nearest::nearest_names;
use super::path::{NoSuchField, ResolvedPath, Step, key, known_names, resolve, resolve_segments, split};
use super::query::FilterText;
use super::typed::{FilterTree, Test};
use super::value::Value;
use super::view::View;

/// What must hold of a record.
#[derive(Debug, Clone)]
pub(crate) enum Condition<'c> {
    /// A field passes a test.
    Test(ResolvedPath<'c>, Test),
    /// All hold. Tests over the same relation are meant of the same related record.
    All(Vec<Condition<'c>>),
    /// At least one holds.
    Any(Vec<Condition<'c>>),
    /// It does not hold. A test of a value that is null does not hold, so its negation does.
    Not(Box<Condition<'c>>),
}

/// Resolves the filters of a request; all must hold. Mistakes are added to the list.
pub(crate) fn resolve_filters<'c>(
    view: View<'c>,
    model: &'c Model,
    filters: &[FilterText],
    mistakes: &mut Vec<QueryMistake>,
) -> Condition<'c> {
    let mut conditions = Vec::with_capacity(filters.len());
    for filter in filters {
        match resolve_filter(view, model, filter) {
            Ok(condition) => conditions.push(condition),
            Err(fault) => mistakes.push(QueryMistake::new(&filter.name, fault)),
        }
    }
    Condition::All(conditions)
}

/// Resolves the filter of a typed query.
pub(crate) fn resolve_tree<'c>(
    view: View<'c>,
    model: &'c Model,
    tree: &FilterTree,
) -> Result<Condition<'c>, NoSuchField> {
    let all = |trees: &[FilterTree]| {
        trees.iter().map(|tree| resolve_tree(view, model, tree)).collect::<Result<Vec<_>, NoSuchField>>()
    };
    Ok(match tree {
        FilterTree::Condition { path, test } => Condition::Test(resolve(view, model, path)?.shortened(), test.clone()),
        FilterTree::All(trees) => Condition::All(all(trees)?),
        FilterTree::Any(trees) => Condition::Any(all(trees)?),
        FilterTree::Not(tree) => Condition::Not(Box::new(resolve_tree(view, model, tree)?)),
    })
}

fn resolve_filter<'c>(view: View<'c>, model: &'c Model, filter: &FilterText) -> Result<Condition<'c>, QueryFault> {
    let (name, is_negated) = match filter.name.strip_prefix('-') {
        Some(name) => (name, true),
        None => (filter.name.as_str(), false),
    };
    let (path, lookup, last) = resolve_name(view, model, name)?;
    let (path, test) = read_test(view, path, (lookup, last), &filter.value)?;
    let condition = Condition::Test(path.shortened(), test);
    Ok(if is_negated { Condition::Not(Box::new(condition)) } else { condition })
}

/// The path and the look-up of a filter's name, and the last part of the path as written. A field that is named like a look-up
/// wins.
fn resolve_name<'c, 'n>(
    view: View<'c>,
    model: &'c Model,
    name: &'n str,
) -> Result<(ResolvedPath<'c>, Lookup, &'n str), QueryFault> {
    let segments = split(name);
    let (last, start) = segments.split_last().expect("splitting gives at least one part");
    let failure = match resolve_segments(view, model, &segments) {
        Ok(path) => return Ok((path, Lookup::Exact, last)),
        Err(failure) => NoSuchField { written: name.to_owned(), ..failure },
    };
    let path = (!start.is_empty()).then(|| resolve_segments(view, model, start).ok()).flatten();
    let Some(path) = path else { return Err(QueryFault::NoSuchField(failure)) };
    match Lookup::parse(last).filter(|lookup| lookup.fits(path.field)) {
        Some(lookup) => Ok((path, lookup, start.last().copied().unwrap_or_default())),
        None => Err(QueryFault::NoSuchField(with_lookups(view, &path, &segments, name))),
    }
}

/// Behind a path stand look-ups, and if it ends in a relation, fields too.
fn with_lookups<'c>(view: View<'c>, path: &ResolvedPath<'c>, segments: &[&str], written: &str) -> NoSuchField {
    let (last, start) = segments.split_last().expect("splitting gives at least one part");
    let lookups = Lookup::ALL.into_iter().filter(|lookup| lookup.fits(path.field));
    let mut known: Vec<_> = lookups.map(|lookup| lookup.word().to_owned()).collect();
    known.extend(
        path.beyond(view, start.last().copied().unwrap_or_default()).iter().flat_map(|model| known_names(view, model)),
    );
    let nearest = nearest_names(last, &known).into_iter().map(|name| format!("{}.{name}", start.join(".")));
    NoSuchField { written: written.to_owned(), nearest: nearest.collect() }
}

fn read_test<'c>(
    view: View<'c>,
    path: ResolvedPath<'c>,
    (lookup, last): (Lookup, &str),
    text: &str,
) -> Result<(ResolvedPath<'c>, Test), QueryFault> {
    match lookup.test(path.field.kind, text) {
        Ok(test) => Ok((path, test)),
        Err(expected) => read_key_test(view, path, (lookup, last), text).ok_or(QueryFault::WrongValue { expected }),
    }
}

/// A relation or link to records with digests is also compared with their keys.
fn read_key_test<'c>(
    view: View<'c>,
    mut path: ResolvedPath<'c>,
    (lookup, last): (Lookup, &str),
    text: &str,
) -> Option<(ResolvedPath<'c>, Test)> {
    let target = path.beyond(view, last)?;
    let key = key(view, target).filter(|key| key.field.relation.is_none())?;
    let test = lookup.test(key.field.kind, text).ok()?;
    if !path.ends_in_many(last) {
        path.steps.push(Step::Forward { field: path.field, to: target });
    }
    path.steps.extend(key.steps);
    path.field = key.field;
    Some((path, test))
}

/// The filter that picks one record.
pub(crate) fn field_equals<'c>(model: &'c Model, field: &'c Field, value: Value) -> Condition<'c> {
    Condition::Test(ResolvedPath { root: model, steps: Vec::new(), field }, Test::Equal(value))
}

/// The filter that picks the records whose field has one of some values.
pub(crate) fn field_is_one_of<'c>(model: &'c Model, field: &'c Field, values: Vec<Value>) -> Condition<'c> {
    Condition::Test(ResolvedPath { root: model, steps: Vec::new(), field }, Test::In(values))
}
