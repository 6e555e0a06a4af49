//! What ignoring case means: one folding, the same on every database.

use zimagi_spec::names::Database;

/// The folded form of a text: each letter in lower case by itself, the final sigma like any other.
pub(crate) fn fold(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).map(|letter| if letter == 'ς' { 'σ' } else { letter }).collect()
}

/// The same in SQL, around an expression.
///
/// SQLite knows only ASCII letters, so the function above is registered there. PostgreSQL's must not depend on the locale it was
/// set up with. What MySQL's `lower` leaves as it is, is stated in the documentation.
pub(super) const fn around(database: Database) -> (&'static str, &'static str) {
    match database {
        Database::Sqlite => ("zimagi_fold(", ")"),
        Database::Postgresql => ("replace(lower(", " COLLATE \"und-x-icu\"), 'ς', 'σ')"),
        Database::Mysql => ("replace(lower(", "), 'ς', 'σ')"),
    }
}
