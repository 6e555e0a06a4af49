//! Encrypted fields: bytes that only the owner of a key can read. No text and no plain bytes can be put there by mistake.

use std::fmt;

use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::Binary;

/// The SQL type of encrypted fields; their values are `contract::SealedValue`.
#[derive(Debug, Clone, Copy, Default, diesel::sql_types::SqlType, diesel::query_builder::QueryId)]
#[diesel(sqlite_type(name = "Binary"), postgres_type(oid = 17, array_oid = 1001), mysql_type(name = "Blob"))]
pub struct Sealed;

/// An encrypted value as the database holds it: it can be read, moved and written back, and not be made of anything else.
#[derive(Clone, PartialEq, Eq, FromSqlRow, AsExpression)]
#[diesel(sql_type = Sealed)]
pub struct SealedValue(Vec<u8>);

impl fmt::Debug for SealedValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SealedValue({} bytes)", self.0.len())
    }
}

impl<DB: Backend> FromSql<Sealed, DB> for SealedValue
where
    Vec<u8>: FromSql<Binary, DB>,
{
    fn from_sql(bytes: DB::RawValue<'_>) -> deserialize::Result<Self> {
        Vec::from_sql(bytes).map(Self)
    }
}

impl<DB: Backend> ToSql<Sealed, DB> for SealedValue
where
    Vec<u8>: ToSql<Binary, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        self.0.to_sql(out)
    }
}
