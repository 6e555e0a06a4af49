//! JSON: text on SQLite, `jsonb` on PostgreSQL, `json` on MySQL.

use diesel::deserialize::{self, FromSql};
use diesel::expression::AsExpression;
use diesel::mysql::Mysql;
use diesel::pg::Pg;
use diesel::serialize::{self, IsNull, Output, ToSql};
use diesel::sql_types::{Jsonb, Text};
use diesel::sqlite::Sqlite;
use serde_json::Value;

use super::Stored;

/// The SQL type of JSON fields; their values are `contract::Json`.
#[derive(Debug, Clone, Copy, Default, diesel::sql_types::SqlType, diesel::query_builder::QueryId)]
#[diesel(sqlite_type(name = "Text"), postgres_type(oid = 3802, array_oid = 3807), mysql_type(name = "String"))]
pub struct Json;

#[derive(AsExpression)]
#[diesel(foreign_derive, sql_type = Json)]
#[expect(dead_code, reason = "only carries what the derive writes for `Stored`")]
struct Proxy(Stored<Value>);

impl FromSql<Json, Sqlite> for Stored<Value> {
    fn from_sql(bytes: <Sqlite as diesel::backend::Backend>::RawValue<'_>) -> deserialize::Result<Self> {
        let text = <String as FromSql<Text, Sqlite>>::from_sql(bytes)?;
        Ok(Self(serde_json::from_str(&text)?))
    }
}

impl ToSql<Json, Sqlite> for Stored<Value> {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
        out.set_value(self.0.to_string());
        Ok(IsNull::No)
    }
}

impl FromSql<Json, Pg> for Stored<Value> {
    fn from_sql(bytes: <Pg as diesel::backend::Backend>::RawValue<'_>) -> deserialize::Result<Self> {
        <Value as FromSql<Jsonb, Pg>>::from_sql(bytes).map(Self)
    }
}

impl ToSql<Json, Pg> for Stored<Value> {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        ToSql::<Jsonb, Pg>::to_sql(&self.0, out)
    }
}

impl FromSql<Json, Mysql> for Stored<Value> {
    fn from_sql(bytes: <Mysql as diesel::backend::Backend>::RawValue<'_>) -> deserialize::Result<Self> {
        let text = <String as FromSql<Text, Mysql>>::from_sql(bytes)?;
        Ok(Self(serde_json::from_str(&text)?))
    }
}

impl ToSql<Json, Mysql> for Stored<Value> {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Mysql>) -> serialize::Result {
        std::io::Write::write_all(out, self.0.to_string().as_bytes())?;
        Ok(IsNull::No)
    }
}
