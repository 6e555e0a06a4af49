//! Decimals: exact numbers of the server databases, whole numbers of the smallest unit on SQLite.

use diesel::deserialize::{self, FromSql};
use diesel::expression::AsExpression;
use diesel::mysql::Mysql;
use diesel::pg::Pg;
use diesel::query_builder::QueryId;
use diesel::serialize::{self, IsNull, Output, ToSql};
use diesel::sql_types::{BigInt, HasSqlType, Numeric, SingleValue, SqlType, is_nullable};
use diesel::sqlite::{Sqlite, SqliteType};

use super::Stored;

/// The SQL type of decimal fields with this many digits after the point; their values are `contract::Decimal`.
///
/// It does no arithmetic: a product of two would have another number of digits.
#[derive(Debug, Clone, Copy, Default)]
pub struct FixedPoint<const PLACES: u8>;

impl<const PLACES: u8> SqlType for FixedPoint<PLACES> {
    type IsNull = is_nullable::NotNull;
}

impl<const PLACES: u8> SingleValue for FixedPoint<PLACES> {}

impl<const PLACES: u8> QueryId for FixedPoint<PLACES> {
    type QueryId = Self;
    const HAS_STATIC_QUERY_ID: bool = true;
}

impl<const PLACES: u8> HasSqlType<FixedPoint<PLACES>> for Sqlite {
    fn metadata((): &mut Self::MetadataLookup) -> SqliteType {
        SqliteType::Long
    }
}

impl<const PLACES: u8> HasSqlType<FixedPoint<PLACES>> for Pg {
    fn metadata(lookup: &mut Self::MetadataLookup) -> Self::TypeMetadata {
        <Self as HasSqlType<Numeric>>::metadata(lookup)
    }
}

impl<const PLACES: u8> HasSqlType<FixedPoint<PLACES>> for Mysql {
    fn metadata((): &mut Self::MetadataLookup) -> Self::TypeMetadata {
        <Self as HasSqlType<Numeric>>::metadata(&mut ())
    }
}

#[derive(AsExpression)]
#[diesel(foreign_derive, sql_type = FixedPoint<PLACES>)]
#[expect(dead_code, reason = "only carries what the derive writes for `Stored`")]
struct Proxy<const PLACES: u8>(Stored<rust_decimal::Decimal>);

impl<const PLACES: u8> FromSql<FixedPoint<PLACES>, Sqlite> for Stored<rust_decimal::Decimal> {
    fn from_sql(bytes: <Sqlite as diesel::backend::Backend>::RawValue<'_>) -> deserialize::Result<Self> {
        let units = <i64 as FromSql<BigInt, Sqlite>>::from_sql(bytes)?;
        Ok(Self(rust_decimal::Decimal::new(units, u32::from(PLACES))))
    }
}

impl<const PLACES: u8> ToSql<FixedPoint<PLACES>, Sqlite> for Stored<rust_decimal::Decimal> {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
        out.set_value(units(self.0, PLACES)?);
        Ok(IsNull::No)
    }
}

/// The number in units of the last digit that is stored. Nothing is rounded: a digit more is an error, as everywhere else.
fn units(number: rust_decimal::Decimal, places: u8) -> Result<i64, Box<dyn std::error::Error + Send + Sync>> {
    let mut scaled = number;
    scaled.rescale(u32::from(places));
    let is_same = scaled == number && scaled.scale() == u32::from(places);
    let units = is_same.then(|| i64::try_from(scaled.mantissa()).ok()).flatten();
    units.ok_or_else(|| format!("{number} does not fit {places} digits after the point").into())
}

impl<const PLACES: u8> FromSql<FixedPoint<PLACES>, Pg> for Stored<rust_decimal::Decimal> {
    fn from_sql(bytes: <Pg as diesel::backend::Backend>::RawValue<'_>) -> deserialize::Result<Self> {
        <rust_decimal::Decimal as FromSql<Numeric, Pg>>::from_sql(bytes).map(Self)
    }
}

impl<const PLACES: u8> ToSql<FixedPoint<PLACES>, Pg> for Stored<rust_decimal::Decimal> {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        ToSql::<Numeric, Pg>::to_sql(&self.0, out)
    }
}

impl<const PLACES: u8> FromSql<FixedPoint<PLACES>, Mysql> for Stored<rust_decimal::Decimal> {
    fn from_sql(bytes: <Mysql as diesel::backend::Backend>::RawValue<'_>) -> deserialize::Result<Self> {
        <rust_decimal::Decimal as FromSql<Numeric, Mysql>>::from_sql(bytes).map(Self)
    }
}

impl<const PLACES: u8> ToSql<FixedPoint<PLACES>, Mysql> for Stored<rust_decimal::Decimal> {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Mysql>) -> serialize::Result {
        ToSql::<Numeric, Mysql>::to_sql(&self.0, out)
    }
}
