//! Rows: cells in the types of the database, then in those of the columns' kinds.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::deserialize::{self, FromSql, QueryableByName};
use diesel::pg::{Pg, PgValue};
use diesel::row::{Field, NamedRow};
use diesel::sql_types::{BigInt, Binary, Bool, Date, Double, Integer, Text, Timestamp};
use diesel::sqlite::{Sqlite, SqliteType};
use zimagi_spec::descriptor::ScalarKind;

use crate::data::error::DataError;
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
                settle(cell, output.kind).ok_or(DataError::Broken("a column holds another kind than its field"))?;
            }
        }
        Ok(())
    }
}

fn settle(cell: &mut Value, kind: ScalarKind) -> Option<()> {
    let settled = match (&*cell, kind) {
        (Value::Integer(number), ScalarKind::Boolean) => Value::Boolean(*number != 0),
        #[expect(clippy::cast_precision_loss, reason = "SQLite keeps whole floats as integers that came from floats")]
        (Value::Integer(number), ScalarKind::Float) => Value::Float(*number as f64),
        (Value::Text(text), ScalarKind::Date) => Value::Date(text.parse().ok()?),
        (Value::Text(text), ScalarKind::DateTime) => Value::DateTime(moment::read(text)?),
        (cell, kind) => return is_of(cell, kind).then_some(()),
    };
    *cell = settled;
    Some(())
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
    }
}

fn digest(bytes: Vec<u8>) -> deserialize::Result<Value> {
    Ok(Value::Identifier(bytes.try_into().map_err(|_| "a binary cell is no digest")?))
}

impl QueryableByName<Sqlite> for Row {
    fn build<'a>(row: &impl NamedRow<'a, Sqlite>) -> deserialize::Result<Self> {
        let cell = |index| {
            let field = diesel::row::Row::get(row, index).ok_or("a cell is missing")?;
            let Some(value) = field.value() else { return Ok(Value::Null) };
            Ok(match value.value_type() {
                None => Value::Null,
                Some(SqliteType::Binary) => return digest(<Vec<u8> as FromSql<Binary, Sqlite>>::from_sql(value)?),
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

/// Object ids of the types that the engine's tables, keys and counts have.
mod oid {
    pub(super) const BOOL: u32 = 16;
    pub(super) const BYTEA: u32 = 17;
    pub(super) const INT8: u32 = 20;
    pub(super) const INT4: u32 = 23;
    pub(super) const TEXT: u32 = 25;
    pub(super) const FLOAT8: u32 = 701;
    pub(super) const VARCHAR: u32 = 1043;
    pub(super) const DATE: u32 = 1082;
    pub(super) const TIMESTAMP: u32 = 1114;
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
        oid::BYTEA => return digest(<Vec<u8> as FromSql<Binary, Pg>>::from_sql(value)?),
        oid::BOOL => Value::Boolean(<bool as FromSql<Bool, Pg>>::from_sql(value)?),
        oid::INT8 => Value::Integer(<i64 as FromSql<BigInt, Pg>>::from_sql(value)?),
        oid::INT4 => Value::Integer(<i32 as FromSql<Integer, Pg>>::from_sql(value)?.into()),
        oid::FLOAT8 => Value::Float(<f64 as FromSql<Double, Pg>>::from_sql(value)?),
        oid::DATE => Value::Date(<NaiveDate as FromSql<Date, Pg>>::from_sql(value)?),
        oid::TIMESTAMP => Value::DateTime(<NaiveDateTime as FromSql<Timestamp, Pg>>::from_sql(value)?),
        oid::TEXT | oid::VARCHAR => Value::Text(<String as FromSql<Text, Pg>>::from_sql(value)?),
        _ => return Err("a column has a type that no field has".into()),
    })
}
