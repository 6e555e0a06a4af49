//! Parts of days, moments and times of day that filters compare by themselves: `created.year`, `opens.hour.gte`.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use zimagi_spec::descriptor::ScalarKind;

/// One part, a whole number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Part {
    Year,
    /// From 1.
    Quarter,
    /// From 1.
    Month,
    /// The week of ISO 8601.
    Week,
    Day,
    /// From 1, which is Sunday, as the original counts.
    WeekDay,
    Hour,
    Minute,
    Second,
}

impl Part {
    pub(crate) const ALL: [Self; 9] = [
        Self::Year,
        Self::Quarter,
        Self::Month,
        Self::Week,
        Self::Day,
        Self::WeekDay,
        Self::Hour,
        Self::Minute,
        Self::Second,
    ];

    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Quarter => "quarter",
            Self::Month => "month",
            Self::Week => "week",
            Self::Day => "day",
            Self::WeekDay => "week_day",
            Self::Hour => "hour",
            Self::Minute => "minute",
            Self::Second => "second",
        }
    }

    pub(crate) fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.word() == word)
    }

    /// Whether values of the kind have the part.
    pub(crate) const fn is_of(self, kind: ScalarKind) -> bool {
        match kind {
            ScalarKind::DateTime => true,
            ScalarKind::Date => !self.is_of_a_day(),
            ScalarKind::Time => self.is_of_a_day(),
            _ => false,
        }
    }

    const fn is_of_a_day(self) -> bool {
        matches!(self, Self::Hour | Self::Minute | Self::Second)
    }

    /// The part of a day; none if it is one of a time.
    pub(crate) fn of_date(self, date: NaiveDate) -> Option<i64> {
        Some(match self {
            Self::Year => date.year().into(),
            Self::Quarter => date.month0() as i64 / 3 + 1,
            Self::Month => date.month().into(),
            Self::Week => date.iso_week().week().into(),
            Self::Day => date.day().into(),
            Self::WeekDay => date.weekday().number_from_sunday().into(),
            Self::Hour | Self::Minute | Self::Second => return None,
        })
    }

    /// The part of a time of day; none if it is one of a day.
    pub(crate) fn of_time(self, time: NaiveTime) -> Option<i64> {
        match self {
            Self::Hour => Some(time.hour().into()),
            Self::Minute => Some(time.minute().into()),
            Self::Second => Some(time.second().into()),
            _ => None,
        }
    }

    /// The part of a moment.
    pub(crate) fn of_moment(self, moment: NaiveDateTime) -> Option<i64> {
        self.of_date(moment.date()).or_else(|| self.of_time(moment.time()))
    }
}
