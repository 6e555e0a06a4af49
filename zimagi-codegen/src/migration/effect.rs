//! What a migration means for programs that do not know it.

use super::difference::{Difference, Edit, TableEdit, loss};
use super::schema::{Column, Index};
use crate::plan::Effect;

/// The effect of a difference.
pub(super) fn effect_of(difference: &Difference) -> Effect {
    let drops = difference.dropped().next().is_some();
    if !drops && difference.edits().all(is_additive) { Effect::Additive } else { Effect::Breaking }
}

fn is_additive(edit: &TableEdit) -> bool {
    let is_new = |name: &str| edit.columns.iter().any(|change| matches!(change, Edit::Added(one) if one.name == name));
    let keys = edit.foreign_keys.iter().all(|change| match change {
        Edit::Added(key) => is_new(&key.column),
        Edit::Dropped(_) | Edit::Altered(_) => true,
    });
    edit.before == edit.after
        && edit.primary_key.is_none()
        && edit.columns.iter().all(is_additive_column)
        && keys
        && edit.indexes.iter().all(is_additive_index)
}

/// Values that a program knows how to read, and rows without the column, must go on to be taken.
fn is_additive_column(change: &Edit<Column>) -> bool {
    match change {
        Edit::Added(column) => column.is_nullable || column.default.is_some(),
        Edit::Dropped(_) => false,
        Edit::Altered(swap) => {
            let (before, after) = (&swap.before, &swap.after);
            let is_wider = before.kind == after.kind || (before.kind.is_text() && after.kind.is_text());
            before.name == after.name
                && before.is_nullable == after.is_nullable
                && is_wider
                && loss(before.kind, after.kind).is_none()
        }
    }
}

/// A new unique index refuses what was taken.
const fn is_additive_index(change: &Edit<Index>) -> bool {
    match change {
        Edit::Added(index) => !index.is_unique,
        Edit::Dropped(_) | Edit::Altered(_) => true,
    }
}
