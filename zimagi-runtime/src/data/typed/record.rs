//! Records as Rust structs: how a row becomes one.

use super::Field;
use crate::data::value::Value;

/// A data model's struct.
pub trait Model: Sized + Send {
    /// The model's spec name.
    const NAME: &'static str;
    /// Its fields in the order of [`Model::read`].
    const FIELDS: &'static [&'static str];

    /// Reads a record.
    ///
    /// # Errors
    ///
    /// If a value has another kind than the struct's field.
    fn read(row: &mut Row) -> Result<Self, RowError>;
}

/// A row of values, taken one after the other.
#[derive(Debug)]
pub struct Row {
    values: std::vec::IntoIter<Value>,
    position: usize,
}

/// A value that does not fit the struct: generated code and database do not belong together.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("value {position} of the row is no {expected}: the database has another schema than this program")]
pub struct RowError {
    /// Which value, from zero.
    pub position: usize,
    /// The Rust type that was expected.
    pub expected: &'static str,
}

impl Row {
    pub(crate) fn new(values: Vec<Value>) -> Self {
        Self { values: values.into_iter(), position: 0 }
    }

    /// Takes the next value.
    ///
    /// # Errors
    ///
    /// If there is none, or it has another kind.
    #[expect(
        clippy::should_implement_trait,
        reason = "the type of the value is chosen by the caller, an iterator has one"
    )]
    pub fn next<T: Field>(&mut self) -> Result<T, RowError> {
        let position = self.position;
        self.position += 1;
        let value = self.values.next().and_then(|value| T::from_value(value).ok());
        value.ok_or(RowError { position, expected: std::any::type_name::<T>() })
    }
}
