//! Whether a difference may be written: what would be lost, and what cannot be made without a decision.

use super::difference::{Difference, TableEdit, added, altered, dropped, loss};
use super::error::Refusal;
use super::{Decisions, Destruction};

/// Everything that stands against the difference.
pub(super) fn judge(difference: &Difference, decisions: &Decisions) -> Vec<Refusal> {
    let mut refusals: Vec<Refusal> = Vec::new();
    if decisions.destruction == Destruction::Refused {
        refusals.extend(difference.dropped().map(|(table, _)| Refusal::DropTable { table: table.clone() }));
        refusals.extend(difference.edits().flat_map(losses));
    }
    refusals.extend(difference.edits().flat_map(impossibilities));
    refusals
}

fn losses(edit: &TableEdit) -> Vec<Refusal> {
    let place = |column: &str| (edit.before.clone(), column.to_owned());
    let gone = dropped(&edit.columns).map(|column| {
        let (table, name) = place(&column.name);
        let Some(after) = added(&edit.columns).find(|after| after.name == column.name) else {
            return Refusal::DropColumn { table, column: name };
        };
        let is_retargeted = column.kind == after.kind;
        let loss = loss(column.kind, after.kind).filter(|_| !is_retargeted);
        Refusal::Lossy { table, column: name, loss: loss.unwrap_or_else(|| RETARGETED.to_owned()) }
    });
    let narrowed = altered(&edit.columns).filter_map(|swap| {
        let (table, column) = place(&swap.before.name);
        loss(swap.before.kind, swap.after.kind).map(|loss| Refusal::Lossy { table, column, loss })
    });
    gone.chain(narrowed).collect()
}

const RETARGETED: &str = "it refers to another table, and all values are lost";

fn impossibilities(edit: &TableEdit) -> Vec<Refusal> {
    let required = added(&edit.columns).filter(|column| !column.is_nullable && column.default.is_none());
    let required =
        required.map(|column| Refusal::RequiredColumn { table: edit.after.clone(), column: column.name.clone() });
    let keys = edit.primary_key.iter().flat_map(|swap| &swap.after.columns);
    // All rows would have the same key.
    let is_filled = |name: &&String| {
        added(&edit.columns).any(|column| column.name == **name && (column.is_nullable || column.default.is_some()))
    };
    let keys =
        keys.filter(is_filled).map(|column| Refusal::NewKey { table: edit.after.clone(), column: column.clone() });
    required.chain(keys).collect()
}
