//! Tables as SQL.

use zimagi_spec::names::Database;

use super::column::{MYSQL_COLLATION, render_column, render_foreign_key};
use super::quote::quoted;
use crate::migration::schema::Table;

/// `CREATE TABLE` with the primary key. Indexes are statements of their own; foreign keys are too, where they can be.
pub(super) fn render_table(name: &str, table: &Table, database: Database) -> String {
    let columns = table.columns.iter().map(|column| {
        let is_reference = table.foreign_key(&column.name).is_some();
        render_column(column, is_reference, database)
    });
    let key: Vec<String> = table.primary_key.columns.iter().map(|column| quoted(column, database)).collect();
    let primary_key =
        format!("CONSTRAINT {} PRIMARY KEY ({})", quoted(&table.primary_key.name, database), key.join(", "));
    let foreign_keys = match database {
        Database::Sqlite => table.foreign_keys.as_slice(),
        Database::Postgresql | Database::Mysql => &[],
    };
    let foreign_keys = foreign_keys.iter().map(|key| render_foreign_key(key, database));
    let lines: Vec<String> = columns.chain([primary_key]).chain(foreign_keys).collect();
    let options = match database {
        Database::Mysql => {
            format!(" ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE {MYSQL_COLLATION}")
        }
        Database::Sqlite | Database::Postgresql => String::new(),
    };
    format!("CREATE TABLE {} (\n    {}\n){options}", quoted(name, database), lines.join(",\n    "))
}
