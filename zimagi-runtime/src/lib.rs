//! The runtime that a Zimagi application links: data engine, commands, data API and command line.
//!
//! An application hands its [`contract::Registry`] to [`run`]; everything else follows from the descriptors in it. The runtime
//! knows no application, no spec file and no YAML.

extern crate self as zimagi_runtime;

mod access;
mod app;
mod cli;
mod command;
pub mod contract;
mod crypto;
mod data;
mod flow;
mod http;
mod permit;

pub use zimagi_macros::command;
