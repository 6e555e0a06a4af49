//! One value of a record, in the forms all databases share.

use std::hash::{Hash, Hasher};

use chrono::{NaiveDate, NaiveDateTime};

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
        }
    }
}
