//! Exact sums of whole numbers for SQLite, whose own fail where a part of them has more than 64 bits, even if the whole has not.
//!
//! What has more bits in the end is a float: it keeps its place in an order, and nobody takes it for a whole number.

use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::result::QueryResult;
use diesel::serialize::{self, IsNull, Output, ToSql};
use diesel::sql_types::{BigInt, Double, Nullable};
use diesel::sqlite::{Sqlite, SqliteAggregateFunction, SqliteConnection, SqliteType, SqliteValue};

diesel::define_sql_function! {
    /// The sum of all values; null if there are none.
    #[aggregate]
    fn zimagi_sum(value: Nullable<BigInt>) -> Nullable<BigInt>;
}

/// Makes it known to a connection.
pub(super) fn register(connection: &mut SqliteConnection) -> QueryResult<()> {
    zimagi_sum_utils::register_impl::<ExactSum, _>(connection)
}

/// A whole number, or one that is too large to be kept as such: a sum may be part of another.
#[derive(Debug, Clone, Copy, PartialEq, FromSqlRow)]
enum Number {
    Whole(i64),
    Large(f64),
}

#[derive(Debug, Default)]
struct ExactSum {
    whole: Option<i128>,
    large: Option<f64>,
}

impl SqliteAggregateFunction<Option<Number>> for ExactSum {
    type Output = Option<Number>;

    fn step(&mut self, value: Option<Number>) {
        match value {
            None => {}
            Some(Number::Whole(value)) => self.whole = Some(self.whole.unwrap_or_default() + i128::from(value)),
            Some(Number::Large(value)) => self.large = Some(self.large.unwrap_or_default() + value),
        }
    }

    fn finalize(sum: Option<Self>) -> Option<Number> {
        let Self { whole, large } = sum?;
        if let Some(large) = large {
            return Some(Number::Large(large + nearest(whole.unwrap_or_default())));
        }
        let whole = whole?;
        Some(i64::try_from(whole).map_or_else(|_| Number::Large(nearest(whole)), Number::Whole))
    }
}

#[expect(clippy::cast_precision_loss, reason = "it is known not to be exact")]
const fn nearest(number: i128) -> f64 {
    number as f64
}

impl FromSql<BigInt, Sqlite> for Number {
    fn from_sql(value: SqliteValue<'_, '_, '_>) -> deserialize::Result<Self> {
        match value.value_type() {
            Some(SqliteType::Float | SqliteType::Double) => {
                <f64 as FromSql<Double, Sqlite>>::from_sql(value).map(Self::Large)
            }
            _ => <i64 as FromSql<BigInt, Sqlite>>::from_sql(value).map(Self::Whole),
        }
    }
}

impl ToSql<BigInt, Sqlite> for Number {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
        match self {
            Self::Whole(value) => out.set_value(*value),
            Self::Large(value) => out.set_value(*value),
        }
        Ok(IsNull::No)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(values: &[Option<Number>]) -> Option<Number> {
        let mut sum = ExactSum::default();
        values.iter().for_each(|value| sum.step(*value));
        ExactSum::finalize(Some(sum))
    }

    #[test]
    fn parts_may_have_more_bits_than_the_whole() {
        let most = Some(Number::Whole(i64::MAX));
        assert_eq!(sum(&[most, most, Some(Number::Whole(-i64::MAX)), None]), most);
        assert_eq!(sum(&[most, Some(Number::Whole(1))]), Some(Number::Large(9_223_372_036_854_775_808.0)));
        assert_eq!(sum(&[Some(Number::Large(1e19)), Some(Number::Whole(-1))]), Some(Number::Large(1e19)));
        assert_eq!((sum(&[None]), ExactSum::finalize(None)), (None, None));
    }
}
