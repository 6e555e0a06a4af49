//! What ignoring case means: one folding, the same on every database.

use zimagi_spec::names::Database;

/// The folded form of a text: each letter in lower case by itself, the final sigma like any other.
pub(crate) fn fold(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).map(|letter| if letter == 'ς' { 'σ' } else { letter }).collect()
}

/// The same in SQL, around an expression.
///
/// SQLite knows only ASCII letters, so the function above is registered there. PostgreSQL's must not depend on the locale it was
/// set up with. MariaDB and MySQL know the letters of a recent Unicode by different names, which each reads where the other sees a
/// comment; before MariaDB 10.10 some rarer letters are left as they are. Both make one letter of the Turkish capital I, where
/// folding makes two.
pub(super) const fn around(database: Database) -> (&'static str, &'static str) {
    match database {
        Database::Sqlite => ("zimagi_fold(", ")"),
        Database::Postgresql => ("replace(lower(", " COLLATE \"und-x-icu\"), 'ς', 'σ')"),
        Database::Mysql => (
            "replace(lower(replace(",
            ", 'İ', 'i\u{307}') /*M!101000 COLLATE utf8mb4_uca1400_ai_ci */ /*!80000 COLLATE utf8mb4_0900_ai_ci */) \
             COLLATE utf8mb4_bin, 'ς', 'σ')",
        ),
    }
}
