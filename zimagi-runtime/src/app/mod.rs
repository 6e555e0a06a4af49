//! One process of an application: settings, start, stop and health.
//!
//! The outermost layer: it builds each part once, hands each only what it needs, and is named by none.

mod account;
mod call;
mod database;
mod dispatch;
mod error;
mod first_token;
mod keys;
mod logging;
mod operating_system;
mod output;
mod platform;
mod serve;
mod settings;
mod signal;
mod start;

pub use start::run;
