//! Questions about flights.

pub mod punctuality;
