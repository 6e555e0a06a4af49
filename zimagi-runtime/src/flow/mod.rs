//! Flows: what moves data. In this layer live the platform's own commands; so far that is `import`.
//!
//! It knows the data engine and the context of commands; it knows no HTTP and no command line.

mod import;
#[cfg(test)]
mod tests;

use crate::contract::CommandEntry;

/// The commands that every application has.
pub(crate) fn commands() -> Vec<CommandEntry> {
    vec![import::COMMAND]
}
