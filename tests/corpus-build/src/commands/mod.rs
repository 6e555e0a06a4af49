//! The code that a person would write for the commands of the cases.

pub mod audit;
pub mod echo;
pub mod plant;
pub mod refresh;
pub mod sensor;
pub mod stock;
