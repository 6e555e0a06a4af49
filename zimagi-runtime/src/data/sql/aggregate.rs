//! Aggregates in the words of each database.
//!
//! Means of exact numbers are made of exact sums, so that they are the same everywhere; the mean of floats may differ in its last
//! digits. SQLite knows no deviation, and its sums end where a part of them has more than 64 bits: functions of ours are registered
//! there.

use diesel::result::QueryResult;
use zimagi_spec::descriptor::ScalarKind;
use zimagi_spec::names::Database;

use super::dialect::Dialect;
use super::expression::Expr;
use super::fragment::{Pass, walk_expr};
use crate::data::question::aggregate::Aggregate;

pub(super) fn walk_aggregate<'b, DB: Dialect>(
    aggregate: Aggregate,
    kind: ScalarKind,
    operand: &'b Expr,
    out: &mut Pass<'_, 'b, DB>,
) -> QueryResult<()> {
    let scale = scale(DB::DATABASE, kind);
    if aggregate == Aggregate::Average && kind != ScalarKind::Float {
        let (before, after) = match DB::DATABASE {
            Database::Sqlite => ("(CAST(zimagi_sum(", ") AS REAL)"),
            Database::Postgresql => ("(CAST(sum(", ") AS float8)"),
            Database::Mysql => ("(CAST(sum(", ") AS DOUBLE)"),
        };
        walk_within(before, operand, after, out)?;
        out.push_sql(&scale);
        return walk_within(" / count(", operand, "))", out);
    }
    let (before, after) = match (aggregate, DB::DATABASE) {
        (Aggregate::Count, _) => ("count(", ")"),
        (Aggregate::Distinct, _) => ("count(DISTINCT ", ")"),
        (Aggregate::Sum, Database::Sqlite) if kind != ScalarKind::Float => ("zimagi_sum(", ")"),
        (Aggregate::Sum, _) => ("sum(", ")"),
        (Aggregate::Average, _) => ("avg(", ")"),
        (Aggregate::Least, _) => ("min(", ")"),
        (Aggregate::Largest, _) => ("max(", ")"),
        (Aggregate::Deviation, Database::Sqlite) => ("zimagi_deviation(CAST(", " AS REAL)"),
        (Aggregate::Variance, Database::Sqlite) => ("zimagi_variance(CAST(", " AS REAL)"),
        (Aggregate::Deviation, Database::Postgresql) => ("stddev_pop(CAST(", " AS float8)"),
        (Aggregate::Variance, Database::Postgresql) => ("var_pop(CAST(", " AS float8)"),
        (Aggregate::Deviation, Database::Mysql) => ("stddev_pop(CAST(", " AS DOUBLE)"),
        (Aggregate::Variance, Database::Mysql) => ("var_pop(CAST(", " AS DOUBLE)"),
    };
    walk_within(before, operand, after, out)?;
    if matches!(aggregate, Aggregate::Deviation | Aggregate::Variance) {
        out.push_sql(&scale);
        out.push_sql(")");
    }
    Ok(())
}

fn walk_within<'b, DB: Dialect>(
    before: &'static str,
    operand: &'b Expr,
    after: &'static str,
    out: &mut Pass<'_, 'b, DB>,
) -> QueryResult<()> {
    out.push_sql(before);
    walk_expr(operand, out)?;
    out.push_sql(after);
    Ok(())
}

/// Decimals on SQLite are whole numbers of their last digit.
fn scale(database: Database, kind: ScalarKind) -> String {
    match (database, kind) {
        (Database::Sqlite, ScalarKind::Decimal { places, .. }) if places > 0 => {
            format!(" / 1{}.0", "0".repeat(places.into()))
        }
        _ => String::new(),
    }
}
