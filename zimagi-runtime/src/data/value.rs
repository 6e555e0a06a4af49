//! One value of a record, in the forms all databases share.

use std::hash::{Hash, Hasher};

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use rust_decimal::Decimal;
use uuid::Uuid;

/// A value, decoded. Which variant a field holds follows from its kind.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// No value.
    Null,
    /// True or false.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// A number that is neither infinite nor NaN.
    Float(f64),
    /// Text.
    Text(String),
    /// A day.
    Date(NaiveDate),
    /// A moment in UTC.
    DateTime(NaiveDateTime),
    /// A SHA-256 digest.
    Identifier([u8; 32]),
    /// A decimal number, with as many digits after the point as its field has.
    Decimal(Decimal),
    /// A time of day.
    Time(NaiveTime),
    /// A span of whole microseconds, of 64 bits.
    Duration(TimeDelta),
    /// A UUID.
    Uuid(Uuid),
    /// Bytes.
    Binary(Vec<u8>),
    /// JSON other than null alone.
    Json(serde_json::Value),
}

/// Floats are never NaN, so equality is what [`Eq`] promises.
impl Eq for Value {}

impl Hash for Value {
    fn hash<H: Hasher>(&self, state: &mut H) {
        std::mem::discriminant(self).hash(state);
        match self {
            Self::Null => {}
            Self::Boolean(value) => value.hash(state),
            Self::Integer(value) => value.hash(state),
            // Zero has two forms that are equal; the sum has one.
            Self::Float(value) => (value + 0.0).to_bits().hash(state),
            Self::Text(value) => value.hash(state),
            Self::Date(value) => value.hash(state),
            Self::DateTime(value) => value.hash(state),
            Self::Identifier(value) => value.hash(state),
            Self::Decimal(value) => value.hash(state),
            Self::Time(value) => value.hash(state),
            Self::Duration(value) => value.hash(state),
            Self::Uuid(value) => value.hash(state),
            Self::Binary(value) => value.hash(state),
            Self::Json(value) => value.hash(state),
        }
    }
}
