//! Commands that feed plants.

pub mod daily;
