//! Declared types of SQL databases as kinds of fields.

use crate::infer::form::Kind;

/// Types that mean one kind, by their first words.
const TYPES: &[(&str, Kind)] = &[
    ("timestamp", Kind::DateTime),
    ("datetime", Kind::DateTime),
    ("date", Kind::Date),
    ("time", Kind::Time),
    ("interval", Kind::Duration),
    ("bool", Kind::Boolean),
    ("tinyint(1)", Kind::Boolean),
    ("bigint", Kind::Integer),
    ("smallint", Kind::Integer),
    ("tinyint", Kind::Integer),
    ("mediumint", Kind::Integer),
    ("int", Kind::Integer),
    ("serial", Kind::Integer),
    ("bigserial", Kind::Integer),
    ("double", Kind::Float),
    ("float", Kind::Float),
    ("real", Kind::Float),
    ("uuid", Kind::Uuid),
    ("json", Kind::Json),
    ("bytea", Kind::Binary),
    ("blob", Kind::Binary),
    ("varbinary", Kind::Binary),
    ("binary", Kind::Binary),
    ("text", Kind::Text),
    ("clob", Kind::Text),
    ("citext", Kind::Text),
];

/// Types of limited text.
const STRINGS: &[&str] =
    &["character varying", "varchar", "nvarchar", "character", "nchar", "char", "varying character", "bpchar"];

/// The kind of a declared type, and whether it says the same.
pub(super) fn kind_of(type_: &str) -> (Kind, bool) {
    let type_ = type_.to_ascii_lowercase();
    let numbers = numbers(&type_);
    let word = type_.split('(').next().unwrap_or_default().trim();
    if STRINGS.contains(&word) {
        return match numbers.as_slice() {
            [length, ..] if (1..=LENGTH_MAX).contains(length) => (Kind::String { max_length: *length }, true),
            _ => (Kind::Text, true),
        };
    }
    if word == "numeric" || word == "decimal" {
        return match numbers.as_slice() {
            [digits, places] if *digits <= DIGITS_MAX && places <= digits => {
                (Kind::Decimal { digits: *digits, places: *places }, true)
            }
            [digits] if *digits <= DIGITS_MAX => (Kind::Decimal { digits: *digits, places: 0 }, true),
            _ => (Kind::Decimal { digits: DIGITS_MAX, places: 6 }, false),
        };
    }
    let known = TYPES.iter().find(|(name, _)| type_.starts_with(name));
    known.map_or((Kind::Text, false), |(_, kind)| (*kind, true))
}

/// Decimals have no more digits.
const DIGITS_MAX: usize = 28;
/// Longer texts have no limit.
const LENGTH_MAX: usize = 4096;

/// The numbers in brackets.
fn numbers(type_: &str) -> Vec<usize> {
    let inside = type_.split_once('(').and_then(|(_, rest)| rest.split_once(')')).map(|(inside, _)| inside);
    let numbers = inside.into_iter().flat_map(|inside| inside.split(','));
    numbers.filter_map(|number| number.trim().parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn declared_types_become_kinds() {
        let cases = [
            ("character varying(20)", (Kind::String { max_length: 20 }, true)),
            ("VARCHAR", (Kind::Text, true)),
            ("numeric(10,2)", (Kind::Decimal { digits: 10, places: 2 }, true)),
            ("numeric", (Kind::Decimal { digits: 28, places: 6 }, false)),
            ("timestamp with time zone", (Kind::DateTime, true)),
            ("time without time zone", (Kind::Time, true)),
            ("TINYINT(1)", (Kind::Boolean, true)),
            ("INTEGER", (Kind::Integer, true)),
            ("double precision", (Kind::Float, true)),
            ("point", (Kind::Text, false)),
            ("", (Kind::Text, false)),
        ];
        for (type_, kind) in cases {
            assert_eq!(kind_of(type_), kind, "{type_}");
        }
    }
}
