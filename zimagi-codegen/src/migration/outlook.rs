//! What a migration from one plan's tables to another's would do: for people who weigh a change of specs.

use zimagi_spec::names::Database;

use super::difference::{Difference, Renames, TableEdit, added, altered, difference, dropped, loss};
use super::of_plan::{labels_of, schema_of};
use super::sql::render_change;
use crate::plan::{History, Plan};

/// One thing that a migration would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Deed {
    pub(crate) impact: Impact,
    /// The table before, or after if it is new.
    pub(crate) table: String,
    pub(crate) message: String,
}

/// What it means for rows that are there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Impact {
    /// They stay as they are.
    None,
    /// Some may stand against it.
    Demanding,
    /// Values are lost.
    Losing,
}

/// Everything that the migrations of the second plan's databases would do, each thing once.
pub(crate) fn outlook(before: &Plan, after: &Plan) -> Vec<Deed> {
    let (old_labels, new_labels) = (labels_of(before), labels_of(after));
    let label = |table: &str| {
        let known = new_labels.tables.get(table).or_else(|| old_labels.tables.get(table));
        known.cloned().unwrap_or_else(|| table.to_owned())
    };
    let mut deeds: Vec<Deed> = Vec::new();
    for history in histories(before, after) {
        let difference = difference(&schema_of(before, history), &schema_of(after, history), &Renames::default());
        for deed in deeds_of(&difference, &label) {
            if !deeds.contains(&deed) {
                deeds.push(deed);
            }
        }
    }
    deeds
}

/// A database that is new to the manifest begins with all tables: nothing about it is a difference.
fn histories(before: &Plan, after: &Plan) -> impl Iterator<Item = History> {
    let databases: Vec<Database> =
        after.databases.iter().copied().filter(|database| before.databases.contains(database)).collect();
    History::of(&databases).collect::<Vec<_>>().into_iter()
}

fn deeds_of(difference: &Difference, label: &impl Fn(&str) -> String) -> Vec<Deed> {
    let deed = |impact, table: &str, message| Deed { impact, table: table.to_owned(), message };
    let gone = difference
        .dropped()
        .map(|(name, _)| deed(Impact::Losing, name, format!("drops the table of {} with its rows", label(name))));
    let come =
        difference.created().map(|(name, _)| deed(Impact::None, name, format!("makes a table for {}", label(name))));
    let edits = difference.edits().flat_map(|edit| {
        let of = label(&edit.after);
        edit_deeds(edit, &of).into_iter().map(move |(impact, message)| deed(impact, &edit.before, message))
    });
    gone.chain(come).chain(edits).collect()
}

fn edit_deeds(edit: &TableEdit, of: &str) -> Vec<(Impact, String)> {
    let key = edit.primary_key.iter().map(|_| (Impact::Demanding, format!("gives {of} another primary key")));
    let gone = dropped(&edit.columns).map(|column| {
        let again = if edit.replaces(&column.name) { " and makes it anew" } else { "" };
        (Impact::Losing, format!("drops the column {} of {of} with its values{again}", column.name))
    });
    let come = added(&edit.columns).filter(|column| !edit.replaces(&column.name)).map(|column| {
        let is_open = column.is_nullable || column.default.is_some();
        let (impact, asks) = if is_open { (Impact::None, "") } else { (Impact::Demanding, ", which needs a default") };
        (impact, format!("adds the column {} to {of}{asks}", column.name))
    });
    let changed = altered(&edit.columns).map(|swap| {
        let (before, after) = (&swap.before, &swap.after);
        let change = render_change(before, after);
        let is_narrowed = before.is_nullable && !after.is_nullable && after.default.is_none();
        match loss(before.kind, after.kind) {
            Some(loss) => (Impact::Losing, format!("changes the column {} of {of}, {change}: {loss}", after.name)),
            None if is_narrowed => (Impact::Demanding, format!("changes the column {} of {of}: {change}", after.name)),
            None => (Impact::None, format!("changes the column {} of {of}: {change}", after.name)),
        }
    });
    let keys = added(&edit.foreign_keys).filter(|key| added(&edit.columns).all(|column| column.name != key.column));
    let keys = keys.map(|key| (Impact::Demanding, format!("lets {} of {of} refer to {}", key.column, key.table)));
    let indexes = added(&edit.indexes).map(|index| {
        let columns: Vec<&str> = index.columns.iter().map(|step| step.column.as_str()).collect();
        let (impact, kind) = if index.is_unique { (Impact::Demanding, "a unique") } else { (Impact::None, "an") };
        (impact, format!("makes {kind} index over {} of {of}", columns.join(", ")))
    });
    let lost = dropped(&edit.indexes).map(|index| {
        let columns: Vec<&str> = index.columns.iter().map(|step| step.column.as_str()).collect();
        (Impact::None, format!("drops the index over {} of {of}", columns.join(", ")))
    });
    gone.chain(come).chain(changed).chain(key).chain(keys).chain(lost).chain(indexes).collect()
}
