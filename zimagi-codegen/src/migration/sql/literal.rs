//! Defaults as SQL, in the form in which the runtime stores values: a column that is added gives rows this value.
//!
//! The texts come in the one form that specs keep for each kind. Knows nothing of columns but their kind.

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
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
        ColumnKind::DateTime => quoted_text(&stored_time(&stored_moment(text)), database),
        ColumnKind::Time => quoted_text(&stored_time(text), database),
        ColumnKind::Decimal(..) if database == Database::Sqlite => scaled(text),
        ColumnKind::Decimal(..) => text.to_owned(),
        ColumnKind::Duration => microseconds(text),
        ColumnKind::Uuid if database == Database::Postgresql => quoted_text(text, database),
        ColumnKind::Uuid => bytes(&text.replace('-', ""), database),
        ColumnKind::Identifier => bytes(text, database),
        ColumnKind::Binary => large(&bytes(&hex_of_base64(text), database), database),
        ColumnKind::Text | ColumnKind::Json => large(&quoted_text(text, database), database),
        _ => quoted_text(text, database),
    }
}

/// MySQL takes defaults of large values as expressions only.
fn large(literal: &str, database: Database) -> String {
    if database == Database::Mysql { format!("({literal})") } else { literal.to_owned() }
}

fn bytes(hex: &str, database: Database) -> String {
    match database {
        Database::Postgresql => format!("'\\x{hex}'"),
        Database::Sqlite | Database::Mysql => format!("X'{hex}'"),
    }
}

fn hex_of_base64(text: &str) -> String {
    let bytes = BASE64.decode(text).expect("rules have read defaults as their kinds");
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// SQLite's decimals are whole numbers, of which the last place is one.
fn scaled(decimal: &str) -> String {
    let number: i64 = decimal.replace('.', "").parse().expect("rules have counted the digits of decimals");
    number.to_string()
}

/// `-PT90.5S` as whole microseconds.
fn microseconds(duration: &str) -> String {
    let (sign, unsigned) = duration.strip_prefix('-').map_or(("", duration), |rest| ("-", rest));
    let seconds = unsigned.trim_start_matches("PT").trim_end_matches('S');
    let (whole, fraction) = seconds.split_once('.').unwrap_or((seconds, ""));
    let digits = format!("{whole}{fraction:0<6}");
    let digits = digits.trim_start_matches('0');
    if digits.is_empty() { "0".to_owned() } else { format!("{sign}{digits}") }
}

/// `2013-01-01T05:00:00Z` as databases store it: `2013-01-01 05:00:00`.
fn stored_moment(text: &str) -> String {
    text.trim_end_matches('Z').replacen('T', " ", 1)
}

/// A fraction has no digits, three or six: where times are text, equal ones are equal texts.
fn stored_time(text: &str) -> String {
    let Some((whole, fraction)) = text.split_once('.') else { return text.to_owned() };
    match fraction.trim_end_matches('0') {
        "" => whole.to_owned(),
        short if short.len() <= 3 => format!("{whole}.{short:0<3}"),
        long => format!("{whole}.{long:0<6}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn defaults_have_the_form_of_stored_values() {
        let cases = [
            (ColumnKind::Decimal(6, 2), "-0.50", ["-50", "-0.50", "-0.50"]),
            (ColumnKind::Duration, "PT90.5S", ["90500000", "90500000", "90500000"]),
            (ColumnKind::Duration, "-PT0.000001S", ["-1", "-1", "-1"]),
            (ColumnKind::Duration, "PT0S", ["0", "0", "0"]),
            (ColumnKind::Time, "07:30:00.25", ["'07:30:00.250'", "'07:30:00.250'", "'07:30:00.250'"]),
            (ColumnKind::DateTime, "2013-01-31T05:00:00.0Z", ["'2013-01-31 05:00:00'"; 3]),
            (ColumnKind::Binary, "AAH/", ["X'0001ff'", "'\\x0001ff'", "(X'0001ff')"]),
            (ColumnKind::Json, "[]", ["'[]'", "'[]'", "('[]')"]),
            (
                ColumnKind::Uuid,
                "1b4e28ba-2fa1-11d2-883f-0016d3cca427",
                [
                    "X'1b4e28ba2fa111d2883f0016d3cca427'",
                    "'1b4e28ba-2fa1-11d2-883f-0016d3cca427'",
                    "X'1b4e28ba2fa111d2883f0016d3cca427'",
                ],
            ),
        ];
        for (kind, text, expected) in cases {
            let default = ColumnDefault::Text(text.to_owned());
            let rendered = [Database::Sqlite, Database::Postgresql, Database::Mysql]
                .map(|database| render_literal(&default, kind, database));
            assert_eq!(rendered, expected, "{text}");
        }
    }
}
