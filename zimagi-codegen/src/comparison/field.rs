//! Fields: what clients may send and what they get.

use zimagi_spec::descriptor::{ScalarKind, Storage, Visibility, Writability};

use super::change::{Area, Changes, Class};
use super::model::from_to;
use crate::plan::{FieldKindPlan, FieldPlan, ModelPlan, PresencePlan};
use crate::render::{field_kind_text, limits_text, presence_text};

/// A new field.
pub(super) fn added_field(changes: &mut Changes, model: &ModelPlan, field: &FieldPlan) {
    let is_asked_for = matches!(field.presence, PresencePlan::Required) && field.writability != Writability::System;
    let name = format!("{}.{}", model.name, field.name);
    if is_asked_for {
        changes.plan(Class::Breaking, &model.place, format!("field {name} is new and must be given"));
    } else {
        changes.plan(Class::Safe, &model.place, format!("field {name} is new"));
    }
}

/// A field that stays.
pub(super) fn compare_field(changes: &mut Changes, model: &ModelPlan, (old, new): (&FieldPlan, &FieldPlan)) {
    let name = format!("{}.{}", model.name, new.name);
    let mut say = |class, what: String| changes.plan(class, &model.place, format!("field {name}: {what}"));
    let (before, after) = (field_kind_text(&old.kind), field_kind_text(&new.kind));
    if before != after {
        say(kind_class(&old.kind, &new.kind), from_to(&before, &after));
    }
    let (before, after) = (presence_text(&old.presence), presence_text(&new.presence));
    if before != after {
        let is_same_null = old.presence.is_nullable() == new.presence.is_nullable();
        let is_asked_for = matches!(new.presence, PresencePlan::Required);
        say(if is_same_null && !is_asked_for { Class::Safe } else { Class::Breaking }, from_to(&before, &after));
    }
    let (before, after) = (limits_text(old), limits_text(new));
    if before != after {
        say(if after.is_empty() { Class::Safe } else { Class::Breaking }, from_to(&before, &after));
    }
    if old.column != new.column {
        say(Class::Safe, format!("column {}", from_to(&old.column, &new.column)));
    }
    compare_access(changes, model, (old, new));
}

/// More room is safe; every other kind is another form in requests and answers.
fn kind_class(old: &FieldKindPlan, new: &FieldKindPlan) -> Class {
    match (old, new) {
        (FieldKindPlan::Scalar(old), FieldKindPlan::Scalar(new)) => scalar_class(*old, *new),
        (FieldKindPlan::Relation(old), FieldKindPlan::Relation(new))
            if old.target == new.target && old.multiplicity == new.multiplicity =>
        {
            Class::Safe
        }
        _ => Class::Breaking,
    }
}

const fn scalar_class(old: ScalarKind, new: ScalarKind) -> Class {
    match (old, new) {
        (ScalarKind::String { max_length: old }, ScalarKind::String { max_length: new }) if new >= old => Class::Safe,
        (ScalarKind::String { .. }, ScalarKind::Text) => Class::Safe,
        (ScalarKind::Decimal { digits: old, places }, ScalarKind::Decimal { digits: new, places: after })
            if after == places && new >= old =>
        {
            Class::Safe
        }
        _ => Class::Breaking,
    }
}

fn compare_access(changes: &mut Changes, model: &ModelPlan, (old, new): (&FieldPlan, &FieldPlan)) {
    let name = format!("{}.{}", model.name, new.name);
    let mut say = |class, what: &str| {
        changes.add((class, Area::Access), &model.place, format!("field {name} {what}"));
    };
    match (old.visibility, new.visibility) {
        (Visibility::Shown, Visibility::Hidden) => say(Class::Breaking, "is hidden"),
        (Visibility::Hidden, Visibility::Shown) => say(Class::Opening, "is no longer hidden"),
        (Visibility::Shown, Visibility::Shown) | (Visibility::Hidden, Visibility::Hidden) => {}
    }
    match (old.storage, new.storage) {
        (Storage::Plain, Storage::Sealed) => say(Class::Breaking, "is encrypted and cannot be filtered or ordered by"),
        (Storage::Sealed, Storage::Plain) => say(Class::Opening, "is no longer encrypted"),
        (Storage::Plain, Storage::Plain) | (Storage::Sealed, Storage::Sealed) => {}
    }
    let (before, after) = (freedom(old.writability), freedom(new.writability));
    if before < after {
        say(Class::Opening, WRITABLE[after]);
    } else if before > after {
        say(Class::Breaking, WRITABLE[after]);
    }
}

const WRITABLE: [&str; 3] = ["can only be set by the system", "can be set once", "can be set and changed"];

const fn freedom(writability: Writability) -> usize {
    match writability {
        Writability::System => 0,
        Writability::OnCreate => 1,
        Writability::Editable => 2,
    }
}
