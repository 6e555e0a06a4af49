//! From the values of a call to the members of a generated struct.

use super::{Given, ParameterError, ParameterValues};
use crate::data::typed::Field;
use crate::data::value::Value;

/// The struct of a command's parameters, generated from its spec.
pub trait Parameters: Sized {
    /// Takes the parameters out of the values of a call.
    ///
    /// # Errors
    ///
    /// If the values were read for another command.
    fn read(values: &mut ParameterValues) -> Result<Self, ParameterError>;
}

/// A type that a member of a parameter struct can have: a field type, an `Option` of one, or a list.
pub trait Parameter: Sized {
    /// The value of a parameter that takes one.
    fn from_one(value: Value) -> Option<Self>;
    /// The value of a parameter that takes a list.
    fn from_many(values: Vec<Value>) -> Option<Self>;
}

impl<T: Field> Parameter for T {
    fn from_one(value: Value) -> Option<Self> {
        Self::from_value(value).ok()
    }

    fn from_many(_values: Vec<Value>) -> Option<Self> {
        None
    }
}

impl<T: Field> Parameter for Vec<T> {
    fn from_one(_value: Value) -> Option<Self> {
        None
    }

    fn from_many(values: Vec<Value>) -> Option<Self> {
        values.into_iter().map(|value| T::from_value(value).ok()).collect()
    }
}

impl ParameterValues {
    /// Takes the value of a parameter.
    ///
    /// # Errors
    ///
    /// If there is none of this name and type: the values were read for another command.
    pub fn take<T: Parameter>(&mut self, parameter: &'static str) -> Result<T, ParameterError> {
        let taken = self.values.remove(parameter).and_then(|given| match given {
            Given::One(value) => T::from_one(value),
            Given::Many(values) => T::from_many(values),
        });
        taken.ok_or(ParameterError::Mismatch { parameter, expected: std::any::type_name::<T>() })
    }
}
