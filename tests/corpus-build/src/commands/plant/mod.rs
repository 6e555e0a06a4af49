//! Commands of modules.

pub mod water;
pub mod weed;
