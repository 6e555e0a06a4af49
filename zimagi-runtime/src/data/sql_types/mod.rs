//! SQL types of Diesel schemas for kinds that the databases store differently: one Diesel type each, whose values are read
//! and written as the data engine does it.
//!
//! Knows nothing of models. Kinds that every database stores alike have Diesel's own types.

mod fixed_point;
mod json;
mod sealed;
mod uuid;

use diesel::deserialize::FromSqlRow;

pub use fixed_point::FixedPoint;
pub use json::Json;
pub use sealed::{Sealed, SealedValue};
pub use uuid::Uuid;

/// A value in the form that these SQL types read and write: the type of members of generated rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, FromSqlRow)]
pub struct Stored<T>(pub T);

impl<T> From<T> for Stored<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}
