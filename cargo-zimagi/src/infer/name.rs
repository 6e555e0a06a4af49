//! Spec names made of what other systems call things.

use std::collections::HashSet;

/// Names that a field cannot have: parameters of list requests, and what every model has already.
const TAKEN: &[&str] = &[
    "page", "count", "fields", "q", "ordering", "limit", "format", "cursor", "total", "offset", "search", "estimate",
    "created", "updated",
];

/// Whether a word can be the name of a data model.
pub(crate) fn is_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_lowercase()) && snake(word) == word
}

/// Names for columns, each once.
pub(super) fn field_names<'a>(columns: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut used = HashSet::new();
    columns.map(|column| distinct(&field_name(column), &mut used)).collect()
}

/// The name of a relation on a column: without what says that the column holds a key.
pub(super) fn relation_name(field: &str) -> &str {
    let short = ["_id", "_code", "_key"].iter().find_map(|suffix| field.strip_suffix(suffix));
    short.filter(|short| is_name(short)).unwrap_or(field)
}

fn field_name(column: &str) -> String {
    let name = snake(column);
    let name = if name.starts_with(|c: char| c.is_ascii_digit()) { format!("n_{name}") } else { name };
    match name.as_str() {
        "" => "column".to_owned(),
        name if TAKEN.contains(&name) => format!("{name}_value"),
        _ => name,
    }
}

fn distinct(name: &str, used: &mut HashSet<String>) -> String {
    let numbered = (2..).map(|number| format!("{name}_{number}"));
    let free = std::iter::once(name.to_owned()).chain(numbered).find(|name| !used.contains(name));
    let free = free.expect("there is a free number");
    used.insert(free.clone());
    free
}

/// Lower-case words with single `_` between: `Tail Number`, `tailNumber` and `TAIL-NUMBER` give `tail_number`.
pub(super) fn snake(text: &str) -> String {
    let mut name = String::new();
    let mut is_after_small = false;
    for letter in text.chars() {
        if letter.is_ascii_alphanumeric() {
            let begins_word = letter.is_ascii_uppercase() && is_after_small;
            if begins_word && !name.ends_with('_') {
                name.push('_');
            }
            name.push(letter.to_ascii_lowercase());
        } else if !name.is_empty() && !name.ends_with('_') {
            name.push('_');
        }
        is_after_small = letter.is_ascii_lowercase() || letter.is_ascii_digit();
    }
    name.trim_end_matches('_').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_become_names() {
        let columns = ["Tail Number", "tailNumber", "ID", "page", "2013", "", "Größe (cm)", "URL"];
        let names = field_names(columns.into_iter());
        assert_eq!(names, ["tail_number", "tail_number_2", "id", "page_value", "n_2013", "column", "gr_e_cm", "url"]);
    }

    #[test]
    fn relations_are_named_for_records_and_not_for_keys() {
        assert_eq!(["plant_id", "carrier", "_id"].map(relation_name), ["plant", "carrier", "_id"]);
    }
}
