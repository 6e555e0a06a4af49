//! The look-ups of filters: the last word of `plane.manufacturer.icontains`.

use zimagi_spec::descriptor::ScalarKind;

use super::catalogue::Field;
use super::parse::{expected, parse};
use super::typed::Test;
use super::value::Value;

/// How a field is compared with a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lookup {
    /// Equal; also said by no word.
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
    /// Contains, letter by letter.
    Contains,
    /// Contains, ignoring case.
    ContainsFolded,
    /// Begins with, letter by letter.
    StartsWith,
}

/// More values in one list are refused: each is a bind of the statement.
pub(crate) const LIST_MAX: usize = 1000;

impl Lookup {
    pub(crate) const ALL: [Self; 10] = [
        Self::Exact,
        Self::In,
        Self::IsNull,
        Self::Less,
        Self::LessOrEqual,
        Self::Greater,
        Self::GreaterOrEqual,
        Self::Contains,
        Self::ContainsFolded,
        Self::StartsWith,
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
            Self::Contains => "contains",
            Self::ContainsFolded => "icontains",
            Self::StartsWith => "startswith",
        }
    }

    pub(crate) fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lookup| lookup.word() == word)
    }

    /// Whether the look-up means something for the field. Relations are compared as a whole.
    pub(crate) const fn fits(self, field: &Field) -> bool {
        match self {
            Self::IsNull => true,
            Self::Exact | Self::In => !matches!(field.kind, ScalarKind::Json(_)),
            Self::Less | Self::LessOrEqual | Self::Greater | Self::GreaterOrEqual => {
                field.relation.is_none() && has_order(field.kind)
            }
            Self::Contains | Self::ContainsFolded | Self::StartsWith => {
                field.relation.is_none() && matches!(field.kind, ScalarKind::String { .. } | ScalarKind::Text)
            }
        }
    }

    /// The test that a value as written asks for, or what was expected of the value.
    pub(crate) fn test(self, kind: ScalarKind, text: &str) -> Result<Test, String> {
        if text.contains('\0') {
            return Err("a text without null characters".to_owned());
        }
        let value = || parse(compared(kind), text).ok_or_else(|| expected(kind));
        Ok(match self {
            Self::Exact => Test::Equal(value()?),
            Self::In => Test::In(parse_list(kind, text)?),
            Self::IsNull => match parse(ScalarKind::Boolean, text) {
                Some(Value::Boolean(true)) => Test::IsNull,
                Some(_) => Test::HasValue,
                None => return Err(expected(ScalarKind::Boolean)),
            },
            Self::Less => Test::Less(value()?),
            Self::LessOrEqual => Test::LessOrEqual(value()?),
            Self::Greater => Test::Greater(value()?),
            Self::GreaterOrEqual => Test::GreaterOrEqual(value()?),
            Self::Contains => Test::Contains(text.to_owned()),
            Self::ContainsFolded => Test::ContainsFolded(text.to_owned()),
            Self::StartsWith => Test::StartsWith(text.to_owned()),
        })
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

/// A text that is too long for a field equals none of its values, which is no mistake.
const fn compared(kind: ScalarKind) -> ScalarKind {
    match kind {
        ScalarKind::String { .. } => ScalarKind::Text,
        other => other,
    }
}

fn parse_list(kind: ScalarKind, text: &str) -> Result<Vec<Value>, String> {
    let values: Option<Vec<_>> = text.split(',').map(|part| parse(compared(kind), part)).collect();
    match values {
        Some(values) if values.len() <= LIST_MAX => Ok(values),
        Some(_) => Err(format!("a list of at most {LIST_MAX} values")),
        None => Err(format!("a list with commas, each {}", expected(kind))),
    }
}
