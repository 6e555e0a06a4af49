//! One value of a record, in the forms all databases share.

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
