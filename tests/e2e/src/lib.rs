//! What end-to-end tests stand on: the example application as a process, a database of its own, and a client.
//!
//! Knows nothing of the runtime's insides: everything goes through the binary's command line, its HTTP answers and its files.

mod client;
mod database;
mod example;
mod golden;
mod proxy;
mod script;
mod server;
mod specs;

pub use client::{Answer, Client};
pub use database::{Backend, TestDatabase};
pub use example::Example;
pub use golden::assert_golden;
pub use proxy::Proxy;
pub use script::expect_script;
pub use server::Server;
pub use specs::{SpecModel, read_models};
