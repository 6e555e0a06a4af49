//! Texts as values: one reading for filters, parameters and cells of imports. Null is no text and is not decided here.

mod period;
mod span;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, SubsecRound};
use rust_decimal::Decimal;
use uuid::Uuid;
use zimagi_spec::descriptor::{DefaultDescriptor, JsonShape, ScalarKind};

pub(crate) use self::period::{parse_days, parse_period};
use self::span::parse_span;
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
        ScalarKind::Decimal { digits, places } => parse_decimal(text.trim(), digits, places).map(Value::Decimal),
        ScalarKind::Time => parse_time(text.trim()).map(Value::Time),
        ScalarKind::Duration => parse_span(text.trim()).map(Value::Duration),
        ScalarKind::Uuid => Uuid::try_parse(text.trim()).ok().map(Value::Uuid),
        ScalarKind::Binary => BASE64.decode(text.trim()).ok().map(Value::Binary),
        ScalarKind::Json(shape) => serde_json::from_str(text).ok().and_then(|json| json_value(shape, json)),
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
        ScalarKind::Decimal { digits, places } => {
            format!("a decimal number of at most {digits} digits, {places} of them after the point")
        }
        ScalarKind::Time => "a time of day like `17:30:00`".to_owned(),
        ScalarKind::Duration => "a span of time like `P1DT2H30M`".to_owned(),
        ScalarKind::Uuid => "a UUID like `123e4567-e89b-12d3-a456-426614174000`".to_owned(),
        ScalarKind::Binary => "bytes in base64".to_owned(),
        ScalarKind::Json(JsonShape::Any) => "a JSON value".to_owned(),
        ScalarKind::Json(JsonShape::List) => "a JSON list".to_owned(),
        ScalarKind::Json(JsonShape::Dict) => "a JSON object".to_owned(),
    }
}

/// A constant of a spec as a value of the kind; `None` if it is none, which the build has made sure of.
pub(crate) fn constant(kind: ScalarKind, constant: DefaultDescriptor) -> Option<Value> {
    match (kind, constant) {
        (ScalarKind::Boolean, DefaultDescriptor::Boolean(value)) => Some(Value::Boolean(value)),
        (ScalarKind::Integer, DefaultDescriptor::Integer(value)) => Some(Value::Integer(value)),
        (ScalarKind::Float, DefaultDescriptor::Float(value)) => Some(Value::Float(value)),
        (kind, DefaultDescriptor::Text(text) | DefaultDescriptor::Json(text)) => parse(kind, text),
        _ => None,
    }
}

/// A JSON value as one of a field, if it has the shape. Databases cannot hold null characters, and null alone is no value.
pub(crate) fn json_value(shape: JsonShape, json: serde_json::Value) -> Option<Value> {
    let has_shape = match shape {
        JsonShape::Any => !json.is_null(),
        JsonShape::List => json.is_array(),
        JsonShape::Dict => json.is_object(),
    };
    (has_shape && !has_null_character(&json)).then_some(Value::Json(json))
}

/// `3.0` and `3e0` are whole numbers too: JSON knows no others. Of floats the bounds themselves may stand for numbers beyond them.
pub(crate) fn whole(number: &serde_json::Number) -> Option<i64> {
    const BEYOND: f64 = 9_223_372_036_854_775_808.0;
    let is_whole = |float: &f64| float.fract() == 0.0 && float.abs() < BEYOND;
    number.as_i64().or_else(|| number.as_f64().filter(is_whole).map(|float| float as i64))
}

/// A JSON value as one of the kind, if it has the JSON type of the kind: numbers are numbers, truths are truths, all else is texts.
/// Decimals are both, since not every reader of JSON keeps their digits.
pub(crate) fn typed(kind: ScalarKind, json: &serde_json::Value) -> Option<Value> {
    use serde_json::Value as Json;
    match (kind, json) {
        (ScalarKind::Boolean, Json::Bool(value)) => Some(Value::Boolean(*value)),
        (ScalarKind::Integer, Json::Number(number)) => whole(number).map(Value::Integer),
        (ScalarKind::Float, Json::Number(number)) => number.as_f64().map(Value::Float),
        (ScalarKind::Decimal { .. }, Json::Number(number)) => parse(kind, &number.to_string()),
        (ScalarKind::Boolean | ScalarKind::Integer | ScalarKind::Float | ScalarKind::Json(_), _) => None,
        (kind, Json::String(text)) => parse(kind, text),
        (_, Json::Null | Json::Bool(_) | Json::Number(_) | Json::Array(_) | Json::Object(_)) => None,
    }
}

pub(crate) fn has_null_character(json: &serde_json::Value) -> bool {
    match json {
        serde_json::Value::String(text) => text.contains('\0'),
        serde_json::Value::Array(items) => items.iter().any(has_null_character),
        serde_json::Value::Object(members) => {
            members.iter().any(|(name, value)| name.contains('\0') || has_null_character(value))
        }
        serde_json::Value::Null | serde_json::Value::Bool(_) | serde_json::Value::Number(_) => false,
    }
}

/// A number with exactly these digits after the point; more of them are not rounded away unless they are zeros.
pub(crate) fn fit_decimal(number: Decimal, digits: u8, places: u8) -> Option<Decimal> {
    let mut fitted = number.normalize();
    if fitted.scale() > u32::from(places) {
        return None;
    }
    fitted.rescale(u32::from(places));
    let is_short = fitted.scale() == u32::from(places) && fitted.mantissa().unsigned_abs() < 10_u128.pow(digits.into());
    is_short.then_some(fitted)
}

fn parse_decimal(text: &str, digits: u8, places: u8) -> Option<Decimal> {
    let number = Decimal::from_str_exact(text).or_else(|_| Decimal::from_scientific(text)).ok()?;
    fit_decimal(number, digits, places)
}

fn parse_time(text: &str) -> Option<NaiveTime> {
    let forms = ["%H:%M:%S%.f", "%H:%M"];
    let time = forms.iter().find_map(|form| NaiveTime::parse_from_str(text, form).ok())?;
    // A leap second is a second of the day before to no database.
    (chrono::Timelike::nanosecond(&time) < 1_000_000_000).then(|| time.trunc_subsecs(6))
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
    fn decimals_keep_their_digits() {
        let kind = ScalarKind::Decimal { digits: 5, places: 2 };
        let text = |text: &str| match parse(kind, text)? {
            Value::Decimal(number) => Some(number.to_string()),
            _ => None,
        };
        assert_eq!(text("12.5").as_deref(), Some("12.50"));
        assert_eq!(text("-0.10000").as_deref(), Some("-0.10"));
        assert_eq!(text("1e2").as_deref(), Some("100.00"));
        assert_eq!(text("999.99").as_deref(), Some("999.99"));
        for wrong in ["1000", "0.001", "", "1,5", "NaN", "1e99"] {
            assert_eq!(text(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn json_has_its_shape() {
        let list = ScalarKind::Json(JsonShape::List);
        assert_eq!(parse(list, "[1, 2]"), Some(Value::Json(serde_json::json!([1, 2]))));
        assert_eq!(parse(list, "{}"), None);
        assert_eq!(parse(ScalarKind::Json(JsonShape::Any), "null"), None);
        assert_eq!(parse(ScalarKind::Json(JsonShape::Any), r#"["\u0000"]"#), None);
    }

    #[test]
    fn typed_values_have_the_json_type_of_their_kind() {
        let decimal = ScalarKind::Decimal { digits: 5, places: 2 };
        for (kind, json) in [
            (ScalarKind::Integer, serde_json::json!("7")),
            (ScalarKind::Integer, serde_json::json!(7.5)),
            (ScalarKind::Float, serde_json::json!("7")),
            (ScalarKind::Boolean, serde_json::json!("true")),
            (ScalarKind::Boolean, serde_json::json!(1)),
            (ScalarKind::Text, serde_json::json!(7)),
            (ScalarKind::Date, serde_json::json!(2013)),
            (decimal, serde_json::json!(0.001)),
            (decimal, serde_json::json!(true)),
            (ScalarKind::Text, serde_json::Value::Null),
        ] {
            assert_eq!(typed(kind, &json), None, "{kind:?} {json}");
        }
        assert_eq!(typed(ScalarKind::Integer, &serde_json::json!(7.0)), Some(Value::Integer(7)));
        assert_eq!(typed(ScalarKind::Integer, &serde_json::json!(1e18)), Some(Value::Integer(10_i64.pow(18))));
        assert_eq!(typed(ScalarKind::Float, &serde_json::json!(7)), Some(Value::Float(7.0)));
        assert_eq!(typed(decimal, &serde_json::json!(1.5)), typed(decimal, &serde_json::json!("1.50")));
    }

    #[test]
    fn times_of_day_are_to_the_microsecond() {
        assert_eq!(parse(ScalarKind::Time, "17:30"), Some(Value::Time("17:30:00".parse().unwrap())));
        assert_eq!(parse(ScalarKind::Time, "23:59:59.1234567"), Some(Value::Time("23:59:59.123456".parse().unwrap())));
        assert_eq!(parse(ScalarKind::Time, "24:00"), None);
        assert_eq!(parse(ScalarKind::Time, "23:59:60"), None);
    }

    #[test]
    fn identifiers_are_hexadecimal() {
        assert_eq!(parse(ScalarKind::Identifier, &"aB".repeat(32)), Some(Value::Identifier([0xab; 32])));
        assert_eq!(parse(ScalarKind::Identifier, "ab"), None);
        assert_eq!(parse(ScalarKind::Identifier, &"xy".repeat(32)), None);
    }
}
