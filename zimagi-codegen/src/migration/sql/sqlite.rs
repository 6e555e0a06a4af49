//! SQLite: columns that may be null or have a default are added; every other change makes the table anew and copies its rows.
//!
//! Whoever applies this has foreign keys off, or dropping the old table would touch the rows that refer to it.

use super::column::render_added_column;
use super::convert::render_copy;
use super::gap::render_fill;
use super::index::render_index;
use super::script::Script;
use super::table::render_table;
use crate::migration::difference::{Edit, Renames, TableEdit, added, altered, dropped};
use crate::migration::schema::{Column, Table};

/// Writes everything that is different.
pub(super) fn write(script: &mut Script<'_>) {
    let difference = script.passage.difference;
    for (name, _) in difference.dropped() {
        let note = format!("{}: drop the table", script.passage.labels.table(name));
        let text = format!("DROP TABLE {}", script.quoted(name));
        script.say(&note, text);
    }
    for edit in difference.edits() {
        rename(script, edit);
    }
    for (name, table) in difference.created() {
        let note = format!("{}: make the table", script.passage.labels.table(name));
        script.say(&note, render_table(name, table, script.database));
        create_indexes(script, &note, name, table);
    }
    for edit in difference.edits() {
        if can_stay(edit) { add(script, edit) } else { rebuild(script, edit) }
    }
    if script.is_up() {
        script.say("fresh statistics, since plans depend on them", "PRAGMA optimize");
    }
}

/// Renames are statements of their own, because references of other tables follow them.
fn rename(script: &mut Script<'_>, edit: &TableEdit) {
    let label = script.passage.labels.table(&edit.after);
    if edit.before != edit.after {
        let action = format!("RENAME TO {}", script.quoted(&edit.after));
        script.alter(&format!("{label}: the new name of {}", edit.before), &edit.before, &action);
    }
    for (before, after) in edit.renamed_columns() {
        let note =
            format!("{label}: {} is the new name of `{before}`", script.passage.labels.column(&edit.after, after));
        let action = format!("RENAME COLUMN {} TO {}", script.quoted(before), script.quoted(after));
        script.alter(&note, &edit.after, &action);
    }
}

/// Whether `ALTER TABLE` can do it: SQLite adds columns, if rows need no value that it would have to make.
fn can_stay(edit: &TableEdit) -> bool {
    let can_add = |column: &Column| match &column.default {
        Some(_) => !added(&edit.foreign_keys).any(|key| key.column == column.name),
        None => column.is_nullable,
    };
    let is_new = |name: &str| added(&edit.columns).any(|column| column.name == name);
    let columns = edit.columns.iter().all(|change| match change {
        Edit::Added(column) => can_add(column),
        Edit::Dropped(_) | Edit::Altered(_) => false,
    });
    let keys = edit.foreign_keys.iter().all(|change| match change {
        Edit::Added(key) => is_new(&key.column),
        Edit::Dropped(_) | Edit::Altered(_) => false,
    });
    edit.before == edit.after && edit.primary_key.is_none() && columns && keys
}

fn add(script: &mut Script<'_>, edit: &TableEdit) {
    let table = &script.passage.after.tables[&edit.after];
    let labels = script.passage.labels;
    let label = labels.table(&edit.after);
    let note = format!("{label}: other indexes");
    let gone = dropped(&edit.indexes).chain(altered(&edit.indexes).map(|swap| &swap.before));
    for index in gone {
        let text = format!("DROP INDEX {}", script.quoted(&index.name));
        script.say(&note, text);
    }
    for column in added(&edit.columns) {
        let key = added(&edit.foreign_keys).find(|key| key.column == column.name);
        let text = render_added_column(column, key, script.database);
        script.alter(
            &format!("{label}: add {}", labels.column(&edit.after, &column.name)),
            &edit.after,
            &format!("ADD {text}"),
        );
    }
    for index in added(&edit.indexes).chain(altered(&edit.indexes).map(|swap| &swap.after)) {
        script.say(&note, render_index(&edit.after, table, index, script.database));
    }
}

/// The table anew under a name for the time being, its rows, and its indexes.
fn rebuild(script: &mut Script<'_>, edit: &TableEdit) {
    let (before, after) = (&script.passage.before.tables[&edit.before], &script.passage.after.tables[&edit.after]);
    let note = format!("{}: {}", script.passage.labels.table(&edit.after), changes(script, edit));
    let anew = format!("{}__new", edit.after);
    script.say(&note, render_table(&anew, after, script.database));
    let renames = script.passage.difference.renames();
    let copied: Vec<(&String, String)> = after
        .columns
        .iter()
        .filter_map(|column| Some((&column.name, render_source(script, edit, (before, &renames), column)?)))
        .collect();
    let columns = script.quoted_list(copied.iter().map(|(name, _)| *name));
    let values = copied.iter().map(|(_, value)| value.as_str()).collect::<Vec<_>>().join(", ");
    let (old, new) = (script.quoted(&edit.after), script.quoted(&anew));
    script.say(&note, format!("INSERT INTO {new} ({columns}) SELECT {values} FROM {old}"));
    script.say(&note, format!("DROP TABLE {old}"));
    script.alter(&note, &anew, &format!("RENAME TO {old}"));
    create_indexes(script, &note, &edit.after, after);
}

/// The value of a column in the copy; nothing if its default or null is right.
fn render_source(
    script: &Script<'_>,
    edit: &TableEdit,
    (table, renames): (&Table, &Renames),
    column: &Column,
) -> Option<String> {
    let is_before = |one: &&Column| renames.column(&edit.before, &one.name) == column.name;
    let before = table.columns.iter().find(is_before).filter(|_| !edit.replaces(&column.name));
    let is_reference = script.passage.after.tables[&edit.after].foreign_key(&column.name).is_some();
    let Some(before) = before else {
        let has_none = column.is_nullable || column.default.is_some() || is_reference;
        return (!has_none).then(|| render_fill(column, script.database));
    };
    let value = render_copy(&script.quoted(&column.name), before.kind, column.kind);
    let has_value = column.default.is_some() || (!script.is_up() && !is_reference);
    let is_tightened = before.is_nullable && !column.is_nullable;
    Some(if is_tightened && has_value {
        format!("ifnull({value}, {})", render_fill(column, script.database))
    } else {
        value
    })
}

fn create_indexes(script: &mut Script<'_>, note: &str, name: &str, table: &Table) {
    for index in &table.indexes {
        script.say(note, render_index(name, table, index, script.database));
    }
}

/// What is different about a table, in a row.
fn changes(script: &Script<'_>, edit: &TableEdit) -> String {
    let labels = script.passage.labels;
    let drops = dropped(&edit.columns).map(|column| format!("drop {}", labels.column(&edit.before, &column.name)));
    let alters = altered(&edit.columns).filter_map(|swap| {
        let change = super::note::render_change(&swap.before, &swap.after);
        (!change.is_empty()).then(|| format!("{}: {change}", labels.column(&edit.after, &swap.after.name)))
    });
    let adds = added(&edit.columns).map(|column| format!("add {}", labels.column(&edit.after, &column.name)));
    let changes: Vec<String> = drops.chain(alters).chain(adds).collect();
    if changes.is_empty() { "other keys, or their names".to_owned() } else { changes.join("; ") }
}
