//! Single values as JSON: moments with `Z`, identifiers as hexadecimal digits.

use std::io::Write;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use crate::data::value::Value;

/// Appends a value.
pub(crate) fn write_value(out: &mut Vec<u8>, value: &Value) {
    match value {
        Value::Null => out.extend_from_slice(b"null"),
        Value::Boolean(value) => out.extend_from_slice(if *value { b"true" } else { b"false" }),
        Value::Integer(value) => write_display(out, value),
        Value::Float(value) => write_float(out, *value),
        Value::Text(text) => write_text(out, text),
        Value::Json(_) => write_plain(out, value),
        Value::Date(_)
        | Value::DateTime(_)
        | Value::Identifier(_)
        | Value::Decimal(_)
        | Value::Time(_)
        | Value::Duration(_)
        | Value::Uuid(_)
        | Value::Binary(_) => {
            out.push(b'"');
            write_plain(out, value);
            out.push(b'"');
        }
    }
}

/// Appends a value without quotes and escapes, as it stands in CSV and in addresses. Null is nothing.
pub(crate) fn write_plain(out: &mut Vec<u8>, value: &Value) {
    match value {
        Value::Null => {}
        Value::Boolean(value) => write_display(out, value),
        Value::Integer(value) => write_display(out, value),
        Value::Float(value) => write_float(out, *value),
        Value::Text(text) => out.extend_from_slice(text.as_bytes()),
        Value::Date(day) => write_date(out, *day),
        Value::DateTime(moment) => write_moment(out, *moment),
        Value::Identifier(digest) => write_digest(out, digest),
        Value::Decimal(value) => write_display(out, value),
        Value::Time(time) => write_time(out, *time),
        Value::Duration(value) => write_display(out, value),
        Value::Uuid(value) => write_display(out, &value.hyphenated()),
        Value::Binary(bytes) => out.extend_from_slice(BASE64.encode(bytes).as_bytes()),
        Value::Json(value) => write_display(out, value),
    }
}

/// Appends `"name":`, after a comma unless it is the first of its object.
pub(crate) fn write_member_name(out: &mut Vec<u8>, name: &str) {
    if out.last() != Some(&b'{') {
        out.push(b',');
    }
    write_text(out, name);
    out.push(b':');
}

/// Appends `[…]`, each item by itself.
pub(crate) fn write_array<T>(
    out: &mut Vec<u8>,
    items: impl IntoIterator<Item = T>,
    mut write_item: impl FnMut(&mut Vec<u8>, T),
) {
    out.push(b'[');
    for (place, item) in items.into_iter().enumerate() {
        if place > 0 {
            out.push(b',');
        }
        write_item(out, item);
    }
    out.push(b']');
}

/// Appends a text with its quotes.
pub(crate) fn write_text(out: &mut Vec<u8>, text: &str) {
    out.push(b'"');
    let bytes = text.as_bytes();
    let mut start = 0;
    for (place, byte) in bytes.iter().enumerate() {
        if *byte >= b' ' && *byte != b'"' && *byte != b'\\' {
            continue;
        }
        out.extend_from_slice(&bytes[start..place]);
        write_escape(out, *byte);
        start = place + 1;
    }
    out.extend_from_slice(&bytes[start..]);
    out.push(b'"');
}

fn write_escape(out: &mut Vec<u8>, byte: u8) {
    match byte {
        b'"' => out.extend_from_slice(b"\\\""),
        b'\\' => out.extend_from_slice(b"\\\\"),
        b'\n' => out.extend_from_slice(b"\\n"),
        b'\r' => out.extend_from_slice(b"\\r"),
        b'\t' => out.extend_from_slice(b"\\t"),
        _ => {
            out.extend_from_slice(b"\\u00");
            write_hex(out, byte);
        }
    }
}

/// The shortest digits that give the same number; always with a point or an exponent, so that it stays a float.
fn write_float(out: &mut Vec<u8>, value: f64) {
    write!(out, "{value:?}").expect("a vector takes all bytes");
}

fn write_display(out: &mut Vec<u8>, value: &impl std::fmt::Display) {
    write!(out, "{value}").expect("a vector takes all bytes");
}

fn write_date(out: &mut Vec<u8>, day: NaiveDate) {
    match u32::try_from(day.year()) {
        Ok(year @ 0..=9999) => {
            write_digits(out, year, 4);
            out.push(b'-');
            write_digits(out, day.month(), 2);
            out.push(b'-');
            write_digits(out, day.day(), 2);
        }
        _ => write_display(out, &day),
    }
}

fn write_moment(out: &mut Vec<u8>, moment: NaiveDateTime) {
    write_date(out, moment.date());
    out.push(b'T');
    write_time(out, moment.time());
    out.push(b'Z');
}

fn write_time(out: &mut Vec<u8>, time: NaiveTime) {
    write_digits(out, time.hour(), 2);
    for number in [time.minute(), time.second()] {
        out.push(b':');
        write_digits(out, number, 2);
    }
    let micros = time.nanosecond() / 1000;
    if micros != 0 {
        out.push(b'.');
        write_digits(out, micros, 6);
    }
}

fn write_digits(out: &mut Vec<u8>, number: u32, width: u32) {
    for place in (0..width).rev() {
        let digit = number / 10_u32.pow(place) % 10;
        out.push(b'0' + u8::try_from(digit).expect("a decimal digit is small"));
    }
}

fn write_digest(out: &mut Vec<u8>, digest: &[u8; 32]) {
    digest.iter().for_each(|byte| write_hex(out, *byte));
}

fn write_hex(out: &mut Vec<u8>, byte: u8) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    out.push(DIGITS[usize::from(byte >> 4)]);
    out.push(DIGITS[usize::from(byte & 15)]);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(value: &Value) -> String {
        let mut out = Vec::new();
        write_value(&mut out, value);
        String::from_utf8(out).unwrap()
    }

    fn moment(text: &str) -> Value {
        Value::DateTime(text.parse().unwrap())
    }

    #[test]
    fn texts_are_escaped_as_json_wants() {
        let text = "a\"b\\c\n\r\t\u{1}\u{7f}é😀";
        assert_eq!(
            json(&Value::Text(text.to_owned())),
            r#""a\"b\\c\n\r\t\u0001é😀""#.replace("\\u0001", "\\u0001\u{7f}")
        );
        assert_eq!(serde_json::from_str::<String>(&json(&Value::Text(text.to_owned()))).unwrap(), text);
    }

    #[test]
    fn numbers_keep_their_kind() {
        assert_eq!(json(&Value::Integer(i64::MIN)), "-9223372036854775808");
        assert_eq!(json(&Value::Float(2.0)), "2.0");
        assert_eq!(json(&Value::Float(0.1)), "0.1");
        assert_eq!(json(&Value::Float(1e300)), "1e300");
        assert_eq!(json(&Value::Boolean(true)), "true");
        assert_eq!(json(&Value::Null), "null");
    }

    #[test]
    fn times_are_utc_with_z() {
        assert_eq!(json(&moment("2013-01-01T05:00:00")), r#""2013-01-01T05:00:00Z""#);
        assert_eq!(json(&moment("2013-12-31T23:59:59.000120")), r#""2013-12-31T23:59:59.000120Z""#);
        assert_eq!(json(&Value::Date("0099-02-03".parse().unwrap())), r#""0099-02-03""#);
    }

    #[test]
    fn identifiers_are_hexadecimal() {
        assert_eq!(json(&Value::Identifier([0xa5; 32])), format!("\"{}\"", "a5".repeat(32)));
    }
}
