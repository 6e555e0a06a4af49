//! Commands of modules.

pub mod audit;
pub mod count;
pub mod feed;
pub mod get;
pub mod prune;
pub mod water;
pub mod weed;
