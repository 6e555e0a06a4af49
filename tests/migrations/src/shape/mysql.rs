//! The catalogue of MySQL and MariaDB.

use std::collections::BTreeMap;

use super::{Shape, cell, column};
use crate::database::Database;

pub(super) fn read(database: &mut Database) -> Shape {
    let mut shape = Shape::new();
    let schema = database.schema().to_owned();
    let columns = format!(
        "SELECT table_name, column_name, concat(column_type, coalesce(concat(' ', collation_name), '')), is_nullable,
         column_default FROM information_schema.columns WHERE table_schema = '{schema}'"
    );
    for row in database.rows(&columns) {
        // MariaDB says so where MySQL says nothing.
        let default = row[4].as_deref().filter(|text| *text != "NULL");
        let is_bytes = cell(&row, 2).starts_with("binary(");
        let default = default.map(|text| if is_bytes { super::BYTES } else { text });
        let line = column(cell(&row, 1), cell(&row, 2), cell(&row, 3) == "YES", default);
        shape.entry(cell(&row, 0).to_owned()).or_default().insert(line);
    }
    for ((table, index), (is_unique, steps)) in indexes(database, &schema) {
        let steps = steps.join(", ");
        let line = match (index.as_str(), is_unique) {
            ("PRIMARY", _) => format!("primary key ({steps})"),
            (_, true) => format!("unique index {index} ({steps})"),
            (_, false) => format!("index {index} ({steps})"),
        };
        shape.entry(table).or_default().insert(line);
    }
    let keys = format!(
        "SELECT k.table_name, k.constraint_name, k.column_name, k.referenced_table_name, k.referenced_column_name, r.delete_rule
         FROM information_schema.key_column_usage k JOIN information_schema.referential_constraints r
         ON r.constraint_schema = k.constraint_schema AND r.constraint_name = k.constraint_name
         AND r.table_name = k.table_name WHERE k.table_schema = '{schema}'"
    );
    for row in database.rows(&keys) {
        let cascade = if cell(&row, 5) == "CASCADE" { " cascade" } else { "" };
        let [name, from, target, to] = [1, 2, 3, 4].map(|at| cell(&row, at));
        let line = format!("foreign key {name} ({from}) to {target} ({to}){cascade}");
        shape.entry(cell(&row, 0).to_owned()).or_default().insert(line);
    }
    shape
}

/// Whether an index is unique, and its columns.
type Index = (bool, Vec<String>);

fn indexes(database: &mut Database, schema: &str) -> BTreeMap<(String, String), Index> {
    let question = format!(
        "SELECT table_name, index_name, non_unique, column_name, collation FROM information_schema.statistics
         WHERE table_schema = '{schema}' ORDER BY table_name, index_name, seq_in_index"
    );
    let mut indexes: BTreeMap<(String, String), Index> = BTreeMap::new();
    for row in database.rows(&question) {
        let key = (cell(&row, 0).to_owned(), cell(&row, 1).to_owned());
        let (is_unique, steps) = indexes.entry(key).or_default();
        *is_unique = cell(&row, 2) == "0";
        let direction = if cell(&row, 4) == "D" { " desc" } else { "" };
        steps.push(format!("{}{direction}", cell(&row, 3)));
    }
    indexes
}
