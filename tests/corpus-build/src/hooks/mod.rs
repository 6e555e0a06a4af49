//! The hooks that a person would write for the models of the cases.

pub mod order;
pub mod user;
