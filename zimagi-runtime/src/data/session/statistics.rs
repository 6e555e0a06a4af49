//! What a database knows of its tables when it chooses how to answer.

use super::link::Link;
use super::session::Session;
use crate::data::error::DataError;

/// How many rows of an index SQLite looks at: enough to tell a column with few values from one with many.
const SQLITE_ROWS: u32 = 1000;

impl Session {
    /// Has the database look at a table anew, as is due after much was written to it.
    pub(crate) async fn refresh_statistics(&mut self, table: &str) -> Result<(), DataError> {
        let words = match self.sound_link()? {
            Link::Sqlite(_) => format!("PRAGMA analysis_limit = {SQLITE_ROWS}; ANALYZE \"{table}\""),
            Link::Postgres(_) => format!("ANALYZE \"{table}\""),
            // It commits, so it is the last statement of its transaction.
            Link::Mysql(_) => format!("ANALYZE TABLE `{table}`"),
        };
        let said = self.sound_link()?.say(&words).await;
        self.note(said)
    }
}
