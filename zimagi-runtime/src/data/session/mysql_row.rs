//! Rows of MySQL: cells by the types that it sends.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use diesel::deserialize::{self, FromSql, QueryableByName};
use diesel::mysql::{Mysql, MysqlType, MysqlValue};
use diesel::row::{Field, NamedRow};
use diesel::sql_types::{BigInt, Binary, Date, Double, Numeric, Time, Timestamp};
use rust_decimal::Decimal;

use super::row::Row;
use crate::data::value::Value;

impl QueryableByName<Mysql> for Row {
    fn build<'a>(row: &impl NamedRow<'a, Mysql>) -> deserialize::Result<Self> {
        let cell = |index| {
            let field = diesel::row::Row::get(row, index).ok_or("a cell is missing")?;
            field.value().map_or(Ok(Value::Null), cell)
        };
        let cells = (0..row.field_count()).map(cell).collect::<deserialize::Result<_>>()?;
        Ok(Self { cells })
    }
}

/// A text whose collation is binary comes as bytes; what its column holds is known from its kind.
fn cell(value: MysqlValue<'_>) -> deserialize::Result<Value> {
    Ok(match value.value_type() {
        MysqlType::String | MysqlType::Blob => Value::Binary(<Vec<u8> as FromSql<Binary, Mysql>>::from_sql(value)?),
        MysqlType::Tiny | MysqlType::Short | MysqlType::Long | MysqlType::LongLong => {
            Value::Integer(<i64 as FromSql<BigInt, Mysql>>::from_sql(value)?)
        }
        MysqlType::Double => Value::Float(<f64 as FromSql<Double, Mysql>>::from_sql(value)?),
        MysqlType::Date => Value::Date(<NaiveDate as FromSql<Date, Mysql>>::from_sql(value)?),
        MysqlType::DateTime | MysqlType::Timestamp => {
            Value::DateTime(<NaiveDateTime as FromSql<Timestamp, Mysql>>::from_sql(value)?)
        }
        MysqlType::Time => Value::Time(<NaiveTime as FromSql<Time, Mysql>>::from_sql(value)?),
        MysqlType::Numeric => Value::Decimal(<Decimal as FromSql<Numeric, Mysql>>::from_sql(value)?),
        _ => return Err("a column has a type that no field has".into()),
    })
}
