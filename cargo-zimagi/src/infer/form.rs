//! The forms of values in texts: which kinds a cell could be read as, as strictly as an import reads them.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime};

/// A kind of field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Boolean,
    Integer,
    Decimal { digits: usize, places: usize },
    Float,
    Date,
    DateTime,
    Time,
    Duration,
    Uuid,
    Binary,
    Json,
    String { max_length: usize },
    Text,
}

/// Which forms all cells so far have.
#[derive(Debug, Clone, Copy)]
pub(super) struct Forms {
    pub(super) boolean: bool,
    pub(super) integer: bool,
    pub(super) float: bool,
    pub(super) date: bool,
    pub(super) moment: bool,
    pub(super) time: bool,
    pub(super) uuid: bool,
    pub(super) json: bool,
}

impl Forms {
    pub(super) const ALL: Self = Self {
        boolean: true,
        integer: true,
        float: true,
        date: true,
        moment: true,
        time: true,
        uuid: true,
        json: true,
    };

    /// Takes away the forms that a cell does not have.
    pub(super) fn narrow(&mut self, cell: &str) {
        self.boolean &= is_boolean(cell);
        self.integer = self.integer && is_integer(cell);
        self.float = self.float && is_float(cell);
        self.date = self.date && is_date(cell);
        self.moment = self.moment && is_moment(cell);
        self.time = self.time && is_time(cell);
        self.uuid = self.uuid && is_uuid(cell);
        self.json = self.json && is_json(cell);
    }

    /// Whether the cells are anything but text.
    pub(super) const fn is_typed(self) -> bool {
        let Self { boolean, integer, float, date, moment, time, uuid, json } = self;
        boolean || integer || float || date || moment || time || uuid || json
    }
}

impl Kind {
    /// What its values are called.
    pub(crate) const fn words(self) -> &'static str {
        match self {
            Self::Boolean => "`true` or `false`",
            Self::Integer => "whole numbers",
            Self::Decimal { .. } => "numbers with the same count of digits after the point",
            Self::Float => "numbers",
            Self::Date => "dates",
            Self::DateTime => "moments",
            Self::Time => "times of day",
            Self::Duration => "spans of time",
            Self::Uuid => "UUIDs",
            Self::Binary => "bytes",
            Self::Json => "JSON",
            Self::String { .. } | Self::Text => "texts",
        }
    }

    /// Whether records can be told apart and addressed by it.
    pub(crate) const fn is_identifying(self) -> bool {
        matches!(self, Self::Integer | Self::Uuid | Self::String { .. })
    }

    /// Whether it can be one of several fields that tell records apart.
    pub(crate) const fn is_comparable(self) -> bool {
        matches!(
            self,
            Self::Boolean | Self::Integer | Self::Date | Self::DateTime | Self::Time | Self::Uuid | Self::String { .. }
        )
    }
}

fn is_boolean(cell: &str) -> bool {
    cell.eq_ignore_ascii_case("true") || cell.eq_ignore_ascii_case("false")
}

/// A number that begins with a zero or a plus is a code, such as a postal one, and would lose its digits.
fn is_integer(cell: &str) -> bool {
    let digits = cell.strip_prefix('-').unwrap_or(cell);
    let is_code = digits.len() > 1 && digits.starts_with('0');
    !is_code && !cell.starts_with('+') && cell.parse::<i64>().is_ok()
}

fn is_float(cell: &str) -> bool {
    let digits = cell.strip_prefix('-').unwrap_or(cell);
    let is_code = digits.len() > 1 && digits.starts_with('0') && !digits.starts_with("0.");
    let is_number = digits.starts_with(|c: char| c.is_ascii_digit() || c == '.');
    !is_code && is_number && cell.parse::<f64>().is_ok_and(f64::is_finite)
}

fn is_date(cell: &str) -> bool {
    cell.len() == "2013-01-31".len() && cell.parse::<NaiveDate>().is_ok()
}

const WITHOUT_ZONE: [&str; 4] = ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%d %H:%M:%S%.f", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"];

fn is_moment(cell: &str) -> bool {
    let is_long = cell.len() > "2013-01-31T".len() && cell.starts_with(|c: char| c.is_ascii_digit());
    let is_local = || WITHOUT_ZONE.iter().any(|form| NaiveDateTime::parse_from_str(cell, form).is_ok());
    is_long && (DateTime::parse_from_rfc3339(cell).is_ok() || is_local())
}

fn is_time(cell: &str) -> bool {
    let is_clock = cell.len() >= "17:30".len() && cell.as_bytes()[2] == b':' && !cell.contains(":60");
    is_clock && ["%H:%M:%S%.f", "%H:%M"].iter().any(|form| NaiveTime::parse_from_str(cell, form).is_ok())
}

fn is_uuid(cell: &str) -> bool {
    let groups: Vec<_> = cell.split('-').map(str::len).collect();
    groups == [8, 4, 4, 4, 12] && cell.bytes().all(|byte| byte == b'-' || byte.is_ascii_hexdigit())
}

/// Numbers and words are JSON too, but nobody means them to be.
fn is_json(cell: &str) -> bool {
    cell.starts_with(['{', '[']) && serde_json::from_str::<serde::de::IgnoredAny>(cell).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_no_numbers() {
        for cell in ["007", "+7", "-01", "1_000", "0x10", "12e"] {
            assert!(!is_integer(cell) && !is_float(cell), "{cell}");
        }
        assert!(is_integer("0") && is_integer("-7") && is_float("0.5") && is_float("-1e3") && is_float(".5"));
        assert!(!is_float("nan") && !is_float("inf") && !is_float("1e999"));
    }

    #[test]
    fn each_form_is_told_from_its_neighbours() {
        assert!(is_date("2013-01-31") && !is_date("2013-02-31") && !is_date("2013-1-31"));
        assert!(is_moment("2013-01-31T05:00:00Z") && is_moment("2013-01-31 05:00") && !is_moment("2013-01-31"));
        assert!(is_time("05:30") && is_time("05:30:01.5") && !is_time("25:00") && !is_time("5 oz"));
        assert!(is_uuid("123e4567-e89b-12d3-a456-426614174000") && !is_uuid("123e4567"));
        assert!(is_json("[1]") && is_json("{}") && !is_json("1") && !is_json("[1"));
    }
}
