//! Values for rows that have none: empty ones, where going back has to make a column that must have values.

use zimagi_spec::names::Database;

use super::literal::render_literal;
use crate::migration::schema::{Column, ColumnDefault, ColumnKind};

/// The default of the column, or else an empty value of its kind.
pub(super) fn render_fill(column: &Column, database: Database) -> String {
    match &column.default {
        Some(default) => render_literal(default, column.kind, database),
        None => render_empty(column.kind, database),
    }
}

fn render_empty(kind: ColumnKind, database: Database) -> String {
    let text = |text: &str| ColumnDefault::Text(text.to_owned());
    let value = match kind {
        ColumnKind::Integer => ColumnDefault::Integer(0),
        ColumnKind::Float => ColumnDefault::Float(0.0),
        ColumnKind::Boolean => ColumnDefault::Boolean(false),
        ColumnKind::String(_) | ColumnKind::Text | ColumnKind::Binary => text(""),
        ColumnKind::Date => text("1970-01-01"),
        ColumnKind::DateTime => text("1970-01-01T00:00:00Z"),
        ColumnKind::Identifier => text(&"0".repeat(64)),
        ColumnKind::Decimal(_, places) => text(&format!("0.{}", "0".repeat(usize::from(places.max(1))))),
        ColumnKind::Time => text("00:00:00"),
        ColumnKind::Duration => text("PT0S"),
        ColumnKind::Uuid => text("00000000-0000-0000-0000-000000000000"),
        ColumnKind::Json => text("null"),
        // Bytes as well, for the database.
        ColumnKind::Sealed => return render_literal(&text(""), ColumnKind::Binary, database),
    };
    render_literal(&value, kind, database)
}
