//! The application's own command line: from arguments to an [`Invocation`], and from messages to a terminal.
//!
//! The tree of commands comes from descriptors. Nothing here knows settings, databases or servers: what an invocation
//! does is decided outside.

mod argument;
mod confirm;
mod invocation;
mod table;
mod terminal;
#[cfg(test)]
mod tests;
mod tree;

pub(crate) use confirm::confirm;
pub(crate) use invocation::{CommandLine, Confirmation, GivenValues, Invocation, MigrateFirst};
pub(crate) use terminal::Terminal;
