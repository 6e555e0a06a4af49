//! Rows: cells in the types of the database, then in those of the columns' kinds.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use diesel::deserialize::{self, FromSql, QueryableByName};
use diesel::pg::{Pg, PgValue};
use diesel::row::{Field, NamedRow};
use diesel::sql_types::{BigInt, Binary, Bool, Date, Double, Integer, Json, Jsonb, Numeric, Text, Time, Timestamp};
use diesel::sqlite::{Sqlite, SqliteType};
use rust_decimal::Decimal;
use uuid::Uuid;
use zimagi_spec::descriptor::ScalarKind;

use crate::data::error::DataError;
use crate::data::parse::fit_decimal;
use crate::data::sql::{Output, moment};
use crate::data::value::Value;

/// One row of an answer, in the order of the query's outputs.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Row {
    pub(crate) cells: Vec<Value>,
}

impl Row {
    /// Turns cells into what their columns' kinds say: SQLite has neither booleans nor times.
    pub(super) fn settle_all(rows: &mut [Self], outputs: &[Output]) -> Result<(), DataError> {
        for row in rows {
            for (cell, output) in row.cells.iter_mut().zip(outputs) {
                settle(cell, output.kind).ok_or_else(|| unsettled(cell, output.kind))?;
            }
        }
        Ok(())
    }
}

/// Where whole numbers are expected, databases send decimals and floats only for what has too many digits.
const fn unsettled(cell: &Value, kind: ScalarKind) -> DataError {
    match (cell, kind) {
        (
            Value::Decimal(_) | Value::Float(_),
            ScalarKind::Integer | ScalarKind::Duration | ScalarKind::Decimal { .. },
        ) => DataError::TooLarge,
        _ => DataError::Broken("a column holds another kind than its field"),
    }
}

fn settle(cell: &mut Value, kind: ScalarKind) -> Option<()> {
    // MySQL does not tell texts that are compared byte by byte from bytes.
    if let (Value::Binary(bytes), ScalarKind::String { .. } | ScalarKind::Text) = (&mut *cell, kind) {
        *cell = Value::Text(String::from_utf8(std::mem::take(bytes)).ok()?);
        return Some(());
    }
    let settled = match (&*cell, kind) {
        (Value::Binary(bytes), ScalarKind::Identifier) => Value::Identifier(bytes.as_slice().try_into().ok()?),
        (Value::Binary(bytes), ScalarKind::Uuid) => Value::Uuid(Uuid::from_slice(bytes).ok()?),
        (Value::Integer(number), ScalarKind::Boolean) => Value::Boolean(*number != 0),
        #[expect(clippy::cast_precision_loss, reason = "SQLite keeps whole floats as integers that came from floats")]
        (Value::Integer(number), ScalarKind::Float) => Value::Float(*number as f64),
        (Value::Text(text), ScalarKind::Date) => Value::Date(text.parse().ok()?),
        (Value::Text(text), ScalarKind::DateTime) => Value::DateTime(moment::read(text)?),
        (Value::Text(text), ScalarKind::Time) => Value::Time(text.parse().ok()?),
        (Value::Text(text), ScalarKind::Json(_)) => Value::Json(serde_json::from_str(text).ok()?),
        (Value::Binary(bytes), ScalarKind::Json(_)) => Value::Json(serde_json::from_slice(bytes).ok()?),
        (Value::Integer(number), ScalarKind::Duration) => Value::Duration(TimeDelta::microseconds(*number)),
        (Value::Integer(number), ScalarKind::Decimal { places, .. }) => {
            Value::Decimal(Decimal::try_from_i128_with_scale((*number).into(), places.into()).ok()?)
        }
        // Servers add up whole numbers as decimals.
        (Value::Decimal(number), ScalarKind::Integer) => Value::Integer(whole(*number)?),
        (Value::Decimal(number), ScalarKind::Duration) => Value::Duration(TimeDelta::microseconds(whole(*number)?)),
        (Value::Decimal(number), ScalarKind::Decimal { digits, places }) => {
            Value::Decimal(fit_decimal(*number, digits, places)?)
        }
        (cell, kind) => return is_of(cell, kind).then_some(()),
    };
    *cell = settled;
    Some(())
}

fn whole(number: Decimal) -> Option<i64> {
    if number.is_integer() { i64::try_from(number.trunc().mantissa()).ok() } else { None }
}

const fn is_of(cell: &Value, kind: ScalarKind) -> bool {
    match cell {
        Value::Null => true,
        Value::Boolean(_) => matches!(kind, ScalarKind::Boolean),
        Value::Integer(_) => matches!(kind, ScalarKind::Integer),
        Value::Float(_) => matches!(kind, ScalarKind::Float),
        Value::Text(_) => matches!(kind, ScalarKind::String { .. } | ScalarKind::Text),
        Value::Date(_) => matches!(kind, ScalarKind::Date),
        Value::DateTime(_) => matches!(kind, ScalarKind::DateTime),
        Value::Identifier(_) => matches!(kind, ScalarKind::Identifier),
        Value::Decimal(_) => matches!(kind, ScalarKind::Decimal { .. }),
        Value::Time(_) => matches!(kind, ScalarKind::Time),
        Value::Duration(_) => matches!(kind, ScalarKind::Duration),
        Value::Uuid(_) => matches!(kind, ScalarKind::Uuid),
        Value::Binary(_) => matches!(kind, ScalarKind::Binary),
        Value::Json(_) => matches!(kind, ScalarKind::Json(_)),
    }
}

impl QueryableByName<Sqlite> for Row {
    fn build<'a>(row: &impl NamedRow<'a, Sqlite>) -> deserialize::Result<Self> {
        let cell = |index| {
            let field = diesel::row::Row::get(row, index).ok_or("a cell is missing")?;
            let Some(value) = field.value() else { return Ok(Value::Null) };
            Ok(match value.value_type() {
                None => Value::Null,
                Some(SqliteType::Binary) => Value::Binary(<Vec<u8> as FromSql<Binary, Sqlite>>::from_sql(value)?),
                Some(SqliteType::Text) => Value::Text(<String as FromSql<Text, Sqlite>>::from_sql(value)?),
                Some(SqliteType::Float | SqliteType::Double) => {
                    Value::Float(<f64 as FromSql<Double, Sqlite>>::from_sql(value)?)
                }
                Some(SqliteType::SmallInt | SqliteType::Integer | SqliteType::Long) => {
                    Value::Integer(<i64 as FromSql<BigInt, Sqlite>>::from_sql(value)?)
                }
            })
        };
        let cells = (0..row.field_count()).map(cell).collect::<deserialize::Result<_>>()?;
        Ok(Self { cells })
    }
}

/// Object ids of the types that the engine's tables, keys, counts and plans have.
mod oid {
    pub(super) const BOOL: u32 = 16;
    pub(super) const BYTEA: u32 = 17;
    pub(super) const INT8: u32 = 20;
    pub(super) const JSON: u32 = 114;
    pub(super) const INT4: u32 = 23;
    pub(super) const TEXT: u32 = 25;
    pub(super) const FLOAT8: u32 = 701;
    pub(super) const VARCHAR: u32 = 1043;
    pub(super) const DATE: u32 = 1082;
    pub(super) const TIME: u32 = 1083;
    pub(super) const TIMESTAMP: u32 = 1114;
    pub(super) const NUMERIC: u32 = 1700;
    pub(super) const UUID: u32 = 2950;
    pub(super) const JSONB: u32 = 3802;
}

impl QueryableByName<Pg> for Row {
    fn build<'a>(row: &impl NamedRow<'a, Pg>) -> deserialize::Result<Self> {
        let cell = |index| {
            let field = diesel::row::Row::get(row, index).ok_or("a cell is missing")?;
            field.value().map_or(Ok(Value::Null), postgres_cell)
        };
        let cells = (0..row.field_count()).map(cell).collect::<deserialize::Result<_>>()?;
        Ok(Self { cells })
    }
}

fn postgres_cell(value: PgValue<'_>) -> deserialize::Result<Value> {
    Ok(match value.get_oid().get() {
        oid::BYTEA => Value::Binary(<Vec<u8> as FromSql<Binary, Pg>>::from_sql(value)?),
        oid::BOOL => Value::Boolean(<bool as FromSql<Bool, Pg>>::from_sql(value)?),
        oid::INT8 => Value::Integer(<i64 as FromSql<BigInt, Pg>>::from_sql(value)?),
        oid::INT4 => Value::Integer(<i32 as FromSql<Integer, Pg>>::from_sql(value)?.into()),
        oid::FLOAT8 => Value::Float(<f64 as FromSql<Double, Pg>>::from_sql(value)?),
        oid::DATE => Value::Date(<NaiveDate as FromSql<Date, Pg>>::from_sql(value)?),
        oid::TIMESTAMP => Value::DateTime(<NaiveDateTime as FromSql<Timestamp, Pg>>::from_sql(value)?),
        oid::TEXT | oid::VARCHAR => Value::Text(<String as FromSql<Text, Pg>>::from_sql(value)?),
        oid::TIME => Value::Time(<NaiveTime as FromSql<Time, Pg>>::from_sql(value)?),
        oid::NUMERIC => Value::Decimal(<Decimal as FromSql<Numeric, Pg>>::from_sql(value)?),
        oid::UUID => Value::Uuid(<Uuid as FromSql<diesel::sql_types::Uuid, Pg>>::from_sql(value)?),
        oid::JSON => Value::Json(<serde_json::Value as FromSql<Json, Pg>>::from_sql(value)?),
        oid::JSONB => Value::Json(<serde_json::Value as FromSql<Jsonb, Pg>>::from_sql(value)?),
        _ => return Err("a column has a type that no field has".into()),
    })
}
