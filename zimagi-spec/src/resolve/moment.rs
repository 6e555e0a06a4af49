//! Days, times and durations as text. Knows only the calendar.

const MICROSECONDS: i64 = 1_000_000;

pub(super) fn is_date(text: &str) -> bool {
    let parts: Vec<_> = text.split('-').map(number).collect();
    let [Some((4, year)), Some((2, month)), Some((2, day))] = parts[..] else { return false };
    (1..=12).contains(&month) && (1..=days(year, month)).contains(&day)
}

fn days(year: u32, month: u32) -> u32 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// `2013-01-31T05:00:00`, with a fraction of up to six digits and `Z` if wished: times are UTC.
pub(super) fn is_moment(text: &str) -> bool {
    let Some((date, time)) = text.strip_suffix('Z').unwrap_or(text).split_once(['T', ' ']) else { return false };
    is_date(date) && is_time(time)
}

/// `05:00:00`, with a fraction of up to six digits if wished.
pub(super) fn is_time(text: &str) -> bool {
    let (time, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let parts: Vec<_> = time.split(':').map(number).collect();
    let [Some((2, hour)), Some((2, minute)), Some((2, second))] = parts[..] else { return false };
    let is_fraction = (1..=6).contains(&fraction.len()) && number(fraction).is_some();
    hour < 24 && minute < 60 && second < 60 && is_fraction
}

/// An ISO 8601 duration in seconds alone: `PT1M30S` is `PT90S`. Years and months have no fixed length.
pub(super) fn seconds(text: &str) -> Option<String> {
    let (sign, unsigned) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
    let body = unsigned.strip_prefix('P')?;
    let (days, time) = match body.split_once('T') {
        Some((days, time)) if !time.is_empty() => (days, time),
        Some(_) => return None,
        None => (body, ""),
    };
    let day = parts(days, &[('D', 86_400)])?;
    let rest = parts(time, &[('H', 3_600), ('M', 60), ('S', 1)])?;
    let total = day.checked_add(rest).filter(|_| !body.is_empty())?;
    let (whole, fraction) = (total / MICROSECONDS, total % MICROSECONDS);
    let fraction = if fraction == 0 { String::new() } else { format!(".{fraction:06}") };
    let sign = if total == 0 { "" } else { sign };
    Some(format!("{sign}PT{whole}{}S", fraction.trim_end_matches('0')))
}

/// The microseconds of numbers with units, the units in order and each at most once.
fn parts(text: &str, units: &[(char, i64)]) -> Option<i64> {
    let mut rest = text;
    let mut total = 0_i64;
    for (unit, length) in units {
        let Some((amount, after)) = rest.split_once(*unit) else { continue };
        total = total.checked_add(microseconds(amount, *unit)?.checked_mul(*length)?)?;
        rest = after;
    }
    rest.is_empty().then_some(total)
}

/// Only seconds may have a fraction.
fn microseconds(amount: &str, unit: char) -> Option<i64> {
    let (whole, fraction) = amount.split_once('.').unwrap_or((amount, "0"));
    let is_fraction = (1..=6).contains(&fraction.len()) && number(fraction).is_some();
    if !is_fraction || (unit != 'S' && amount.contains('.')) || !whole.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let fraction: i64 = format!("{fraction:0<6}").parse().ok()?;
    whole.parse::<i64>().ok()?.checked_mul(MICROSECONDS)?.checked_add(fraction)
}

/// The digits' count and value.
fn number(text: &str) -> Option<(usize, u32)> {
    let is_digits = text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_digits).map(|value| (text.len(), value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_moments_are_those_of_the_calendar() {
        assert!(is_date("2012-02-29") && !is_date("2013-02-29") && !is_date("2013-1-1"));
        assert!(is_moment("2013-01-31T05:00:00Z") && is_moment("2013-01-31 05:00:00.25"));
        assert!(!is_moment("2013-01-31") && !is_moment("2013-01-31T24:00:00Z"));
    }

    #[test]
    fn durations_become_seconds() {
        assert_eq!(seconds("P1DT1M30.5S").as_deref(), Some("PT86490.5S"));
        assert_eq!(seconds("-PT2H").as_deref(), Some("-PT7200S"));
        for refused in ["P1Y", "P", "PT", "PT1S1M", "1H", "PT1.5H", "P1M"] {
            assert_eq!(seconds(refused), None, "{refused}");
        }
    }
}
