//! Variance and deviation for SQLite, which has none: one pass, with the running mean taken away, so that large values lose no digits.

use diesel::result::QueryResult;
use diesel::sql_types::{Double, Nullable};
use diesel::sqlite::{SqliteAggregateFunction, SqliteConnection};

diesel::define_sql_function! {
    /// The variance of all values.
    #[aggregate]
    fn zimagi_variance(value: Nullable<Double>) -> Nullable<Double>;
}

diesel::define_sql_function! {
    /// Its square root.
    #[aggregate]
    fn zimagi_deviation(value: Nullable<Double>) -> Nullable<Double>;
}

/// Makes both known to a connection.
pub(super) fn register(connection: &mut SqliteConnection) -> QueryResult<()> {
    zimagi_variance_utils::register_impl::<Variance, _>(connection)?;
    zimagi_deviation_utils::register_impl::<Deviation, _>(connection)
}

/// The method of Welford.
#[derive(Debug, Default)]
struct Spread {
    count: f64,
    mean: f64,
    squares: f64,
}

impl Spread {
    fn add(&mut self, value: Option<f64>) {
        let Some(value) = value else { return };
        self.count += 1.0;
        let distance = value - self.mean;
        self.mean += distance / self.count;
        self.squares += distance * (value - self.mean);
    }

    fn variance(&self) -> Option<f64> {
        (self.count > 0.0).then(|| self.squares / self.count)
    }
}

#[derive(Debug, Default)]
struct Variance(Spread);

impl SqliteAggregateFunction<Option<f64>> for Variance {
    type Output = Option<f64>;

    fn step(&mut self, value: Option<f64>) {
        self.0.add(value);
    }

    fn finalize(aggregate: Option<Self>) -> Option<f64> {
        aggregate.and_then(|aggregate| aggregate.0.variance())
    }
}

#[derive(Debug, Default)]
struct Deviation(Spread);

impl SqliteAggregateFunction<Option<f64>> for Deviation {
    type Output = Option<f64>;

    fn step(&mut self, value: Option<f64>) {
        self.0.add(value);
    }

    fn finalize(aggregate: Option<Self>) -> Option<f64> {
        aggregate.and_then(|aggregate| aggregate.0.variance()).map(f64::sqrt)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_spread_far_from_zero_is_kept() {
        let mut spread = Spread::default();
        assert_eq!(spread.variance(), None);
        for value in [Some(1e9 + 4.0), None, Some(1e9 + 7.0), Some(1e9 + 13.0), Some(1e9 + 16.0)] {
            spread.add(value);
        }
        assert_eq!(spread.variance(), Some(22.5));
    }
}
