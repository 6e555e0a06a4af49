//! Constants and kinds: whether a constant fits a kind, and the one form in which it is kept.
//!
//! The kept form is the one a value has in JSON: decimals with all their places, durations in seconds, UUIDs in lower case.

use crate::descriptor::{JsonShape, ScalarKind};

use super::Literal;
use super::moment::{is_date, is_moment, is_time, seconds};

/// The constant as its kind keeps it; `None` if it does not fit.
pub(crate) fn fitted(kind: ScalarKind, value: &Literal) -> Option<Literal> {
    let kept = match (kind, value) {
        (ScalarKind::Boolean, Literal::Boolean(_))
        | (ScalarKind::Integer, Literal::Integer(_))
        | (ScalarKind::Float, Literal::Integer(_) | Literal::Float(_))
        | (ScalarKind::Text, Literal::Text(_))
        | (ScalarKind::Json(JsonShape::Any), Literal::Json(_)) => value.clone(),
        (ScalarKind::Json(JsonShape::List), Literal::Json(text)) if text.starts_with('[') => value.clone(),
        (ScalarKind::Json(JsonShape::Dict), Literal::Json(text)) if text.starts_with('{') => value.clone(),
        (ScalarKind::String { max_length }, Literal::Text(text)) if text.chars().count() <= max_length as usize => {
            value.clone()
        }
        (ScalarKind::Decimal { digits, places }, Literal::Text(text)) => Literal::Text(decimal(text, digits, places)?),
        (ScalarKind::Decimal { digits, places }, Literal::Integer(number)) => {
            Literal::Text(decimal(&number.to_string(), digits, places)?)
        }
        (_, Literal::Text(text)) => Literal::Text(fitted_text(kind, text)?),
        _ => return None,
    };
    Some(kept)
}

/// The items of a list of constants; `None` if it is no list.
pub(crate) fn listed(value: &Literal) -> Option<Vec<Literal>> {
    let Literal::Json(text) = value else { return None };
    let serde_json::Value::Array(items) = serde_json::from_str(text).ok()? else { return None };
    let item = |item: serde_json::Value| match item {
        serde_json::Value::Bool(value) => Literal::Boolean(value),
        serde_json::Value::String(text) => Literal::Text(text),
        serde_json::Value::Number(number) => {
            number.as_i64().map_or_else(|| Literal::Float(number.as_f64().unwrap_or_default()), Literal::Integer)
        }
        other => Literal::Json(other.to_string()),
    };
    Some(items.into_iter().map(item).collect())
}

fn fitted_text(kind: ScalarKind, text: &str) -> Option<String> {
    let is_fit = match kind {
        ScalarKind::Date => is_date(text),
        ScalarKind::DateTime => is_moment(text),
        ScalarKind::Time => is_time(text),
        ScalarKind::Duration => return seconds(text),
        ScalarKind::Uuid => return uuid(text),
        ScalarKind::Binary => is_base64(text),
        ScalarKind::Identifier => is_hex(text, 64),
        _ => false,
    };
    is_fit.then(|| text.to_owned())
}

/// What a constant of the kind looks like.
pub(crate) fn expected(kind: ScalarKind) -> String {
    match kind {
        ScalarKind::String { max_length } => {
            format!("text of at most {max_length} characters; quote what looks like a number")
        }
        ScalarKind::Text => "text; quote what looks like a number".to_owned(),
        ScalarKind::Integer => "a whole number of 64 bits".to_owned(),
        ScalarKind::Float => "a number".to_owned(),
        ScalarKind::Boolean => "`true` or `false`".to_owned(),
        ScalarKind::Date => "a day like `2013-01-31`".to_owned(),
        ScalarKind::DateTime => "a moment like `2013-01-31T05:00:00Z`".to_owned(),
        ScalarKind::Identifier => "64 hexadecimal digits".to_owned(),
        ScalarKind::Decimal { digits, places } => {
            format!("a decimal of at most {digits} digits, {places} of them after the point")
        }
        ScalarKind::Time => "a time of day like `'17:00:00'`".to_owned(),
        ScalarKind::Duration => "an ISO 8601 duration of days, hours, minutes and seconds like `PT90S`".to_owned(),
        ScalarKind::Uuid => "a UUID like `1b4e28ba-2fa1-11d2-883f-0016d3cca427`".to_owned(),
        ScalarKind::Binary => "bytes as base64".to_owned(),
        ScalarKind::Json(JsonShape::Any) => "a JSON value".to_owned(),
        ScalarKind::Json(JsonShape::List) => "a list".to_owned(),
        ScalarKind::Json(JsonShape::Dict) => "a mapping".to_owned(),
    }
}

/// The number with exactly the places of its kind.
fn decimal(text: &str, digits: u8, places: u8) -> Option<String> {
    let (sign, unsigned) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let fraction = fraction.trim_end_matches('0');
    let places = usize::from(places);
    if whole.is_empty() || !is_number(whole) || !is_number(fraction) || fraction.len() > places {
        return None;
    }
    let whole = whole.trim_start_matches('0');
    if whole.len() > usize::from(digits) - places {
        return None;
    }
    let whole = if whole.is_empty() { "0" } else { whole };
    let point = if places == 0 { "" } else { "." };
    let is_zero = whole == "0" && fraction.is_empty();
    let sign = if is_zero { "" } else { sign };
    Some(format!("{sign}{whole}{point}{fraction:0<places$}"))
}

fn uuid(text: &str) -> Option<String> {
    let parts: Vec<_> = text.split('-').collect();
    let is_fit = parts.len() == 5 && parts.iter().zip([8, 4, 4, 4, 12]).all(|(part, length)| is_hex(part, length));
    is_fit.then(|| text.to_ascii_lowercase())
}

fn is_hex(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn is_base64(text: &str) -> bool {
    let stem = text.trim_end_matches('=');
    let is_made = stem.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'+' || byte == b'/');
    is_made && text.len().is_multiple_of(4) && text.len() - stem.len() <= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_kept_with_their_places_and_nothing_is_rounded() {
        assert_eq!(decimal("1.5", 6, 2).as_deref(), Some("1.50"));
        assert_eq!(decimal("-0.00", 6, 2).as_deref(), Some("0.00"));
        assert_eq!(decimal("9999", 4, 0).as_deref(), Some("9999"));
        assert_eq!(decimal("1.505", 6, 2), None);
        assert_eq!(decimal("10000", 6, 2), None);
        assert_eq!(decimal("1e3", 6, 2), None);
    }

    #[test]
    fn uuids_and_bytes_have_their_usual_forms() {
        assert!(uuid("1B4E28BA-2fa1-11d2-883f-0016d3cca427").is_some() && uuid("1b4e28ba2fa111d2883f").is_none());
        assert!(is_base64("AAE=") && is_base64("") && !is_base64("AAE") && !is_base64("A==="));
    }
}
