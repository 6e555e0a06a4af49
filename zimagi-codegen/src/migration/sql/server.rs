//! PostgreSQL and MySQL: tables are altered in place. Foreign keys go first and come last, so that circles are no matter.

use zimagi_spec::names::Database;

use super::column::{render_column, render_foreign_key};
use super::convert::{render_update, render_using};
use super::gap::render_fill;
use super::index::render_index;
use super::key::{Touched, touched};
use super::literal::render_literal;
use super::note::render_change;
use super::script::Script;
use super::table::render_table;
use crate::migration::difference::{Swap, TableEdit, added, altered, dropped};
use crate::migration::schema::{Column, ForeignKey, Index};

/// Writes everything that is different.
pub(super) fn write(script: &mut Script<'_>) {
    let difference = script.passage.difference;
    let touched = touched(difference, script.passage.after, script.database);
    let edits: Vec<&TableEdit> = difference.edits().collect();
    drop_keys(script, &touched);
    for edit in &edits {
        drop_indexes(script, edit);
    }
    for (name, _) in difference.dropped() {
        let note = format!("{}: drop the table", script.passage.labels.table(name));
        let text = format!("DROP TABLE {}", script.quoted(name));
        script.say(&note, text);
    }
    for edit in &edits {
        drop_columns(script, edit);
    }
    for edit in &edits {
        rename(script, edit);
    }
    for edit in &edits {
        for swap in altered(&edit.columns) {
            alter_column(script, edit, swap);
        }
    }
    for (name, table) in difference.created() {
        let note = format!("{}: make the table", script.passage.labels.table(name));
        script.say(&note, render_table(name, table, script.database));
    }
    for edit in &edits {
        add_columns(script, edit);
    }
    create_indexes(script);
    add_keys(script, &touched);
    write_statistics(script);
}

fn drop_keys(script: &mut Script<'_>, touched: &[Touched<'_>]) {
    let difference = script.passage.difference;
    for edit in difference.edits() {
        let renamed = altered(&edit.foreign_keys).map(|swap| &swap.before);
        // MySQL cannot rename a foreign key.
        let renamed = renamed.filter(|_| script.database == Database::Mysql).collect::<Vec<_>>();
        for key in dropped(&edit.foreign_keys).chain(renamed) {
            let note = key_note(script, &edit.after, key, "no longer refers to");
            drop_key(script, &note, &edit.before, key);
        }
    }
    for touched in touched {
        let note = format!("{}: {PAUSE}", script.passage.labels.table(touched.after));
        drop_key(script, &note, touched.before, touched.key);
    }
    for (name, table) in difference.dropped() {
        let note = format!("{}: drop the table", script.passage.labels.table(name));
        for key in &table.foreign_keys {
            drop_key(script, &note, name, key);
        }
    }
}

/// Why a key goes and comes back.
const PAUSE: &str = "references that stay, taken back while their columns change";

fn key_note(script: &Script<'_>, table: &str, key: &ForeignKey, verb: &str) -> String {
    let labels = script.passage.labels;
    let (table, column) = (labels.table(table), labels.column(table, &key.column));
    format!("{table}: {column} {verb} {}", labels.table(&key.table))
}

fn drop_key(script: &mut Script<'_>, note: &str, table: &str, key: &ForeignKey) {
    let kind = if script.database == Database::Mysql { "FOREIGN KEY" } else { "CONSTRAINT" };
    let action = format!("DROP {kind} {}", script.quoted(&key.name));
    script.alter(note, table, &action);
}

fn drop_indexes(script: &mut Script<'_>, edit: &TableEdit) {
    for index in dropped(&edit.indexes) {
        let note = index_note(script, &edit.after, index, "drop");
        let mut text = format!("DROP INDEX {}", script.quoted(&index.name));
        if script.database == Database::Mysql {
            text += &format!(" ON {}", script.quoted(&edit.before));
        }
        script.say(&note, text);
    }
}

fn index_note(script: &Script<'_>, table: &str, index: &Index, verb: &str) -> String {
    let labels = script.passage.labels;
    let columns: Vec<String> = index.columns.iter().map(|step| labels.column(table, &step.column)).collect();
    let kind = if index.is_unique { "unique index" } else { "index" };
    format!("{}: {verb} the {kind} on {}", labels.table(table), columns.join(", "))
}

fn drop_columns(script: &mut Script<'_>, edit: &TableEdit) {
    if let Some(swap) = edit.primary_key.as_ref().filter(|_| edit.changes_key_columns()) {
        let note = format!("{}: another primary key", script.passage.labels.table(&edit.after));
        let action = match script.database {
            Database::Mysql => "DROP PRIMARY KEY".to_owned(),
            Database::Sqlite | Database::Postgresql => format!("DROP CONSTRAINT {}", script.quoted(&swap.before.name)),
        };
        script.alter(&note, &edit.before, &action);
    }
    for column in dropped(&edit.columns) {
        let labels = script.passage.labels;
        let note = format!("{}: drop {}", labels.table(&edit.after), labels.column(&edit.before, &column.name));
        let action = format!("DROP COLUMN {}", script.quoted(&column.name));
        script.alter(&note, &edit.before, &action);
    }
}

fn rename(script: &mut Script<'_>, edit: &TableEdit) {
    let label = script.passage.labels.table(&edit.after);
    let table_note = format!("{label}: the new name of {}", edit.before);
    if edit.before != edit.after {
        let action = format!("RENAME TO {}", script.quoted(&edit.after));
        script.alter(&table_note, &edit.before, &action);
    }
    for (before, after) in edit.renamed_columns() {
        let note =
            format!("{label}: {} is the new name of `{before}`", script.passage.labels.column(&edit.after, after));
        let action = format!("RENAME COLUMN {} TO {}", script.quoted(before), script.quoted(after));
        script.alter(&note, &edit.after, &action);
    }
    let note = format!("{label}: names of keys and indexes follow");
    rename_constraints(script, edit, &note);
    for swap in altered(&edit.indexes) {
        let (before, after) = (script.quoted(&swap.before.name), script.quoted(&swap.after.name));
        match script.database {
            Database::Mysql => script.alter(&note, &edit.after, &format!("RENAME INDEX {before} TO {after}")),
            Database::Sqlite | Database::Postgresql => {
                script.say(&note, format!("ALTER INDEX {before} RENAME TO {after}"));
            }
        }
    }
}

/// MySQL's primary keys have no names, and its foreign keys are dropped and added.
fn rename_constraints(script: &mut Script<'_>, edit: &TableEdit, note: &str) {
    if script.database == Database::Mysql {
        return;
    }
    let key = edit.primary_key.as_ref().filter(|_| !edit.changes_key_columns());
    let key = key.map(|swap| (&swap.before.name, &swap.after.name)).into_iter();
    let names = key.chain(altered(&edit.foreign_keys).map(|swap| (&swap.before.name, &swap.after.name)));
    for (before, after) in names.collect::<Vec<_>>() {
        let action = format!("RENAME CONSTRAINT {} TO {}", script.quoted(before), script.quoted(after));
        script.alter(note, &edit.after, &action);
    }
}

fn alter_column(script: &mut Script<'_>, edit: &TableEdit, swap: &Swap<Column>) {
    let change = render_change(&swap.before, &swap.after);
    if change.is_empty() {
        return;
    }
    let labels = script.passage.labels;
    let (table, column) = (labels.table(&edit.after), labels.column(&edit.after, &swap.after.name));
    let note = format!("{table}: {column}: {change}");
    match script.database {
        Database::Mysql => modify(script, &note, &edit.after, swap),
        Database::Sqlite | Database::Postgresql => alter_parts(script, &note, &edit.after, swap),
    }
}

/// PostgreSQL changes one thing at a time.
fn alter_parts(script: &mut Script<'_>, note: &str, table: &str, Swap { before, after }: &Swap<Column>) {
    let name = script.quoted(&after.name);
    let (is_other_kind, is_other_default) = (before.kind != after.kind, before.default != after.default);
    if before.default.is_some() && (is_other_kind || is_other_default) {
        script.alter(note, table, &format!("ALTER COLUMN {name} DROP DEFAULT"));
    }
    if is_other_kind {
        let using = render_using(&name, before.kind, after.kind);
        let using = using.map(|expression| format!(" USING {expression}")).unwrap_or_default();
        let type_ = super::render_type(after.kind, script.database);
        script.alter(note, table, &format!("ALTER COLUMN {name} TYPE {type_}{using}"));
    }
    fill(script, note, table, before, after);
    if before.is_nullable != after.is_nullable {
        let verb = if after.is_nullable { "DROP" } else { "SET" };
        script.alter(note, table, &format!("ALTER COLUMN {name} {verb} NOT NULL"));
    }
    if let Some(default) = after.default.as_ref().filter(|_| is_other_kind || is_other_default) {
        let default = render_literal(default, after.kind, script.database);
        script.alter(note, table, &format!("ALTER COLUMN {name} SET DEFAULT {default}"));
    }
}

/// MySQL says the whole column anew.
fn modify(script: &mut Script<'_>, note: &str, table: &str, Swap { before, after }: &Swap<Column>) {
    let (name, quoted_table) = (script.quoted(&after.name), script.quoted(table));
    if let Some((value, rows)) = render_update(&name, before.kind, after.kind) {
        script.say(note, format!("UPDATE {quoted_table} SET {name} = {value} WHERE {rows}"));
    }
    let is_tightened = before.is_nullable && !after.is_nullable;
    if is_tightened && before.kind != after.kind {
        let open = Column { is_nullable: true, default: None, ..after.clone() };
        script.alter(note, table, &format!("MODIFY COLUMN {}", render_column(&open, true, script.database)));
    }
    fill(script, note, table, before, after);
    script.alter(note, table, &format!("MODIFY COLUMN {}", render_column(after, true, script.database)));
}

/// Rows without a value get the default; where there is none, going up stops at them and going down makes empty values, but
/// for references, which have none.
fn fill(script: &mut Script<'_>, note: &str, table: &str, before: &Column, after: &Column) {
    let is_reference = script.passage.after.tables[table].foreign_key(&after.name).is_some();
    let has_value = after.default.is_some() || (!script.is_up() && !is_reference);
    if before.is_nullable && !after.is_nullable && has_value {
        let (table, name) = (script.quoted(table), script.quoted(&after.name));
        let value = render_fill(after, script.database);
        script.say(note, format!("UPDATE {table} SET {name} = {value} WHERE {name} IS NULL"));
    }
}

fn add_columns(script: &mut Script<'_>, edit: &TableEdit) {
    let labels = script.passage.labels;
    for column in added(&edit.columns) {
        let note = format!("{}: add {}", labels.table(&edit.after), labels.column(&edit.after, &column.name));
        let is_reference = added(&edit.foreign_keys).any(|key| key.column == column.name);
        if column.is_nullable || column.default.is_some() || is_reference {
            let text = render_column(column, true, script.database);
            script.alter(&note, &edit.after, &format!("ADD COLUMN {text}"));
        } else {
            add_with_empty_values(script, &note, &edit.after, column);
        }
    }
    if let Some(swap) = edit.primary_key.as_ref().filter(|_| edit.changes_key_columns()) {
        let note = format!("{}: another primary key", labels.table(&edit.after));
        let (name, columns) = (script.quoted(&swap.after.name), script.quoted_list(&swap.after.columns));
        script.alter(&note, &edit.after, &format!("ADD CONSTRAINT {name} PRIMARY KEY ({columns})"));
    }
}

/// Rows that are there get an empty value, by a default that goes again.
fn add_with_empty_values(script: &mut Script<'_>, note: &str, table: &str, column: &Column) {
    let name = script.quoted(&column.name);
    let (type_, value) = (super::render_type(column.kind, script.database), render_fill(column, script.database));
    script.alter(note, table, &format!("ADD COLUMN {name} {type_} NOT NULL DEFAULT {value}"));
    script.alter(note, table, &format!("ALTER COLUMN {name} DROP DEFAULT"));
}

fn create_indexes(script: &mut Script<'_>) {
    let (difference, after) = (script.passage.difference, script.passage.after);
    for (name, table) in difference.created() {
        let note = format!("{}: make the table", script.passage.labels.table(name));
        for index in &table.indexes {
            script.say(&note, render_index(name, table, index, script.database));
        }
    }
    for edit in difference.edits() {
        for index in added(&edit.indexes) {
            let note = index_note(script, &edit.after, index, "make");
            script.say(&note, render_index(&edit.after, &after.tables[&edit.after], index, script.database));
        }
    }
}

fn add_keys(script: &mut Script<'_>, touched: &[Touched<'_>]) {
    let difference = script.passage.difference;
    for (name, table) in difference.created() {
        let note = format!("{}: what the table refers to", script.passage.labels.table(name));
        for key in &table.foreign_keys {
            add_key(script, &note, name, key);
        }
    }
    for edit in difference.edits() {
        let renamed = altered(&edit.foreign_keys).map(|swap| &swap.after);
        let renamed = renamed.filter(|_| script.database == Database::Mysql).collect::<Vec<_>>();
        for key in added(&edit.foreign_keys).chain(renamed) {
            let note = key_note(script, &edit.after, key, "refers to");
            add_key(script, &note, &edit.after, key);
        }
    }
    for touched in touched {
        let note = format!("{}: {PAUSE}", script.passage.labels.table(touched.after));
        add_key(script, &note, touched.after, touched.key);
    }
}

fn add_key(script: &mut Script<'_>, note: &str, table: &str, key: &ForeignKey) {
    let text = render_foreign_key(key, script.database);
    script.alter(note, table, &format!("ADD {text}"));
}

/// Plans depend on fresh statistics. MySQL keeps them by itself, and its statement answers with rows that a migration cannot
/// take.
fn write_statistics(script: &mut Script<'_>) {
    if script.database != Database::Postgresql || !script.is_up() {
        return;
    }
    let difference = script.passage.difference;
    let created = difference.created().map(|(name, _)| name);
    let tables: Vec<&String> = created.chain(difference.edits().map(|edit| &edit.after)).collect();
    for table in tables {
        let text = format!("ANALYZE {}", script.quoted(table));
        script.say("fresh statistics, since plans depend on them", text);
    }
}
