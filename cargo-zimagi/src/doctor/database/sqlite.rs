//! What a SQLite file holds.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::Held;

pub(super) fn read(path: &Path) -> rusqlite::Result<Held> {
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let mut held = Held::default();
    let columns = "SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table'";
    for row in connection.prepare(columns)?.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))? {
        let (table, column): (String, String) = row?;
        held.columns.entry(table).or_default().insert(column);
    }
    if held.columns.contains_key("zimagi_migration") {
        let mut versions = connection.prepare("SELECT version FROM zimagi_migration")?;
        held.versions = versions.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    }
    Ok(held)
}
