//! The look-ups of filters: the last word of `plane.manufacturer.icontains`.

use std::borrow::Cow;

use zimagi_spec::descriptor::ScalarKind;

use super::given::Given;
use super::part::Part;
use super::query_limits::QueryLimits;
use crate::data::catalogue::Field;
use crate::data::mistake::QueryFault;
use crate::data::parse::{expected, parse_days, parse_period};
use crate::data::typed::Test;
use crate::data::value::Value;

/// How a field is compared with a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lookup {
    /// Equal; also said by no word. Of days and moments a year, a month or more may be said.
    Exact,
    /// Equal to one of a list with commas.
    In,
    /// Whether there is no value.
    IsNull,
    /// Less than.
    Less,
    /// At most.
    LessOrEqual,
    /// Greater than.
    Greater,
    /// At least.
    GreaterOrEqual,
    /// Between two values, or one of them.
    Range,
    /// Contains, letter by letter.
    Contains,
    /// Contains, ignoring case.
    ContainsFolded,
    /// Begins with, letter by letter.
    StartsWith,
    /// Begins with, ignoring case.
    StartsWithFolded,
    /// Ends with, letter by letter.
    EndsWith,
    /// Ends with, ignoring case.
    EndsWithFolded,
    /// Equal, ignoring case.
    ExactFolded,
}

/// How many values the runtime itself puts into one statement.
pub(crate) const LIST_MAX: usize = 1000;

impl Lookup {
    pub(crate) const ALL: [Self; 15] = [
        Self::Exact,
        Self::In,
        Self::IsNull,
        Self::Less,
        Self::LessOrEqual,
        Self::Greater,
        Self::GreaterOrEqual,
        Self::Range,
        Self::Contains,
        Self::ContainsFolded,
        Self::StartsWith,
        Self::StartsWithFolded,
        Self::EndsWith,
        Self::EndsWithFolded,
        Self::ExactFolded,
    ];

    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::In => "in",
            Self::IsNull => "isnull",
            Self::Less => "lt",
            Self::LessOrEqual => "lte",
            Self::Greater => "gt",
            Self::GreaterOrEqual => "gte",
            Self::Range => "range",
            Self::Contains => "contains",
            Self::ContainsFolded => "icontains",
            Self::StartsWith => "startswith",
            Self::StartsWithFolded => "istartswith",
            Self::EndsWith => "endswith",
            Self::EndsWithFolded => "iendswith",
            Self::ExactFolded => "iexact",
        }
    }

    pub(crate) fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lookup| lookup.word() == word)
    }

    /// Whether the look-up means something for the field. Relations are compared as a whole.
    pub(crate) const fn fits(self, field: &Field) -> bool {
        if field.is_sealed() {
            return false;
        }
        match self {
            Self::IsNull => true,
            Self::Exact | Self::In => !matches!(field.kind, ScalarKind::Json(_)),
            Self::Less | Self::LessOrEqual | Self::Greater | Self::GreaterOrEqual => {
                field.relation.is_none() && has_order(field.kind)
            }
            Self::Range => field.relation.is_none() && has_order(field.kind) && !is_text(field.kind),
            Self::Contains
            | Self::ContainsFolded
            | Self::StartsWith
            | Self::StartsWithFolded
            | Self::EndsWith
            | Self::EndsWithFolded
            | Self::ExactFolded => field.relation.is_none() && is_text(field.kind),
        }
    }

    /// Whether the look-up means something for a part of a field, which is a whole number.
    pub(crate) const fn fits_parts(self) -> bool {
        match self {
            Self::Exact
            | Self::In
            | Self::Less
            | Self::LessOrEqual
            | Self::Greater
            | Self::GreaterOrEqual
            | Self::Range => true,
            Self::IsNull
            | Self::Contains
            | Self::ContainsFolded
            | Self::StartsWith
            | Self::StartsWithFolded
            | Self::EndsWith
            | Self::EndsWithFolded
            | Self::ExactFolded => false,
        }
    }

    /// The test that a value asks for.
    pub(crate) fn test(self, kind: ScalarKind, given: Given<'_>, limits: QueryLimits) -> Result<Test, QueryFault> {
        let text = || one_text(compared(kind), given);
        let value = || read(compared(kind), given);
        Ok(match self {
            Self::Exact if given.is_null() => Test::IsNull,
            Self::Exact => exact(kind, given)?,
            Self::In => Test::In(read_list(kind, given, limits)?),
            Self::IsNull => match read(ScalarKind::Boolean, given)? {
                Value::Boolean(true) => Test::IsNull,
                _ => Test::HasValue,
            },
            Self::Less => Test::Less(value()?),
            Self::LessOrEqual => Test::LessOrEqual(value()?),
            Self::Greater => Test::Greater(value()?),
            Self::GreaterOrEqual => Test::GreaterOrEqual(value()?),
            Self::Range => read_range(kind, given)?,
            Self::Contains => Test::Contains(text()?.into_owned()),
            Self::ContainsFolded => Test::ContainsFolded(text()?.into_owned()),
            Self::StartsWith => Test::StartsWith(text()?.into_owned()),
            Self::StartsWithFolded => Test::StartsWithFolded(text()?.into_owned()),
            Self::EndsWith => Test::EndsWith(text()?.into_owned()),
            Self::EndsWithFolded => Test::EndsWithFolded(text()?.into_owned()),
            Self::ExactFolded => Test::EqualFolded(text()?.into_owned()),
        })
    }

    /// The test of a part that a value asks for.
    pub(crate) fn part_test(self, part: Part, given: Given<'_>, limits: QueryLimits) -> Result<Test, QueryFault> {
        Ok(Test::Part(part, Box::new(self.test(ScalarKind::Integer, given, limits)?)))
    }
}

/// Whether less and greater mean something for values of the kind.
const fn has_order(kind: ScalarKind) -> bool {
    match kind {
        ScalarKind::String { .. }
        | ScalarKind::Text
        | ScalarKind::Integer
        | ScalarKind::Float
        | ScalarKind::Date
        | ScalarKind::DateTime
        | ScalarKind::Decimal { .. }
        | ScalarKind::Time
        | ScalarKind::Duration => true,
        ScalarKind::Boolean | ScalarKind::Identifier | ScalarKind::Uuid | ScalarKind::Binary | ScalarKind::Json(_) => {
            false
        }
    }
}

const fn is_text(kind: ScalarKind) -> bool {
    matches!(kind, ScalarKind::String { .. } | ScalarKind::Text)
}

/// A text that is too long for a field equals none of its values, which is no mistake.
const fn compared(kind: ScalarKind) -> ScalarKind {
    match kind {
        ScalarKind::String { .. } => ScalarKind::Text,
        other => other,
    }
}

fn exact(kind: ScalarKind, given: Given<'_>) -> Result<Test, QueryFault> {
    let within = |from, to: Option<Value>| Ok(Test::Within(from, to));
    match kind {
        ScalarKind::Date => {
            let (from, to) = parse_days(one_text(kind, given)?.trim())
                .ok_or_else(|| wrong("a date like `2013-01-31`, a month or a year"))?;
            within(Value::Date(from), to.map(Value::Date))
        }
        ScalarKind::DateTime => {
            let expected = "a time like `2013-01-31T17:00:00Z`, or its beginning, down to the year";
            let (from, to) = parse_period(one_text(kind, given)?.trim()).ok_or_else(|| wrong(expected))?;
            within(Value::DateTime(from), to.map(Value::DateTime))
        }
        kind => Ok(Test::Equal(read(compared(kind), given)?)),
    }
}

fn one_text<'a>(kind: ScalarKind, given: Given<'a>) -> Result<Cow<'a, str>, QueryFault> {
    let text = given.text().ok_or_else(|| wrong(expected(kind)))?;
    without_null_characters(given).map(|()| text)
}

fn read(kind: ScalarKind, given: Given<'_>) -> Result<Value, QueryFault> {
    without_null_characters(given)?;
    given.value(kind).ok_or_else(|| wrong(expected(kind)))
}

fn without_null_characters(given: Given<'_>) -> Result<(), QueryFault> {
    if given.has_null_characters() { Err(wrong("a text without null characters")) } else { Ok(()) }
}

fn read_list(kind: ScalarKind, given: Given<'_>, limits: QueryLimits) -> Result<Vec<Value>, QueryFault> {
    let expected = || wrong(format!("{}, each {}", given.list_words(), expected(compared(kind))));
    let values = given.list(compared(kind)).ok_or_else(expected)?;
    limits.require_list(values.len())?;
    without_null_characters(given)?;
    values.into_iter().collect::<Option<_>>().ok_or_else(expected)
}

fn read_range(kind: ScalarKind, given: Given<'_>) -> Result<Test, QueryFault> {
    let ends = given.list(kind).and_then(|values| <[Option<Value>; 2]>::try_from(values).ok());
    match ends {
        Some([Some(low), Some(high)]) => Ok(Test::Between(low, high)),
        _ => Err(wrong(format!("{}, each {}", given.pair_words(), expected(kind)))),
    }
}

fn wrong(expected: impl Into<String>) -> QueryFault {
    QueryFault::WrongValue { expected: expected.into() }
}
