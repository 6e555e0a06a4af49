//! The words above statements: which change of the specs they carry.

use std::collections::BTreeMap;

use crate::migration::schema::{Column, ColumnKind};

/// What people call tables and columns: `data.flight`, `plane`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Labels {
    pub(crate) tables: BTreeMap<String, String>,
    /// By table and column.
    pub(crate) columns: BTreeMap<(String, String), String>,
}

impl Labels {
    /// What is no longer in the specs has the name of its table.
    pub(super) fn table(&self, table: &str) -> String {
        self.tables.get(table).cloned().unwrap_or_else(|| format!("table {table}"))
    }

    pub(super) fn column(&self, table: &str, column: &str) -> String {
        let label = self.columns.get(&(table.to_owned(), column.to_owned()));
        format!("`{}`", label.map_or(column, String::as_str))
    }
}

/// What is different about a column that stays, `string(8) to string(9), may be null`.
pub(crate) fn render_change(before: &Column, after: &Column) -> String {
    let mut changes = Vec::new();
    if before.kind != after.kind {
        changes.push(format!("{} to {}", word(before.kind), word(after.kind)));
    }
    if before.is_nullable != after.is_nullable {
        changes.push(if after.is_nullable { "may be null" } else { "must have a value" }.to_owned());
    }
    if before.default != after.default {
        changes.push(if after.default.is_some() { "another default" } else { "no default" }.to_owned());
    }
    changes.join(", ")
}

fn word(kind: ColumnKind) -> String {
    match kind {
        ColumnKind::String(length) => format!("string({length})"),
        ColumnKind::Text => "text".to_owned(),
        ColumnKind::Integer => "integer".to_owned(),
        ColumnKind::Float => "float".to_owned(),
        ColumnKind::Boolean => "boolean".to_owned(),
        ColumnKind::Date => "date".to_owned(),
        ColumnKind::DateTime => "datetime".to_owned(),
        ColumnKind::Identifier => "identifier".to_owned(),
        ColumnKind::Decimal(digits, places) => format!("decimal({digits}, {places})"),
        ColumnKind::Time => "time".to_owned(),
        ColumnKind::Duration => "duration".to_owned(),
        ColumnKind::Uuid => "uuid".to_owned(),
        ColumnKind::Binary => "binary".to_owned(),
        ColumnKind::Json => "JSON".to_owned(),
        ColumnKind::Sealed => "encrypted".to_owned(),
    }
}
