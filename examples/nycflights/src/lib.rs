//! Flights from New York: code made from `specs/`, and the commands and hooks written by hand.

pub mod commands;
pub mod hooks;

zimagi_runtime::include_generated!();
