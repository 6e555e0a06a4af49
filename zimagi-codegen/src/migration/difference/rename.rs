//! Renames of tables and columns, and what a schema looks like after them.

use std::collections::BTreeMap;

use crate::migration::schema::{Schema, Table};

/// Which names become which. All else keeps its name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Renames {
    /// Tables: the name before, the name after.
    pub(crate) tables: BTreeMap<String, String>,
    /// Columns: the table's name *before*, the column's name before, the column's name after.
    pub(crate) columns: BTreeMap<(String, String), String>,
}

impl Renames {
    pub(super) fn table<'a>(&'a self, before: &'a str) -> &'a str {
        self.tables.get(before).map_or(before, String::as_str)
    }

    /// The name after of a column of a table that had this name before.
    pub(crate) fn column<'a>(&'a self, table: &str, before: &'a str) -> &'a str {
        self.columns.get(&(table.to_owned(), before.to_owned())).map_or(before, String::as_str)
    }

    /// The schema with the names after. Names of keys and indexes are no names of tables and columns: they stay.
    pub(super) fn follow(&self, schema: &Schema) -> Schema {
        let tables = schema.tables.iter();
        Schema {
            tables: tables.map(|(name, table)| (self.table(name).to_owned(), self.table_of(name, table))).collect(),
        }
    }

    fn table_of(&self, name: &str, table: &Table) -> Table {
        let mut table = table.clone();
        let own = |column: &mut String| *column = self.column(name, column).to_owned();
        table.columns.iter_mut().for_each(|column| own(&mut column.name));
        table.primary_key.columns.iter_mut().for_each(own);
        table.indexes.iter_mut().flat_map(|index| &mut index.columns).for_each(|step| own(&mut step.column));
        for key in &mut table.foreign_keys {
            own(&mut key.column);
            key.target = self.column(&key.table, &key.target).to_owned();
            key.table = self.table(&key.table).to_owned();
        }
        table
    }
}
