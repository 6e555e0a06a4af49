//! Spans of time as texts: ISO 8601, `P1DT2H30M` or `-PT0.5S`, and as clocks count, `1 02:30:00`.
//!
//! Years and months are no spans here: how long they are depends on where they begin.

use chrono::TimeDelta;

/// The span of a text; `None` if it is none, is finer than microseconds or does not fit into 64 bits of them.
pub(super) fn parse_span(text: &str) -> Option<TimeDelta> {
    let (text, sign) = match text.strip_prefix('-') {
        Some(rest) => (rest, -1),
        None => (text.strip_prefix('+').unwrap_or(text), 1),
    };
    let micros = match text.strip_prefix('P') {
        Some(designated) => parse_designated(designated)?,
        None => parse_clock(text)?,
    };
    i64::try_from(sign * micros).ok().map(TimeDelta::microseconds)
}

const SECOND: i128 = 1_000_000;
const DATE_UNITS: &[(char, i128)] = &[('W', 7 * 24 * 3600), ('D', 24 * 3600)];
const TIME_UNITS: &[(char, i128)] = &[('H', 3600), ('M', 60), ('S', 1)];

fn parse_designated(text: &str) -> Option<i128> {
    let (date, time) = match text.split_once('T') {
        Some((_, "")) => return None,
        Some((date, time)) => (date, time),
        None if text.is_empty() => return None,
        None => (text, ""),
    };
    parse_units(date, DATE_UNITS)?.checked_add(parse_units(time, TIME_UNITS)?)
}

/// Numbers with their units, each at most once and the larger ones first.
fn parse_units(mut text: &str, units: &[(char, i128)]) -> Option<i128> {
    let mut sum = 0_i128;
    for (unit, seconds) in units {
        if let Some((number, rest)) = text.split_once(*unit) {
            sum = sum.checked_add(parse_number(number)?.checked_mul(*seconds)?)?;
            text = rest;
        }
    }
    text.is_empty().then_some(sum)
}

/// `[days ]hours:minutes:seconds`
fn parse_clock(text: &str) -> Option<i128> {
    let (days, clock) = text.split_once(' ').unwrap_or(("0", text));
    let parts: Vec<_> = clock.split(':').map(parse_number).collect::<Option<_>>()?;
    let [hours, minutes, seconds] = parts.try_into().ok()?;
    let is_clock = minutes < 60 * SECOND && seconds < 60 * SECOND;
    let hours = parse_number(days)?.checked_mul(24)?.checked_add(hours)?;
    is_clock.then(|| hours.checked_mul(3600)?.checked_add(minutes * 60)?.checked_add(seconds)).flatten()
}

/// A number in millionths.
fn parse_number(text: &str) -> Option<i128> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !are_digits(whole) || !are_digits(fraction) || whole.len() > 18 || fraction.len() > 6 {
        return None;
    }
    let millionths: i128 = format!("{fraction:0<6}").parse().ok()?;
    Some(whole.parse::<i128>().ok()? * SECOND + millionths)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn micros(text: &str) -> Option<i64> {
        parse_span(text)?.num_microseconds()
    }

    #[test]
    fn spans_are_iso_8601_or_clocks() {
        assert_eq!(micros("PT90S"), Some(90_000_000));
        assert_eq!(micros("P1DT2H30M"), Some(95_400_000_000));
        assert_eq!(micros("-PT0.000001S"), Some(-1));
        assert_eq!(micros("P2W"), Some(1_209_600_000_000));
        assert_eq!(micros("1 02:30:00.5"), Some(95_400_500_000));
        assert_eq!(micros("36:00:00"), Some(129_600_000_000));
    }

    #[test]
    fn other_texts_are_no_spans() {
        for text in ["", "P", "PT", "P1Y", "P1M", "PT1S2H", "PT1.0000001S", "PT-1S", "90", "1:61:00", "P9999999999999W"]
        {
            assert_eq!(micros(text), None, "{text}");
        }
    }

    /// What is written is read again.
    #[test]
    fn written_spans_are_read() {
        for micros in [0, 1, -1_500_000, 90_000_000, i64::MAX, i64::MIN] {
            let span = TimeDelta::microseconds(micros);
            assert_eq!(parse_span(&span.to_string()), Some(span), "{span}");
        }
    }
}
