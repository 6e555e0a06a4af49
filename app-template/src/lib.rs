//! The application: code made from `specs/`, and the commands written by hand.

pub mod commands;

zimagi_runtime::include_generated!();
