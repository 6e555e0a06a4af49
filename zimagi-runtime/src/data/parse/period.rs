//! Moments as far as a text says them: `2013`, `2013-01`, `2013-01-31T17:30`. Each is a span with a beginning and an end.

use chrono::{DateTime, Months, NaiveDate, NaiveDateTime, SubsecRound, TimeDelta};

/// A span of time: what begins it, and the first moment behind it; none if the calendar ends before.
pub(crate) type Period = (NaiveDateTime, Option<NaiveDateTime>);

/// The span of a text; `None` if it is none. Without a zone it is in UTC.
pub(crate) fn parse_period(text: &str) -> Option<Period> {
    let (said, offset) = split_zone(text)?;
    let whole = complete(said)?;
    let from = NaiveDateTime::parse_from_str(&whole, "%Y-%m-%dT%H:%M:%S%.f").ok()?.trunc_subsecs(6);
    // A leap second is the second before it to every database.
    let from = from.checked_sub_signed(offset)?;
    Some((from, following(from, said)))
}

/// The days of a text: a year, a month or one day.
pub(crate) fn parse_days(text: &str) -> Option<(NaiveDate, Option<NaiveDate>)> {
    if text.len() > "2013-01-31".len() {
        return None;
    }
    let (from, to) = parse_period(text)?;
    Some((from.date(), to.map(|to| to.date())))
}

/// What stands before the zone, and how far the zone is ahead of UTC.
fn split_zone(text: &str) -> Option<(&str, TimeDelta)> {
    if let Some(said) = text.strip_suffix(['Z', 'z']) {
        return (said.len() > DAY).then_some((said, TimeDelta::zero()));
    }
    let Some((said, zone)) = text.len().checked_sub("+02:00".len()).and_then(|at| text.split_at_checked(at)) else {
        return Some((text, TimeDelta::zero()));
    };
    if said.len() <= DAY || !zone.starts_with(['+', '-']) {
        return Some((text, TimeDelta::zero()));
    }
    let moment = DateTime::parse_from_rfc3339(&format!("2000-01-01T00:00:00{zone}")).ok()?;
    Some((said, TimeDelta::seconds(moment.offset().local_minus_utc().into())))
}

const DAY: usize = "2013-01-31".len();

/// The beginning of the span, written out.
fn complete(said: &str) -> Option<String> {
    const START: &str = "0000-01-01T00:00:00";
    let is_cut_well = matches!(said.len(), 4 | 7 | 10 | 13 | 16 | 19) || said.len() > 20;
    if !is_cut_well || !said.is_ascii() {
        return None;
    }
    let rest = START.get(said.len()..).unwrap_or_default();
    let whole = format!("{said}{rest}");
    let is_date = whole
        .bytes()
        .take(10)
        .enumerate()
        .all(|(at, byte)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() });
    is_date.then(|| match whole.as_bytes()[10] {
        b' ' => whole.replacen(' ', "T", 1),
        _ => whole,
    })
}

/// What comes after a span that begins there and is as long as its text is short.
fn following(from: NaiveDateTime, said: &str) -> Option<NaiveDateTime> {
    match said.len() {
        4 => from.checked_add_months(Months::new(12)),
        7 => from.checked_add_months(Months::new(1)),
        10 => from.checked_add_signed(TimeDelta::days(1)),
        13 => from.checked_add_signed(TimeDelta::hours(1)),
        16 => from.checked_add_signed(TimeDelta::minutes(1)),
        19 => from.checked_add_signed(TimeDelta::seconds(1)),
        length => {
            let digits = u32::try_from(length - 20).unwrap_or(u32::MAX).min(6);
            from.checked_add_signed(TimeDelta::microseconds(10_i64.pow(6 - digits)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(text: &str) -> Option<String> {
        let (from, to) = parse_period(text)?;
        Some(format!("{from} to {}", to.map_or_else(String::new, |to| to.to_string())))
    }

    #[test]
    fn a_span_is_as_long_as_its_text_is_short() {
        for (text, expected) in [
            ("2013", "2013-01-01 00:00:00 to 2014-01-01 00:00:00"),
            ("2012-02", "2012-02-01 00:00:00 to 2012-03-01 00:00:00"),
            ("2013-01-31", "2013-01-31 00:00:00 to 2013-02-01 00:00:00"),
            ("2013-01-31T17", "2013-01-31 17:00:00 to 2013-01-31 18:00:00"),
            ("2013-01-31 17:30", "2013-01-31 17:30:00 to 2013-01-31 17:31:00"),
            ("2013-01-31T17:30:05Z", "2013-01-31 17:30:05 to 2013-01-31 17:30:06"),
            ("2013-01-31T01:30+02:00", "2013-01-30 23:30:00 to 2013-01-30 23:31:00"),
            ("2013-01-31T17:30:05.25", "2013-01-31 17:30:05.250 to 2013-01-31 17:30:05.260"),
            ("2013-01-31T17:30:05.1234567Z", "2013-01-31 17:30:05.123456 to 2013-01-31 17:30:05.123457"),
        ] {
            assert_eq!(span(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn other_texts_are_no_spans() {
        for text in [
            "",
            "201",
            "2013-",
            "2013-1",
            "2013-13",
            "2013-02-30",
            "2013Z",
            "2013-01-31T25",
            "2013-01-31T17:30:",
            "é013",
        ] {
            assert_eq!(span(text), None, "{text}");
        }
        assert_eq!(parse_days("2013-01-31T17"), None);
    }
}
