//! Moments in the text form that SQLite stores and that Diesel writes there: `2013-01-01 05:00:00`, with a fraction if there is one.
//!
//! An import and a list meet several of them in each row, so they are written and read digit by digit.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};

/// The text form.
pub(crate) fn write(moment: NaiveDateTime) -> String {
    if !(0..=9999).contains(&moment.year()) {
        return moment.format("%F %T%.f").to_string();
    }
    let mut text = Vec::with_capacity(26);
    push(&mut text, moment.year().unsigned_abs(), 4);
    for (mark, number) in [
        (b'-', moment.month()),
        (b'-', moment.day()),
        (b' ', moment.hour()),
        (b':', moment.minute()),
        (b':', moment.second()),
    ] {
        text.push(mark);
        push(&mut text, number, 2);
    }
    push_fraction(&mut text, moment.nanosecond());
    String::from_utf8(text).expect("digits and marks are text")
}

/// The moment of a text form.
pub(crate) fn read(text: &str) -> Option<NaiveDateTime> {
    read_digits(text.as_bytes()).or_else(|| NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S%.f").ok())
}

/// The fraction takes three, six or nine digits, or none.
fn push_fraction(text: &mut Vec<u8>, nanos: u32) {
    let (number, width) = match nanos {
        0 => return,
        _ if nanos.is_multiple_of(1_000_000) => (nanos / 1_000_000, 3),
        _ if nanos.is_multiple_of(1_000) => (nanos / 1_000, 6),
        _ => (nanos, 9),
    };
    text.push(b'.');
    push(text, number, width);
}

fn push(text: &mut Vec<u8>, number: u32, width: u32) {
    for place in (0..width).rev() {
        text.push(b'0' + u8::try_from(number / 10_u32.pow(place) % 10).expect("a digit is less than ten"));
    }
}

fn read_digits(text: &[u8]) -> Option<NaiveDateTime> {
    let (whole, fraction) = text.split_at_checked(19)?;
    let marks = [(4, b'-'), (7, b'-'), (10, b' '), (13, b':'), (16, b':')];
    if marks.iter().any(|(at, mark)| whole[*at] != *mark) {
        return None;
    }
    let date =
        NaiveDate::from_ymd_opt(number(&whole[..4])?.cast_signed(), number(&whole[5..7])?, number(&whole[8..10])?)?;
    let nanos = match fraction {
        [] => 0,
        [b'.', digits @ ..] if (1..=9).contains(&digits.len()) => {
            number(digits)? * 10_u32.pow(9 - u32::try_from(digits.len()).ok()?)
        }
        _ => return None,
    };
    date.and_hms_nano_opt(number(&whole[11..13])?, number(&whole[14..16])?, number(&whole[17..19])?, nanos)
}

fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |sum, digit| digit.is_ascii_digit().then(|| sum * 10 + u32::from(digit - b'0')))
}
