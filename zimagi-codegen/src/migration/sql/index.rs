//! Indexes as SQL.

use zimagi_spec::names::Database;

use super::quote::quoted;
use crate::migration::schema::{Index, IndexColumn, Table};

/// `CREATE INDEX`, unique or not.
pub(super) fn render_index(name: &str, table: &Table, index: &Index, database: Database) -> String {
    let columns: Vec<String> = index.columns.iter().map(|column| render_column(table, column, database)).collect();
    let kind = if index.is_unique { "UNIQUE INDEX" } else { "INDEX" };
    let (index, name) = (quoted(&index.name, database), quoted(name, database));
    format!("CREATE {kind} {index} ON {name} ({})", columns.join(", "))
}

fn render_column(table: &Table, step: &IndexColumn, database: Database) -> String {
    let column = table.column(&step.column);
    let mut text = quoted(&step.column, database);
    if step.is_descending {
        // Lists put nulls last whichever way they run; PostgreSQL alone would put them first here.
        let is_nulls_first = database == Database::Postgresql && column.is_nullable;
        text += if is_nulls_first { " DESC NULLS LAST" } else { " DESC" };
    }
    text
}
