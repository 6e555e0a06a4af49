//! Texts as values: one reading for filters, parameters and cells of imports. Null is no text and is not decided here.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, SubsecRound};
use zimagi_spec::descriptor::ScalarKind;

use super::value::Value;

/// The text as a value of the kind; `None` if it is none. [`expected`] says what would have been.
///
/// A moment without a zone is in UTC, a day alone is its midnight; moments are cut to the microsecond.
pub(crate) fn parse(kind: ScalarKind, text: &str) -> Option<Value> {
    match kind {
        ScalarKind::String { max_length } => fits(text, max_length).then(|| Value::Text(text.to_owned())),
        ScalarKind::Text => Some(Value::Text(text.to_owned())),
        ScalarKind::Integer => text.trim().parse().ok().map(Value::Integer),
        ScalarKind::Float => text.trim().parse().ok().filter(|number: &f64| number.is_finite()).map(Value::Float),
        ScalarKind::Boolean => parse_boolean(text.trim()).map(Value::Boolean),
        ScalarKind::Date => text.trim().parse().ok().map(Value::Date),
        ScalarKind::DateTime => parse_moment(text.trim()).map(Value::DateTime),
        ScalarKind::Identifier => parse_identifier(text.trim()).map(Value::Identifier),
    }
}

/// What a text of the kind is, with its article: `a whole number`.
pub(crate) fn expected(kind: ScalarKind) -> String {
    match kind {
        ScalarKind::String { max_length } => format!("a text of at most {max_length} characters"),
        ScalarKind::Text => "a text".to_owned(),
        ScalarKind::Integer => "a whole number of 64 bits".to_owned(),
        ScalarKind::Float => "a number".to_owned(),
        ScalarKind::Boolean => "`true` or `false`".to_owned(),
        ScalarKind::Date => "a date like `2013-01-31`".to_owned(),
        ScalarKind::DateTime => "a time like `2013-01-31T17:00:00Z`".to_owned(),
        ScalarKind::Identifier => "an identifier of 64 hexadecimal digits".to_owned(),
    }
}

/// Bytes bound characters from above, so most texts need no counting.
fn fits(text: &str, max_length: u32) -> bool {
    let max_length = max_length as usize;
    text.len() <= max_length || text.chars().count() <= max_length
}

fn parse_boolean(text: &str) -> Option<bool> {
    match text {
        "1" => Some(true),
        "0" => Some(false),
        _ if text.eq_ignore_ascii_case("true") => Some(true),
        _ if text.eq_ignore_ascii_case("false") => Some(false),
        _ => None,
    }
}

fn parse_moment(text: &str) -> Option<NaiveDateTime> {
    let moment = DateTime::parse_from_rfc3339(text).map(|moment| moment.naive_utc()).ok();
    let moment = moment.or_else(|| WITHOUT_ZONE.iter().find_map(|form| NaiveDateTime::parse_from_str(text, form).ok()));
    let moment = moment.or_else(|| text.parse().ok().map(|day: NaiveDate| day.and_time(NaiveTime::MIN)));
    moment.map(|moment| moment.trunc_subsecs(6))
}

const WITHOUT_ZONE: [&str; 4] = ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%d %H:%M:%S%.f", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"];

fn parse_identifier(text: &str) -> Option<[u8; 32]> {
    let digits = text.as_bytes();
    let mut identifier = [0; 32];
    if digits.len() != 64 {
        return None;
    }
    for (byte, pair) in identifier.iter_mut().zip(digits.chunks_exact(2)) {
        *byte = hex_digit(pair[0])? << 4 | hex_digit(pair[1])?;
    }
    Some(identifier)
}

const fn hex_digit(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(text: &str) -> Option<String> {
        match parse(ScalarKind::DateTime, text)? {
            Value::DateTime(moment) => Some(moment.to_string()),
            _ => None,
        }
    }

    #[test]
    fn moments_are_utc_to_the_microsecond() {
        assert_eq!(moment("2013-01-01T05:00:00Z").as_deref(), Some("2013-01-01 05:00:00"));
        assert_eq!(moment("2013-01-01T05:00:00.1234567+02:00").as_deref(), Some("2013-01-01 03:00:00.123456"));
        assert_eq!(moment("2013-01-01 05:00").as_deref(), Some("2013-01-01 05:00:00"));
        assert_eq!(moment("2013-01-01").as_deref(), Some("2013-01-01 00:00:00"));
        assert_eq!(moment("2013-02-30"), None);
    }

    #[test]
    fn numbers_are_finite_and_whole_numbers_are_whole() {
        assert_eq!(parse(ScalarKind::Float, " 2.5 "), Some(Value::Float(2.5)));
        assert_eq!(parse(ScalarKind::Float, "NaN"), None);
        assert_eq!(parse(ScalarKind::Float, "1e999"), None);
        assert_eq!(parse(ScalarKind::Integer, "-7"), Some(Value::Integer(-7)));
        assert_eq!(parse(ScalarKind::Integer, "7.0"), None);
    }

    #[test]
    fn lengths_count_characters() {
        let kind = ScalarKind::String { max_length: 2 };
        assert_eq!(parse(kind, "éé"), Some(Value::Text("éé".to_owned())));
        assert_eq!(parse(kind, "abc"), None);
        assert_eq!(expected(kind), "a text of at most 2 characters");
    }

    #[test]
    fn identifiers_are_hexadecimal() {
        assert_eq!(parse(ScalarKind::Identifier, &"aB".repeat(32)), Some(Value::Identifier([0xab; 32])));
        assert_eq!(parse(ScalarKind::Identifier, "ab"), None);
        assert_eq!(parse(ScalarKind::Identifier, &"xy".repeat(32)), None);
    }
}
