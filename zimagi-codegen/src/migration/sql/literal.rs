//! Defaults as SQL, in the form that values are stored in.

use zimagi_spec::names::Database;

use super::quote::quoted_text;
use crate::migration::schema::{ColumnDefault, ColumnKind};

/// A default of a column of this kind.
pub(super) fn render_literal(default: &ColumnDefault, kind: ColumnKind, database: Database) -> String {
    match default {
        ColumnDefault::Boolean(fact) => fact.to_string().to_uppercase(),
        ColumnDefault::Integer(number) => number.to_string(),
        ColumnDefault::Float(number) => format!("{number:?}"),
        ColumnDefault::Text(text) | ColumnDefault::Json(text) => render_text(text, kind, database),
    }
}

fn render_text(text: &str, kind: ColumnKind, database: Database) -> String {
    match kind {
        ColumnKind::DateTime => quoted_text(&stored_moment(text), database),
        ColumnKind::Text | ColumnKind::Json if database == Database::Mysql => {
            format!("({})", quoted_text(text, database))
        }
        _ => quoted_text(text, database),
    }
}

/// `2013-01-01T05:00:00Z` as databases store it: `2013-01-01 05:00:00`.
fn stored_moment(text: &str) -> String {
    text.trim_end_matches('Z').replacen('T', " ", 1)
}
