//! Rows: cells as the database gives them, then as the kinds of the columns say.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::deserialize::{self, FromSql, QueryableByName};
use diesel::pg::Pg;
use diesel::row::{Field, NamedRow};
use diesel::sql_types::{BigInt, Binary, Bool, Date, Double, Integer, Text, Timestamp};
use diesel::sqlite::{Sqlite, SqliteType};
use zimagi_spec::descriptor::ScalarKind;

use crate::data::error::DataError;
use crate::data::sql::Output;
use crate::data::value::Value;

/// One row of an answer, in the order of the query's outputs.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Row {
    pub(crate) cells: Vec<Value>,
}

/// A row in the types of the database: SQLite has neither booleans nor times.
pub(super) struct RawRow {
    cells: Vec<Raw>,
}

enum Raw {
    Value(Value),
    Bytes(Vec<u8>),
}

impl RawRow {
    /// The row in the kinds of the columns.
    pub(super) fn decode(self, outputs: &[Output]) -> Result<Row, DataError> {
        let cells = self.cells.into_iter().zip(outputs).map(|(cell, output)| decode(cell, output.kind));
        cells.collect::<Option<_>>().map(|cells| Row { cells }).ok_or(DataError::Broken("a column holds another kind than its field"))
    }
}

fn decode(cell: Raw, kind: ScalarKind) -> Option<Value> {
    Some(match (cell, kind) {
        (Raw::Bytes(bytes), ScalarKind::Identifier) => Value::Identifier(bytes.try_into().ok()?),
        (Raw::Bytes(_), _) => return None,
        (Raw::Value(Value::Integer(number)), ScalarKind::Boolean) => Value::Boolean(number != 0),
        #[expect(clippy::cast_precision_loss, reason = "SQLite stores whole floats as integers that came from floats")]
        (Raw::Value(Value::Integer(number)), ScalarKind::Float) => Value::Float(number as f64),
        (Raw::Value(Value::Text(text)), ScalarKind::Date) => Value::Date(text.parse().ok()?),
        (Raw::Value(Value::Text(text)), ScalarKind::DateTime) => Value::DateTime(parse_time(&text)?),
        (Raw::Value(value), _) => value,
    })
}

/// The form in which Diesel stores times on SQLite.
fn parse_time(text: &str) -> Option<NaiveDateTime> {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S%.f").ok()
}

impl QueryableByName<Sqlite> for RawRow {
    fn build<'a>(row: &impl NamedRow<'a, Sqlite>) -> deserialize::Result<Self> {
        let cell = |index| {
            let field = diesel::row::Row::get(row, index).ok_or("a cell is missing")?;
            let Some(value) = field.value() else { return Ok(Raw::Value(Value::Null)) };
            Ok(match value.value_type() {
                None => Raw::Value(Value::Null),
                Some(SqliteType::Binary) => Raw::Bytes(<Vec<u8> as FromSql<Binary, Sqlite>>::from_sql(value)?),
                Some(SqliteType::Text) => Raw::Value(Value::Text(<String as FromSql<Text, Sqlite>>::from_sql(value)?)),
                Some(SqliteType::Float | SqliteType::Double) => {
                    Raw::Value(Value::Float(<f64 as FromSql<Double, Sqlite>>::from_sql(value)?))
                }
                Some(SqliteType::SmallInt | SqliteType::Integer | SqliteType::Long) => {
                    Raw::Value(Value::Integer(<i64 as FromSql<BigInt, Sqlite>>::from_sql(value)?))
                }
            })
        };
        (0..row.field_count()).map(cell).collect::<deserialize::Result<_>>().map(|cells| Self { cells })
    }
}

/// Object ids of the types that the engine's tables and counts use.
mod oid {
    pub(super) const BOOL: u32 = 16;
    pub(super) const BYTEA: u32 = 17;
    pub(super) const INT8: u32 = 20;
    pub(super) const INT4: u32 = 23;
    pub(super) const FLOAT8: u32 = 701;
    pub(super) const DATE: u32 = 1082;
    pub(super) const TIMESTAMP: u32 = 1114;
}

impl QueryableByName<Pg> for RawRow {
    fn build<'a>(row: &impl NamedRow<'a, Pg>) -> deserialize::Result<Self> {
        let cell = |index| {
            let field = diesel::row::Row::get(row, index).ok_or("a cell is missing")?;
            let Some(value) = field.value() else { return Ok(Raw::Value(Value::Null)) };
            Ok(Raw::Value(match value.get_oid().get() {
                oid::BYTEA => return Ok(Raw::Bytes(<Vec<u8> as FromSql<Binary, Pg>>::from_sql(value)?)),
                oid::BOOL => Value::Boolean(<bool as FromSql<Bool, Pg>>::from_sql(value)?),
                oid::INT8 => Value::Integer(<i64 as FromSql<BigInt, Pg>>::from_sql(value)?),
                oid::INT4 => Value::Integer(<i32 as FromSql<Integer, Pg>>::from_sql(value)?.into()),
                oid::FLOAT8 => Value::Float(<f64 as FromSql<Double, Pg>>::from_sql(value)?),
                oid::DATE => Value::Date(<NaiveDate as FromSql<Date, Pg>>::from_sql(value)?),
                oid::TIMESTAMP => Value::DateTime(<NaiveDateTime as FromSql<Timestamp, Pg>>::from_sql(value)?),
                _ => Value::Text(<String as FromSql<Text, Pg>>::from_sql(value)?),
            }))
        };
        (0..row.field_count()).map(cell).collect::<deserialize::Result<_>>().map(|cells| Self { cells })
    }
}
