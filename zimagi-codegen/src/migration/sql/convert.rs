//! Values of one kind as values of another, in the words of each database.

use zimagi_spec::names::Database;

use super::column::render_plain_type;
use crate::migration::difference::{Conversion, conversion};
use crate::migration::schema::ColumnKind;

/// The expression for PostgreSQL's `USING`; none where the type alone says it.
pub(super) fn render_using(name: &str, from: ColumnKind, to: ColumnKind) -> Option<String> {
    use ColumnKind::{Boolean, Decimal, Float, Integer, String, Text};
    match (conversion(from, to), from, to) {
        (Conversion::Cut(length), ..) => Some(format!("left({name}, {length})")),
        (Conversion::ToBoolean, ..) => Some(format!("{name} <> 0")),
        (_, Boolean, Integer) => Some(format!("{name}::integer::bigint")),
        // A cast would round half to even, which no other database does.
        (_, Float, Integer) => Some(format!("round({name}::numeric)::bigint")),
        (_, Float, Decimal(_, places)) => Some(format!("round({name}::numeric, {places})")),
        (_, Decimal(..), Integer) => Some(format!("round({name})::bigint")),
        (_, String(_) | Text, String(_) | Text) => None,
        _ => Some(format!("{name}::{}", render_plain_type(to, Database::Postgresql))),
    }
}

/// The value that MySQL gets before the type changes, with the rows that need it; none where the change of type does it.
pub(super) fn render_update(name: &str, from: ColumnKind, to: ColumnKind) -> Option<(String, String)> {
    match conversion(from, to) {
        Conversion::Cut(length) => Some((format!("LEFT({name}, {length})"), format!("CHAR_LENGTH({name}) > {length}"))),
        Conversion::ToBoolean => Some((format!("{name} <> 0"), format!("{name} NOT IN (0, 1)"))),
        Conversion::Direct | Conversion::Impossible => None,
    }
}

/// The expression that SQLite copies.
pub(super) fn render_copy(name: &str, from: ColumnKind, to: ColumnKind) -> String {
    use ColumnKind::{Date, DateTime, Decimal, Float, Integer, String, Text};
    match (conversion(from, to), from, to) {
        (Conversion::Cut(length), ..) => format!("substr({name}, 1, {length})"),
        (Conversion::ToBoolean, ..) => format!("{name} <> 0"),
        (_, Integer, Float) => format!("CAST({name} AS REAL)"),
        (_, Integer, String(_) | Text) => format!("CAST({name} AS TEXT)"),
        (_, Float, Integer) => format!("CAST(ROUND({name}) AS INTEGER)"),
        (_, Float, Decimal(_, places)) => format!("CAST(ROUND({name} * {}) AS INTEGER)", power(places)),
        (_, Decimal(_, places), Float) => format!("{name} / {}.0", power(places)),
        (_, Integer, Decimal(_, places)) => scale(name, 0, places),
        (_, Decimal(_, places), Integer) => scale(name, places, 0),
        (_, Decimal(_, before), Decimal(_, after)) => scale(name, before, after),
        (_, Date, DateTime) => format!("{name} || ' 00:00:00'"),
        (_, DateTime, Date) => format!("substr({name}, 1, 10)"),
        _ => name.to_owned(),
    }
}

/// Decimals are whole numbers, of which the last place is one. Halves are rounded away from zero, as elsewhere.
fn scale(name: &str, before: u8, after: u8) -> String {
    match before.cmp(&after) {
        std::cmp::Ordering::Equal => name.to_owned(),
        std::cmp::Ordering::Less => format!("{name} * {}", power(after - before)),
        std::cmp::Ordering::Greater => {
            let divisor = power(before - after);
            let half = divisor / 2;
            format!("({name} + CASE WHEN {name} < 0 THEN -{half} ELSE {half} END) / {divisor}")
        }
    }
}

const fn power(places: u8) -> i64 {
    10_i64.pow(places as u32)
}
