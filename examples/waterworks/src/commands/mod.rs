//! Commands of the application, and those of the module of specs alone that it has code for.

pub mod complaint;
pub mod order;
