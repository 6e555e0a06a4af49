//! Water meters and what they read: types and paths made from the specs, and the commands written by hand.

pub mod commands;

zimagi_runtime::include_generated!();
