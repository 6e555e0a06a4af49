//! Versions of migrations: a moment in UTC as fourteen digits.

use std::fmt::{Display, Formatter};
use std::time::{SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

/// `YYYYMMDDHHMMSS`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Version(String);

impl Version {
    /// The version of a moment.
    #[must_use]
    pub fn at(time: SystemTime) -> Self {
        let seconds = time.duration_since(UNIX_EPOCH).map_or(0, |elapsed| elapsed.as_secs());
        let (year, month, day) = civil(seconds / 86_400);
        let (hour, minute, second) = (seconds / 3_600 % 24, seconds / 60 % 60, seconds % 60);
        Self(format!("{year:04}{month:02}{day:02}{hour:02}{minute:02}{second:02}"))
    }

    /// The version written in a text, if it is one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let is_version = text.len() == 14 && text.bytes().all(|byte| byte.is_ascii_digit());
        is_version.then(|| Self(text.to_owned()))
    }

    /// The next of several that are written at once. The digits need not be a moment, only later.
    #[must_use]
    pub(super) fn following(&self) -> Self {
        let number: u64 = self.0.parse().expect("a version is fourteen digits");
        Self(format!("{:014}", number + 1))
    }

    /// The digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Display for Version {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Year, month and day of a day counted from 1970-01-01, in the proleptic Gregorian calendar.
fn civil(day: u64) -> (u64, u64, u64) {
    let mut year = 1970;
    let mut rest = day;
    while rest >= days_in_year(year) {
        rest -= days_in_year(year);
        year += 1;
    }
    let mut month = 1;
    while rest >= days_in_month(year, month) {
        rest -= days_in_month(year, month);
        month += 1;
    }
    (year, month, rest + 1)
}

const fn days_in_year(year: u64) -> u64 {
    if is_leap(year) { 366 } else { 365 }
}

const fn days_in_month(year: u64, month: u64) -> u64 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

const fn is_leap(year: u64) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_moment_becomes_fourteen_digits() {
        let moments = [(0, "19700101000000"), (951_782_399, "20000228235959"), (1_709_210_096, "20240229123456")];
        for (seconds, expected) in moments {
            assert_eq!(Version::at(UNIX_EPOCH + Duration::from_secs(seconds)).as_str(), expected);
        }
    }
}
