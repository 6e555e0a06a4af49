//! Commands of the module.

pub mod meter;
