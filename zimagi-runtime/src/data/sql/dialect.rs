//! What differs between the databases: binding values and a few words.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use diesel::backend::Backend;
use diesel::mysql::Mysql;
use diesel::pg::Pg;
use diesel::query_builder::AstPass;
use diesel::result::QueryResult;
use diesel::serialize::{self, IsNull, Output, ToSql};
use diesel::sql_types::{BigInt, Binary, Bool, Date, Double, Json, Jsonb, Numeric, Text, Time, Timestamp};
use diesel::sqlite::Sqlite;
use rust_decimal::Decimal;
use uuid::Uuid;
use zimagi_spec::descriptor::ScalarKind;
use zimagi_spec::names::Database;

use super::moment;
use crate::data::value::Value;

/// A database that the statement tree can be written for.
pub(crate) trait Dialect: Backend {
    const DATABASE: Database;

    /// Appends a bind parameter.
    fn bind<'b>(out: &mut AstPass<'_, 'b, Self>, value: &'b Value, kind: ScalarKind) -> QueryResult<()>;
}

/// Moments on SQLite: the text is Diesel's own for `Timestamp`, so that hand-written queries find it.
#[derive(diesel::sql_types::SqlType)]
#[diesel(sqlite_type(name = "Text"))]
struct Moment;

impl ToSql<Moment, Sqlite> for NaiveDateTime {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
        out.set_value(moment::write(*self));
        Ok(IsNull::No)
    }
}

/// Decimals on SQLite: whole numbers, of which a field's last digit is one.
#[derive(diesel::sql_types::SqlType)]
#[diesel(sqlite_type(name = "Long"))]
struct Scaled;

impl ToSql<Scaled, Sqlite> for Decimal {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
        out.set_value(i64::try_from(self.mantissa())?);
        Ok(IsNull::No)
    }
}

/// Spans of time: whole microseconds.
#[derive(diesel::sql_types::SqlType)]
#[diesel(sqlite_type(name = "Long"), postgres_type(oid = 20, array_oid = 1016), mysql_type(name = "LongLong"))]
struct Span;

fn micros(span: TimeDelta) -> Result<i64, &'static str> {
    span.num_microseconds().ok_or("the span of time has more than 64 bits of microseconds")
}

impl ToSql<Span, Sqlite> for TimeDelta {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
        out.set_value(micros(*self)?);
        Ok(IsNull::No)
    }
}

impl ToSql<Span, Pg> for TimeDelta {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        ToSql::<BigInt, Pg>::to_sql(&micros(*self)?, &mut out.reborrow())
    }
}

impl ToSql<Span, Mysql> for TimeDelta {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Mysql>) -> serialize::Result {
        ToSql::<BigInt, Mysql>::to_sql(&micros(*self)?, &mut out.reborrow())
    }
}

/// UUIDs where there is no type for them: their bytes.
#[derive(diesel::sql_types::SqlType)]
#[diesel(sqlite_type(name = "Binary"), mysql_type(name = "Blob"))]
struct UuidBytes;

impl ToSql<UuidBytes, Sqlite> for Uuid {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
        out.set_value(self.as_bytes().as_slice());
        Ok(IsNull::No)
    }
}

impl ToSql<UuidBytes, Mysql> for Uuid {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Mysql>) -> serialize::Result {
        ToSql::<Binary, Mysql>::to_sql(self.as_bytes(), &mut out.reborrow())
    }
}

macro_rules! dialect {
    ($backend:ty, $database:ident, $moment:ty, $decimal:ty, $uuid:ty, $json:ty) => {
        impl Dialect for $backend {
            const DATABASE: Database = Database::$database;

            fn bind<'b>(out: &mut AstPass<'_, 'b, Self>, value: &'b Value, kind: ScalarKind) -> QueryResult<()> {
                match value {
                    Value::Boolean(value) => out.push_bind_param::<Bool, bool>(value),
                    Value::Integer(value) => out.push_bind_param::<BigInt, i64>(value),
                    Value::Float(value) => out.push_bind_param::<Double, f64>(value),
                    Value::Text(value) => out.push_bind_param::<Text, String>(value),
                    Value::Date(value) => out.push_bind_param::<Date, NaiveDate>(value),
                    Value::DateTime(value) => out.push_bind_param::<$moment, NaiveDateTime>(value),
                    Value::Identifier(value) => out.push_bind_param::<Binary, [u8; 32]>(value),
                    Value::Decimal(value) => out.push_bind_param::<$decimal, Decimal>(value),
                    Value::Time(value) => out.push_bind_param::<Time, NaiveTime>(value),
                    Value::Duration(value) => out.push_bind_param::<Span, TimeDelta>(value),
                    Value::Uuid(value) => out.push_bind_param::<$uuid, Uuid>(value),
                    Value::Binary(value) => out.push_bind_param::<Binary, Vec<u8>>(value),
                    Value::Json(value) => out.push_bind_param::<$json, serde_json::Value>(value),
                    Value::Null => match kind {
                        ScalarKind::Boolean => push_null!(out, Bool, bool),
                        ScalarKind::Integer => push_null!(out, BigInt, i64),
                        ScalarKind::Float => push_null!(out, Double, f64),
                        ScalarKind::String { .. } | ScalarKind::Text => push_null!(out, Text, String),
                        ScalarKind::Date => push_null!(out, Date, NaiveDate),
                        ScalarKind::DateTime => push_null!(out, Timestamp, NaiveDateTime),
                        ScalarKind::Identifier | ScalarKind::Binary => push_null!(out, Binary, Vec<u8>),
                        ScalarKind::Decimal { .. } => push_null!(out, $decimal, Decimal),
                        ScalarKind::Time => push_null!(out, Time, NaiveTime),
                        ScalarKind::Duration => push_null!(out, Span, TimeDelta),
                        ScalarKind::Uuid => push_null!(out, $uuid, Uuid),
                        ScalarKind::Json(_) => push_null!(out, $json, serde_json::Value),
                    },
                }
            }
        }
    };
}

macro_rules! push_null {
    ($out:ident, $sql:ty, $rust:ty) => {
        $out.push_bind_param::<diesel::sql_types::Nullable<$sql>, Option<$rust>>(&None)
    };
}

dialect!(Sqlite, Sqlite, Moment, Scaled, UuidBytes, Json);
dialect!(Pg, Postgresql, Timestamp, Numeric, diesel::sql_types::Uuid, Jsonb);
dialect!(Mysql, Mysql, Timestamp, Numeric, UuidBytes, Json);
