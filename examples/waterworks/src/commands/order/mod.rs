//! Questions about work orders.

pub mod open;
