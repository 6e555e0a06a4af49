//! Parameters of commands: from texts or JSON to typed structs.
//!
//! A caller's texts are read against the command's descriptor, every mistake at once, into [`ParameterValues`]; generated code takes
//! them from there into its struct. Nothing here knows where the texts came from.

mod error;
mod read;
mod take;
#[cfg(test)]
mod tests;

pub use error::ParameterError;
pub use take::{Parameter, Parameters};

use std::collections::HashMap;

use crate::data::value::Value;

/// The values of one call, by parameter. All that the command declares are there, given or not.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ParameterValues {
    values: HashMap<&'static str, Given>,
}

/// What was given for one parameter.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Given {
    /// One value; null if none was given and there is no default.
    One(Value),
    /// A list of values.
    Many(Vec<Value>),
}
