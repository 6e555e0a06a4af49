//! A town's water supply: code made from the specs of the application and of three modules, and the commands written by hand.

pub mod commands;

zimagi_runtime::include_generated!();
