//! Unique sets and indexes: what is said, and what follows from keys, relations and the default order.

use indexmap::IndexMap;

use crate::descriptor::Multiplicity;
use crate::document::{FieldBody, Names};
use crate::source::Spanned;

use super::draft::Draft;
use super::field::multiplicity;
use super::model::bound;
use super::{Field, FieldKind, Identifier, Ordering};

type Set = Vec<Spanned<String>>;

/// Sets of names as sets of fields.
pub(super) fn resolve_sets(sets: &[Names], fields: &IndexMap<String, Field>) -> Vec<Set> {
    sets.iter().map(|set| set.value.iter().map(|name| bound(name, fields)).collect()).collect()
}

/// The unique sets: those said, the key within its scope, and `unique` fields.
pub(super) fn resolve_unique(
    draft: &Draft<'_>,
    fields: &IndexMap<String, Field>,
    identifier: &Identifier,
    key: Option<&Spanned<String>>,
    scope: &[Spanned<String>],
) -> Vec<Set> {
    let mut unique = Vec::new();
    for set in draft.unique.map(|sets| resolve_sets(&sets.value, fields)).unwrap_or_default() {
        add_unless_same(&mut unique, set);
    }
    if let Some(key) = key {
        let set: Set = scope.iter().chain([key]).cloned().collect();
        add_unless_same(&mut unique, set);
    }
    for (name, field) in
        draft.fields.iter().filter(|(name, field)| is_unique(field.body) && fields.contains_key(**name))
    {
        let place = field.body.unique.as_ref().map_or(field.name.span, |unique| unique.span);
        add_unless_same(&mut unique, vec![Spanned::new((*name).to_owned(), place)]);
    }
    unique.retain(|set| !is_identifier(set, identifier));
    unique
}

/// The indexes: those said, one for each relation, and the default order; none that another one covers.
pub(super) fn resolve_indexes(
    wished: Vec<Set>,
    draft: &Draft<'_>,
    fields: &IndexMap<String, Field>,
    identifier: &Identifier,
    ordering: &[Ordering],
    unique: &[Set],
) -> Vec<Set> {
    let single = draft.fields.iter().filter(|(name, drafted)| {
        let is_asked = drafted.body.index.as_ref().is_some_and(|index| index.value);
        let is_relation = fields.get(**name).is_some_and(|field| matches!(field.kind, FieldKind::Relation(_)));
        is_asked || is_relation
    });
    let single = single.map(|(name, drafted)| vec![Spanned::new((*name).to_owned(), drafted.name.span)]);
    let order: Set = ordering.iter().map(|step| step.field.clone()).collect();
    let mut all = wished;
    for set in single.chain([order]) {
        add_unless_same(&mut all, set);
    }
    let covered = |set: &Set| {
        let longer = unique.iter().chain(&all);
        longer.filter(|other| is_begun_by(other, set)).any(|other| other.len() > set.len() || unique.contains(other))
    };
    let kept: Vec<_> = all.iter().filter(|set| !covered(set)).cloned().collect();
    kept.into_iter().filter(|set| !set.is_empty() && !is_identifier(set, identifier)).collect()
}

fn is_unique(body: &FieldBody) -> bool {
    multiplicity(body) == Multiplicity::One || body.unique.as_ref().is_some_and(|one| one.value)
}

fn add_unless_same(sets: &mut Vec<Set>, set: Set) {
    let is_known = sets.iter().any(|known| known.len() == set.len() && is_begun_by(known, &set));
    if !is_known {
        sets.push(set);
    }
}

/// Whether an index over `other` also serves look-ups by `set`.
fn is_begun_by(other: &Set, set: &Set) -> bool {
    other.len() >= set.len() && other.iter().zip(set).all(|(other, one)| other.value == one.value)
}

fn is_identifier(set: &Set, identifier: &Identifier) -> bool {
    match identifier {
        Identifier::Field(field) => set.len() == 1 && set[0].value == field.value,
        Identifier::Hash(_) | Identifier::LegacyHash(_) => false,
    }
}
