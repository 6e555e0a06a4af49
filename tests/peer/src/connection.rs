//! Connections with the settings that the runtime uses.

use rusqlite::Connection;

/// Opens a database for writing.
pub(crate) fn open_for_writing(path: &str) -> rusqlite::Result<Connection> {
    open(path, 32_768)
}

/// Opens a database for reading.
pub(crate) fn open_for_reading(path: &str) -> rusqlite::Result<Connection> {
    let connection = open(path, 8_192)?;
    connection.execute_batch("PRAGMA query_only = ON;")?;
    Ok(connection)
}

fn open(path: &str, cache_kib: u32) -> rusqlite::Result<Connection> {
    let connection = Connection::open(path)?;
    connection.execute_batch(&format!(
        "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; \
         PRAGMA cache_size = -{cache_kib}; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 4000;"
    ))?;
    Ok(connection)
}
