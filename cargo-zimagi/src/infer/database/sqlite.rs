//! The catalogue of a SQLite file.

use std::path::Path;

use rusqlite::{Connection, OpenFlags, Row};

use super::catalogue::{Column, ForeignKey, Table};
use crate::infer::InferFailure;

/// Reads the table that is chosen among all.
pub(super) fn read(
    path: &Path,
    choose: impl FnOnce(Vec<String>) -> Result<String, InferFailure>,
) -> Result<Table, InferFailure> {
    let failed = |source| InferFailure::Sqlite { path: path.to_owned(), source };
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(failed)?;
    let tables =
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name";
    let known = list(&connection, tables, "", |row| row.get(0)).map_err(failed)?;
    let name = choose(known)?;
    table(&connection, name).map_err(failed)
}

fn table(connection: &Connection, name: String) -> rusqlite::Result<Table> {
    let columns = "SELECT name, type, \"notnull\", pk FROM pragma_table_info(?1) ORDER BY cid";
    let rows: Vec<(Column, i64)> = list(connection, columns, &name, |row| {
        let (is_required, place) = (row.get::<_, bool>(2)?, row.get::<_, i64>(3)?);
        Ok((Column { name: row.get(0)?, type_: row.get(1)?, is_nullable: !is_required && place == 0 }, place))
    })?;
    let mut primary_key: Vec<_> = rows.iter().filter(|(_, place)| *place > 0).collect();
    primary_key.sort_by_key(|(_, place)| *place);
    let primary_key = primary_key.into_iter().map(|(column, _)| column.name.clone()).collect();
    let indexes =
        "SELECT name FROM pragma_index_list(?1) WHERE \"unique\" AND NOT partial AND origin <> 'pk' ORDER BY name";
    let indexes: Vec<String> = list(connection, indexes, &name, |row| row.get(0))?;
    let columns = "SELECT name FROM pragma_index_info(?1) ORDER BY seqno";
    let unique = indexes.iter().map(|index| list(connection, columns, index, |row| row.get(0)));
    let unique = unique.collect::<rusqlite::Result<Vec<Vec<Option<String>>>>>()?;
    Ok(Table {
        columns: rows.into_iter().map(|(column, _)| column).collect(),
        primary_key,
        // An index over an expression names no column.
        unique: unique.into_iter().filter_map(|columns| columns.into_iter().collect()).collect(),
        foreign_keys: foreign_keys(connection, &name)?,
        name,
    })
}

/// Those of one column; without a target they refer to the primary key.
fn foreign_keys(connection: &Connection, name: &str) -> rusqlite::Result<Vec<ForeignKey>> {
    let keys = "SELECT \"from\", \"table\", coalesce(\"to\", 'its primary key') FROM pragma_foreign_key_list(?1) \
                GROUP BY id HAVING count(*) = 1 ORDER BY \"from\"";
    list(connection, keys, name, |row| Ok(ForeignKey { column: row.get(0)?, table: row.get(1)?, target: row.get(2)? }))
}

/// The rows of a statement with at most one parameter.
fn list<T>(
    connection: &Connection,
    sql: &str,
    parameter: &str,
    read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Vec<T>> {
    let mut statement = connection.prepare(sql)?;
    let parameters: &[&str] = if statement.parameter_count() == 0 { &[] } else { &[parameter] };
    statement.query_map(rusqlite::params_from_iter(parameters), read)?.collect()
}
