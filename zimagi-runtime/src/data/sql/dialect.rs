//! What differs between the databases: binding values and a few words.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::backend::Backend;
use diesel::mysql::Mysql;
use diesel::pg::Pg;
use diesel::query_builder::AstPass;
use diesel::result::QueryResult;
use diesel::serialize::{self, IsNull, Output, ToSql};
use diesel::sql_types::{BigInt, Binary, Bool, Date, Double, Text, Timestamp};
use diesel::sqlite::Sqlite;
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

macro_rules! dialect {
    ($backend:ty, $database:ident, $moment:ty) => {
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
                    Value::Null => match kind {
                        ScalarKind::Boolean => push_null!(out, Bool, bool),
                        ScalarKind::Integer => push_null!(out, BigInt, i64),
                        ScalarKind::Float => push_null!(out, Double, f64),
                        ScalarKind::String { .. } | ScalarKind::Text => push_null!(out, Text, String),
                        ScalarKind::Date => push_null!(out, Date, NaiveDate),
                        ScalarKind::DateTime => push_null!(out, Timestamp, NaiveDateTime),
                        ScalarKind::Identifier => push_null!(out, Binary, Vec<u8>),
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

dialect!(Sqlite, Sqlite, Moment);
dialect!(Pg, Postgresql, Timestamp);
dialect!(Mysql, Mysql, Timestamp);
