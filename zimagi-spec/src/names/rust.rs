//! Rust names. Knows nothing of SQL.

/// The Rust type of an entry: `flight_delay` gives `FlightDelay`.
#[must_use]
pub fn type_name(name: &str) -> String {
    words(name).map(capitalised).collect()
}

/// The Rust identifier of a field, parameter or command word: `tail-number` gives `tail_number`, `type` gives `type_`.
#[must_use]
pub fn rust_ident(name: &str) -> String {
    let ident = words(name).collect::<Vec<_>>().join("_");
    if is_rust_keyword(&ident) { format!("{ident}_") } else { ident }
}

/// The Rust module of an entry; the same form as [`rust_ident`].
#[must_use]
pub fn module_ident(name: &str) -> String {
    rust_ident(name)
}

/// The trait that holds what one crate's specs add to a model of another crate: `User` gives `UserExtension`.
#[must_use]
pub fn extension_name(type_name: &str) -> String {
    format!("{type_name}Extension")
}

/// The type with the hooks of a model: `Flight` gives `FlightHooks`.
#[must_use]
pub fn hooks_name(type_name: &str) -> String {
    format!("{type_name}Hooks")
}

/// The Rust static of an entry: `flight_delay` gives `FLIGHT_DELAY`.
#[must_use]
pub fn static_ident(name: &str) -> String {
    words(name).collect::<Vec<_>>().join("_").to_uppercase()
}

/// Whether the word is a keyword of Rust, in use or reserved.
#[must_use]
pub fn is_rust_keyword(word: &str) -> bool {
    KEYWORDS.contains(&word)
}

/// Whether generated code uses a type or trait of this name without saying where it is from, so that another type of the
/// name beside it would hide it.
#[must_use]
pub fn is_used_by_generated_code(type_name: &str) -> bool {
    ["From", "Option", "Path", "Result", "String", "Vec"].contains(&type_name)
}

/// The identifier of a column in Diesel's `table!`, which makes modules of its own beside columns.
#[must_use]
pub fn diesel_column_ident(column: &str) -> String {
    let ident = rust_ident(column);
    let is_taken =
        ["all_columns", "bool", "columns", "diesel", "dsl", "star", "str", "table"].contains(&ident.as_str());
    if is_taken { format!("{ident}_") } else { ident }
}

const KEYWORDS: &[&str] = &[
    "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro",
    "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super",
    "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split(['_', '-', '.', ' ']).filter(|word| !word.is_empty())
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_types_idents_and_statics() {
        assert_eq!(type_name("flight_delay"), "FlightDelay");
        assert_eq!(type_name("usa-job"), "UsaJob");
        assert_eq!(rust_ident("tail-number"), "tail_number");
        assert_eq!(rust_ident("type"), "type_");
        assert_eq!(static_ident("flight_delay"), "FLIGHT_DELAY");
    }
}
