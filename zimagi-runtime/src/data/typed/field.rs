//! The Rust type of each kind of field.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use rust_decimal::Decimal;
use uuid::Uuid;

use crate::data::value::Value;

/// A Rust type that a field can have. `Option<T>` is a nullable `T` and is compared with a `T`.
pub trait Field: Sized {
    /// The type that the field is compared with.
    type Compared: Into<Value>;

    /// The value as this type.
    ///
    /// # Errors
    ///
    /// The value itself, if it has another kind.
    fn from_value(value: Value) -> Result<Self, Value>;
}

/// A digest that identifies a record; shown as 64 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Identifier(pub [u8; 32]);

impl std::fmt::Display for Identifier {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl<T: Field> Field for Option<T> {
    type Compared = T::Compared;

    fn from_value(value: Value) -> Result<Self, Value> {
        match value {
            Value::Null => Ok(None),
            other => T::from_value(other).map(Some),
        }
    }
}

impl Field for Identifier {
    type Compared = Self;

    fn from_value(value: Value) -> Result<Self, Value> {
        match value {
            Value::Identifier(digest) => Ok(Self(digest)),
            other => Err(other),
        }
    }
}

impl From<Identifier> for Value {
    fn from(identifier: Identifier) -> Self {
        Self::Identifier(identifier.0)
    }
}

macro_rules! field {
    ($type:ty, $variant:ident) => {
        impl Field for $type {
            type Compared = Self;

            fn from_value(value: Value) -> Result<Self, Value> {
                match value {
                    Value::$variant(inner) => Ok(inner),
                    other => Err(other),
                }
            }
        }

        impl From<$type> for Value {
            fn from(inner: $type) -> Self {
                Self::$variant(inner)
            }
        }
    };
}

field!(bool, Boolean);
field!(i64, Integer);
field!(f64, Float);
field!(String, Text);
field!(NaiveDate, Date);
field!(NaiveDateTime, DateTime);
field!(Decimal, Decimal);
field!(NaiveTime, Time);
field!(TimeDelta, Duration);
field!(Uuid, Uuid);
field!(Vec<u8>, Binary);
field!(serde_json::Value, Json);
