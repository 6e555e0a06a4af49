//! The code that a person would write for the commands of the cases.

pub mod plant;
pub mod refresh;
pub mod stock;
