//! Questions about meters.

pub mod consumption;
