//! The shape of a database: every column, key and index of every table, one line each, in the same words wherever it was
//! read.

mod expected;
mod mysql;
mod postgresql;
mod sqlite;

use std::collections::{BTreeMap, BTreeSet};

use zimagi_spec::names::Database as Kind;

use crate::database::{Database, Row};

pub use expected::expected;

/// Lines by table.
pub type Shape = BTreeMap<String, BTreeSet<String>>;

/// What stands in the catalogue.
pub fn read(database: &mut Database) -> Shape {
    match database.kind {
        Kind::Sqlite => sqlite::read(database),
        Kind::Postgresql => postgresql::read(database),
        Kind::Mysql => mysql::read(database),
    }
}

/// What one shape has and the other has not; empty if they are the same.
#[must_use]
pub fn differences(found: &Shape, expected: &Shape) -> String {
    let lines = |shape: &Shape| -> BTreeSet<String> {
        shape.iter().flat_map(|(table, lines)| lines.iter().map(move |line| format!("{table}: {line}"))).collect()
    };
    let (found, expected) = (lines(found), lines(expected));
    let surplus = found.difference(&expected).map(|line| format!("+ {line}\n"));
    let missing = expected.difference(&found).map(|line| format!("- {line}\n"));
    surplus.chain(missing).collect()
}

fn column(name: &str, type_: &str, is_nullable: bool, default: Option<&str>) -> String {
    let null = if is_nullable { "null" } else { "not null" };
    let default = default.map(|text| format!(" default {}", canonical(text))).unwrap_or_default();
    format!("column {name}: {type_} {null}{default}")
}

/// A default without its quotes, casts and blanks; numbers as numbers.
fn canonical(text: &str) -> String {
    let text = text.trim_start_matches('(').trim_end_matches(')');
    let text = text.split("::").next().unwrap_or_default();
    let text = text.trim_start_matches("_utf8mb4");
    let text = text.strip_prefix('\'').and_then(|text| text.strip_suffix('\'')).unwrap_or(text);
    let text: String = text.replace("''", "'").chars().filter(|character| !character.is_whitespace()).collect();
    let bytes = text.strip_prefix("X'").or_else(|| text.strip_prefix("x'")).and_then(|text| text.strip_suffix('\''));
    let bytes = bytes.or_else(|| text.strip_prefix("\\x"));
    match (bytes, text.parse::<f64>()) {
        (Some(hex), _) => format!("bytes {}", hex.to_lowercase()),
        (None, Ok(number)) => number.to_string(),
        (None, Err(_)) => match text.as_str() {
            "TRUE" | "FALSE" => text.to_lowercase(),
            _ => text,
        },
    }
}

/// A default whose bytes the catalogue of MySQL shows as a text that has lost some of them.
const BYTES: &str = "some bytes";

/// A cell that is there.
fn cell(row: &Row, at: usize) -> &str {
    row[at].as_deref().unwrap_or_default()
}
