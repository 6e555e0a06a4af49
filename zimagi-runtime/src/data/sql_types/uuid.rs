//! UUIDs: `uuid` on PostgreSQL, sixteen bytes elsewhere.

use diesel::deserialize::{self, FromSql};
use diesel::expression::AsExpression;
use diesel::mysql::Mysql;
use diesel::pg::Pg;
use diesel::serialize::{self, IsNull, Output, ToSql};
use diesel::sql_types::Binary;
use diesel::sqlite::Sqlite;

use super::Stored;

/// The SQL type of UUID fields; their values are `contract::Uuid`.
#[derive(Debug, Clone, Copy, Default, diesel::sql_types::SqlType, diesel::query_builder::QueryId)]
#[diesel(sqlite_type(name = "Binary"), postgres_type(oid = 2950, array_oid = 2951), mysql_type(name = "Blob"))]
pub struct Uuid;

#[derive(AsExpression)]
#[diesel(foreign_derive, sql_type = Uuid)]
#[expect(dead_code, reason = "only carries what the derive writes for `Stored`")]
struct Proxy(Stored<uuid::Uuid>);

impl FromSql<Uuid, Sqlite> for Stored<uuid::Uuid> {
    fn from_sql(bytes: <Sqlite as diesel::backend::Backend>::RawValue<'_>) -> deserialize::Result<Self> {
        Ok(Self(uuid::Uuid::from_slice(&<Vec<u8> as FromSql<Binary, Sqlite>>::from_sql(bytes)?)?))
    }
}

impl ToSql<Uuid, Sqlite> for Stored<uuid::Uuid> {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
        out.set_value(self.0.as_bytes().as_slice());
        Ok(IsNull::No)
    }
}

impl FromSql<Uuid, Pg> for Stored<uuid::Uuid> {
    fn from_sql(bytes: <Pg as diesel::backend::Backend>::RawValue<'_>) -> deserialize::Result<Self> {
        <uuid::Uuid as FromSql<diesel::sql_types::Uuid, Pg>>::from_sql(bytes).map(Self)
    }
}

impl ToSql<Uuid, Pg> for Stored<uuid::Uuid> {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        ToSql::<diesel::sql_types::Uuid, Pg>::to_sql(&self.0, out)
    }
}

impl FromSql<Uuid, Mysql> for Stored<uuid::Uuid> {
    fn from_sql(bytes: <Mysql as diesel::backend::Backend>::RawValue<'_>) -> deserialize::Result<Self> {
        Ok(Self(uuid::Uuid::from_slice(&<Vec<u8> as FromSql<Binary, Mysql>>::from_sql(bytes)?)?))
    }
}

impl ToSql<Uuid, Mysql> for Stored<uuid::Uuid> {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Mysql>) -> serialize::Result {
        std::io::Write::write_all(out, self.0.as_bytes())?;
        Ok(IsNull::No)
    }
}
