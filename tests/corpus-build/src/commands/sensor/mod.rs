//! Commands of sensors.

pub mod shift;
