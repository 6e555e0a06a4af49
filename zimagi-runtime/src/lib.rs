//! The runtime that a Zimagi application links: data engine, commands, data API and command line.
//!
//! An application hands its [`contract::Registry`] to [`run`]; everything else follows from the descriptors in it. The runtime
//! knows no application, no spec file and no YAML.
//!
//! The layers from the inside out: `permit`, `crypto`, `data`, `access`, `command`, `flow`, `http`, `cli`, `app`. A layer
//! never names one further out.

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

/// Records of the platform's own data models, and typed paths over them, made from the specs of this crate.
pub mod platform {
    include!(concat!(env!("OUT_DIR"), "/zimagi/data/mod.rs"));
}

pub use app::run;
pub use command::{CommandError, CommandResult, Context};
pub use data::hook::{Draft, HookContext, HookError, HookResult, Hooks};
pub use data::ungated::{Ungated, UngatedError};
pub use zimagi_macros::command;

/// The code that the build script made from the application's specs: modules `data`, `parameters` and `schema`, and the
/// function `registry`. Used once, at the top of the application's `lib.rs`.
#[macro_export]
macro_rules! include_generated {
    () => {
        include!(concat!(env!("OUT_DIR"), "/zimagi/mod.rs"));
    };
}
