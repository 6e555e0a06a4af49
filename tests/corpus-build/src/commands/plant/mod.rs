//! Commands of a module of specs alone.

pub mod water;
