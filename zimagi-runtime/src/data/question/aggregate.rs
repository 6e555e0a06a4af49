//! What can be made of many values: the words of callers, and which kinds of values they mean something for. Nothing here knows SQL.

use zimagi_spec::descriptor::ScalarKind;

use super::ordering::has_order;
use crate::data::catalogue::{Field, Model};
use crate::data::mistake::QueryFault;
use crate::data::path::{ResolvedPath, resolve};
use crate::data::view::View;

/// One value made of many. Nulls do not count, and of no value at all everything but a number of values is null.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Aggregate {
    /// How many values there are.
    Count,
    /// How many different values there are.
    Distinct,
    Sum,
    /// The mean, as a float.
    Average,
    Least,
    Largest,
    /// The standard deviation of the values themselves, not of a population that they are a sample of.
    Deviation,
    /// The variance, likewise.
    Variance,
}

/// The most digits that a sum of decimals has.
const SUM_DIGITS: u8 = 28;

impl Aggregate {
    pub(crate) const ALL: [Self; 8] = [
        Self::Count,
        Self::Distinct,
        Self::Sum,
        Self::Average,
        Self::Least,
        Self::Largest,
        Self::Deviation,
        Self::Variance,
    ];

    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Distinct => "distinct",
            Self::Sum => "sum",
            Self::Average => "avg",
            Self::Least => "min",
            Self::Largest => "max",
            Self::Deviation => "stddev",
            Self::Variance => "var",
        }
    }

    /// Case does not matter: the original's words are large.
    pub(crate) fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|aggregate| aggregate.word().eq_ignore_ascii_case(word))
    }

    /// Whether it can be made of the values of a path. Where each record has many, only what can be made of its parts is: the mean of
    /// means is no mean.
    pub(crate) fn fits(self, path: &ResolvedPath<'_>) -> bool {
        let is_made_of_parts = match self {
            Self::Count | Self::Sum | Self::Least | Self::Largest => true,
            Self::Distinct | Self::Average | Self::Deviation | Self::Variance => false,
        };
        self.kind(path.field).is_some() && (is_made_of_parts || path.is_single())
    }

    /// What makes one of several that were made of parts.
    pub(crate) const fn of_parts(self) -> Self {
        match self {
            Self::Count => Self::Sum,
            other => other,
        }
    }

    /// Whether it says how many there are.
    pub(crate) const fn is_number_of(self) -> bool {
        matches!(self, Self::Count | Self::Distinct)
    }

    /// The kind of what comes out for values of the field; none if it means nothing for them.
    pub(crate) fn kind(self, field: &Field) -> Option<ScalarKind> {
        let is_related = field.relation.is_some();
        match self {
            Self::Count => Some(ScalarKind::Integer),
            Self::Distinct => has_order(field.kind).then_some(ScalarKind::Integer),
            Self::Sum | Self::Average | Self::Least | Self::Largest | Self::Deviation | Self::Variance
                if is_related =>
            {
                None
            }
            Self::Sum => sum_kind(field.kind),
            Self::Average | Self::Deviation | Self::Variance => is_number(field.kind).then_some(ScalarKind::Float),
            Self::Least | Self::Largest => has_extremes(field.kind).then_some(field.kind),
        }
    }
}

/// What a word makes of the many values that each record has at a path.
pub(crate) fn resolve_made<'c>(
    view: View<'c>,
    model: &'c Model,
    (written, word): (&str, &str),
) -> Result<(ResolvedPath<'c>, (Aggregate, ScalarKind)), QueryFault> {
    let path = resolve(view, model, written).map_err(QueryFault::NoSuchField)?.shortened();
    if path.is_single() {
        return Err(QueryFault::WrongValue {
            expected: format!("`{written}` alone: it has one value for each record"),
        });
    }
    let kind = |aggregate: Aggregate| Some((aggregate, aggregate.kind(path.field)?));
    match Aggregate::parse(word).and_then(kind) {
        Some(made) => Ok((path, made)),
        None => Err(QueryFault::WrongValue { expected: expected(written, path.field) }),
    }
}

/// What would have been right for the field, however many values of it there are.
pub(crate) fn expected(path: &str, field: &Field) -> String {
    words(path, |aggregate| aggregate.kind(field).is_some())
}

/// What would have been right behind a path.
pub(crate) fn words(path: &str, fits: impl Fn(&Aggregate) -> bool) -> String {
    let fitting = Aggregate::ALL.into_iter().filter(fits);
    let words: Vec<_> = fitting.map(|aggregate| format!("`{path}:{}`", aggregate.word())).collect();
    match words.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
        None => "another path".to_owned(),
    }
}

const fn is_number(kind: ScalarKind) -> bool {
    matches!(kind, ScalarKind::Integer | ScalarKind::Float | ScalarKind::Decimal { .. })
}

const fn sum_kind(kind: ScalarKind) -> Option<ScalarKind> {
    match kind {
        ScalarKind::Integer | ScalarKind::Float | ScalarKind::Duration => Some(kind),
        ScalarKind::Decimal { places, .. } => Some(ScalarKind::Decimal { digits: SUM_DIGITS, places }),
        ScalarKind::String { .. }
        | ScalarKind::Text
        | ScalarKind::Boolean
        | ScalarKind::Date
        | ScalarKind::DateTime
        | ScalarKind::Identifier
        | ScalarKind::Time
        | ScalarKind::Uuid
        | ScalarKind::Binary
        | ScalarKind::Json(_) => None,
    }
}

const fn has_extremes(kind: ScalarKind) -> bool {
    has_order(kind) && !matches!(kind, ScalarKind::Boolean | ScalarKind::Identifier | ScalarKind::Uuid)
}
