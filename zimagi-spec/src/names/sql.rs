//! SQL names. Knows nothing of Rust names.

/// The table of a model: the owner's name with `-` as `_`, then the model's name.
#[must_use]
pub fn table_name(owner: &str, model: &str) -> String {
    format!("{}_{model}", owner.replace(['-', '.', ' '], "_"))
}

/// The column of a relation field.
#[must_use]
pub fn relation_column(field: &str) -> String {
    format!("{field}_id")
}
