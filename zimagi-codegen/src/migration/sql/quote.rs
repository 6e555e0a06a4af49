//! Quoting of names and texts.

use zimagi_spec::names::Database;

/// A name, safe from the keywords of every version of a database.
pub(super) fn quoted(name: &str, database: Database) -> String {
    match database {
        Database::Mysql => format!("`{}`", name.replace('`', "``")),
        Database::Sqlite | Database::Postgresql => format!("\"{}\"", name.replace('"', "\"\"")),
    }
}

/// A text; MySQL reads backslashes in it.
pub(super) fn quoted_text(text: &str, database: Database) -> String {
    let text = text.replace('\'', "''");
    match database {
        Database::Mysql => format!("'{}'", text.replace('\\', "\\\\")),
        Database::Sqlite | Database::Postgresql => format!("'{text}'"),
    }
}
