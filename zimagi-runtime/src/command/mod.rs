//! The one runner of commands: record, lease, context, parameters, messages, cancellation.
//!
//! Every command passes through [`Runner`], the platform's own included. In goes a [`RunRequest`], out come numbered messages
//! and an [`Outcome`]; in between there is a record that tells the truth about the run, also when the process dies. Nothing here knows a
//! command line, HTTP or what an import is.

mod cancellation;
mod context;
mod error;
mod message;
mod outcome;
mod outlet;
mod parameters;
mod record;
mod runner;
mod speaker;
#[cfg(test)]
pub(crate) mod tests;

pub(crate) use cancellation::Cancellation;
pub use context::Context;
pub(crate) use error::RunError;
pub use error::{CommandError, CommandResult};
pub(crate) use message::Level;
pub(crate) use message::{Message, MessageSink, Progress, StoredMessage};
pub(crate) use outcome::{Outcome, RunStatus};
pub use parameters::{Parameter, ParameterError, ParameterValues, Parameters};
pub(crate) use runner::{RunOrigin, RunRequest, Runner, RunnerOptions, RunnerParts};
