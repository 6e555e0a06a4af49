//! PostgreSQL's catalogue.

use super::{Shape, cell, column};
use crate::database::Database;

pub(super) fn read(database: &mut Database) -> Shape {
    let mut shape = Shape::new();
    let schema = database.schema().to_owned();
    let tables = format!("FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace AND n.nspname = '{schema}'");
    let columns = format!(
        "SELECT t.relname, a.attname, format_type(a.atttypid, a.atttypmod) || coalesce(' ' || nullif(c.collname, 'default'), ''),
         a.attnotnull, pg_get_expr(d.adbin, d.adrelid) {tables} JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0
         AND NOT a.attisdropped LEFT JOIN pg_attrdef d ON d.adrelid = t.oid AND d.adnum = a.attnum
         LEFT JOIN pg_collation c ON c.oid = a.attcollation WHERE t.relkind = 'r'"
    );
    for row in database.rows(&columns) {
        let line = column(cell(&row, 1), cell(&row, 2), cell(&row, 3) == "f", row[4].as_deref());
        shape.entry(cell(&row, 0).to_owned()).or_default().insert(line);
    }
    let constraints = format!(
        "SELECT t.relname, c.conname, pg_get_constraintdef(c.oid) {tables} JOIN pg_constraint c ON c.conrelid = t.oid"
    );
    for row in database.rows(&constraints) {
        let line = constraint(cell(&row, 1), &cell(&row, 2).replace('"', ""));
        shape.entry(cell(&row, 0).to_owned()).or_default().insert(line);
    }
    let indexes = format!(
        "SELECT t.relname, i.relname, x.indisunique, pg_get_indexdef(x.indexrelid) {tables} JOIN pg_index x ON x.indrelid = t.oid
         JOIN pg_class i ON i.oid = x.indexrelid WHERE NOT x.indisprimary AND t.relkind = 'r'"
    );
    for row in database.rows(&indexes) {
        let text = cell(&row, 3).replace('"', "").replace(" DESC", " desc").replace("NULLS LAST", "nulls last");
        let steps = text.split_once("USING btree (").and_then(|(_, steps)| steps.strip_suffix(')')).unwrap();
        let kind = if cell(&row, 2) == "t" { "unique index" } else { "index" };
        let line = format!("{kind} {} ({steps})", cell(&row, 1));
        shape.entry(cell(&row, 0).to_owned()).or_default().insert(line);
    }
    shape
}

/// `FOREIGN KEY (a) REFERENCES t(b) ON DELETE CASCADE` or `PRIMARY KEY (a, b)` in the words of shapes.
fn constraint(name: &str, text: &str) -> String {
    if let Some(columns) = text.strip_prefix("PRIMARY KEY ") {
        return format!("primary key {name} {columns}");
    }
    let text = text.strip_prefix("FOREIGN KEY ").unwrap_or(text);
    let (columns, target) = text.split_once(" REFERENCES ").unwrap_or((text, ""));
    let target = target.replacen('(', " (", 1).replace(" ON DELETE CASCADE", " cascade");
    format!("foreign key {name} {columns} to {target}")
}
