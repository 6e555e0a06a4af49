//! Foreign keys that stand in the way of a change although nothing is different about them.

use zimagi_spec::names::Database;

use crate::migration::difference::{Difference, Edit, TableEdit, added, altered, dropped};
use crate::migration::schema::{ForeignKey, Schema, Table};

/// A foreign key that goes first and comes back last.
pub(super) struct Touched<'a> {
    /// The table's names before and after.
    pub(super) before: &'a str,
    pub(super) after: &'a str,
    pub(super) key: &'a ForeignKey,
}

/// The keys of tables that stay which have to go for a while.
pub(super) fn touched<'a>(difference: &'a Difference, after: &'a Schema, database: Database) -> Vec<Touched<'a>> {
    let created = |name: &str| difference.created().any(|(created, _)| created == name);
    let tables = after.tables.iter().filter(|(name, _)| !created(name));
    let keys = tables.flat_map(|(name, table)| {
        let edit = difference.edits().find(|edit| edit.after == *name);
        let before = edit.map_or(name.as_str(), |edit| edit.before.as_str());
        let kept = table.foreign_keys.iter().filter(move |key| !edit.is_some_and(|edit| is_edited(edit, key)));
        let touched = kept.filter(move |key| {
            let is_touched_here = edit.is_some_and(|edit| is_own(edit, table, key, database));
            is_touched_here || difference.edits().any(|target| target.after == key.table && is_target(target, key))
        });
        touched.map(move |key| Touched { before, after: name, key })
    });
    keys.collect()
}

fn is_edited(edit: &TableEdit, key: &ForeignKey) -> bool {
    edit.foreign_keys.iter().any(|edit| match edit {
        Edit::Added(one) | Edit::Dropped(one) => one.name == key.name,
        Edit::Altered(swap) => swap.after.name == key.name,
    })
}

/// Its column changes its kind, or MySQL loses the index that it needs of every foreign key.
fn is_own(edit: &TableEdit, table: &Table, key: &ForeignKey, database: Database) -> bool {
    changes_kind(edit, &key.column) || (database == Database::Mysql && loses_index(edit, table, &key.column))
}

fn is_target(edit: &TableEdit, key: &ForeignKey) -> bool {
    changes_kind(edit, &key.target) || edit.changes_key_columns()
}

fn changes_kind(edit: &TableEdit, column: &str) -> bool {
    altered(&edit.columns).any(|swap| swap.after.name == column && swap.before.kind != swap.after.kind)
}

fn loses_index(edit: &TableEdit, table: &Table, column: &str) -> bool {
    let renamed = edit.renamed_columns().find(|(_, after)| *after == column);
    let before = renamed.map_or(column, |(before, _)| before);
    let is_new = |name: &str| added(&edit.indexes).any(|index| index.name == name);
    let mut kept = table.indexes.iter().filter(|index| !is_new(&index.name));
    let has_other = kept.any(|index| index.columns.first().is_some_and(|step| step.column == column));
    let loses = dropped(&edit.indexes).any(|index| index.columns.first().is_some_and(|step| step.column == before));
    (loses && !has_other) || edit.changes_key_columns()
}

impl TableEdit {
    /// Whether the primary key is another one, and not just its name.
    pub(super) fn changes_key_columns(&self) -> bool {
        let Some(swap) = &self.primary_key else { return false };
        let renamed = |column: &String| {
            let name = self.renamed_columns().find(|(before, _)| before == column);
            name.map_or(column.as_str(), |(_, after)| after).to_owned()
        };
        let followed: Vec<String> = swap.before.columns.iter().map(renamed).collect();
        followed != swap.after.columns || swap.after.columns.iter().any(|column| self.replaces(column))
    }
}
