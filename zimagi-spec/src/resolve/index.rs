//! Unique sets and indexes: what is said, and what follows from keys, relations and the default order.

use indexmap::IndexMap;

use crate::descriptor::{Direction, Multiplicity};
use crate::document::{FieldBody, Names};
use crate::source::Spanned;

use super::draft::Draft;
use super::field::multiplicity;
use super::model::{bound, step};
use super::{Field, FieldKind, Identifier, Ordering};

type Set = Vec<Spanned<String>>;
type Steps = Vec<Ordering>;

/// Sets of names as sets of fields.
pub(super) fn resolve_sets(sets: &[Names], fields: &IndexMap<String, Field>) -> Vec<Set> {
    sets.iter().map(|set| set.value.iter().map(|name| bound(name, fields)).collect()).collect()
}

/// Sets of names as steps, each with `-` before it if it descends.
pub(super) fn resolve_steps(sets: &[Names], fields: &IndexMap<String, Field>) -> Vec<Steps> {
    sets.iter().map(|set| set.value.iter().map(|name| step(name, fields)).collect()).collect()
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
    wished: Vec<Steps>,
    draft: &Draft<'_>,
    fields: &IndexMap<String, Field>,
    identifier: &Identifier,
    ordering: &[Ordering],
    unique: &[Set],
) -> Vec<Steps> {
    let single = draft.fields.iter().filter(|(name, drafted)| {
        let is_asked = drafted.body.index.as_ref().is_some_and(|index| index.value);
        let is_relation = fields.get(**name).is_some_and(|field| matches!(field.kind, FieldKind::Relation(_)));
        is_asked || is_relation
    });
    let single = single.map(|(name, drafted)| vec![ascending(Spanned::new((*name).to_owned(), drafted.name.span))]);
    let mut all = wished;
    single.for_each(|steps| add_steps(&mut all, steps));
    add_steps(&mut all, ordering.to_vec());
    let unique: Vec<Steps> = unique.iter().map(|set| set.iter().cloned().map(ascending).collect()).collect();
    let covered = |steps: &Steps| {
        let longer = unique.iter().chain(&all).filter(|other| serves(other, steps));
        longer.into_iter().any(|other| other.len() > steps.len() || unique.contains(other))
    };
    let kept: Vec<_> = all.iter().filter(|steps| !covered(steps)).cloned().collect();
    let is_primary_key = |steps: &Steps| is_identifier(&fields_of(steps), identifier);
    kept.into_iter().filter(|steps| !steps.is_empty() && !is_primary_key(steps)).collect()
}

fn ascending(field: Spanned<String>) -> Ordering {
    Ordering { field, direction: Direction::Ascending }
}

fn fields_of(steps: &Steps) -> Set {
    steps.iter().map(|step| step.field.clone()).collect()
}

/// Of two indexes over the same fields the first one stays, and runs the way of the other unless it says its own.
fn add_steps(all: &mut Vec<Steps>, steps: Steps) {
    let is_same =
        |known: &&mut Steps| known.iter().map(|step| &step.field.value).eq(steps.iter().map(|step| &step.field.value));
    match all.iter_mut().find(is_same) {
        Some(known) if known.iter().all(|step| step.direction == Direction::Ascending) => *known = steps,
        Some(_) => {}
        None => all.push(steps),
    }
}

/// Whether an index over `other` also serves look-ups and orders by `steps`.
fn serves(other: &Steps, steps: &Steps) -> bool {
    let is_step = |(other, step): (&Ordering, &Ordering)| {
        other.field.value == step.field.value && other.direction == step.direction
    };
    other.len() >= steps.len() && other.iter().zip(steps).all(is_step)
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
