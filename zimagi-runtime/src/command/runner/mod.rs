//! The runner: every command passes through it, whoever asks.
//!
//! It decides who may run what, writes the record before the first message, keeps the lease, and records an end that is true. It
//! knows no command by name.

mod execution;
mod lease;
mod options;
mod request;

use std::sync::Arc;

use tokio::sync::mpsc;

use super::outlet::Heard;
use super::record::{NewRun, Records};
use super::{MessageSink, Outcome, RunError};
use crate::access::Gate;
use crate::contract::{CommandEntry, Registry};
use crate::data::{DataError, Engine};
use execution::Execution;
pub(crate) use options::RunnerOptions;
pub(crate) use request::{RunOrigin, RunRequest};

/// What a runner is made of.
pub(crate) struct RunnerParts {
    pub(crate) engine: Engine,
    pub(crate) gate: Gate,
    pub(crate) registry: Registry,
    /// The commands that every application has.
    pub(crate) platform_commands: Vec<CommandEntry>,
    pub(crate) options: RunnerOptions,
}

/// Runs commands. Clones are the same runner.
#[derive(Clone)]
pub(crate) struct Runner {
    parts: Arc<RunnerParts>,
    records: Records,
}

/// How many stored messages may wait for a slow listener.
const UNHEARD_MAX: usize = 1024;

impl Runner {
    pub(crate) fn new(parts: RunnerParts) -> Self {
        let records = Records::new(parts.engine.clone(), parts.gate.platform_permit());
        Self { parts: Arc::new(parts), records }
    }

    /// Every command: the application's, then those every application has.
    pub(crate) fn commands(&self) -> impl Iterator<Item = &CommandEntry> {
        self.parts.registry.commands.iter().chain(&self.parts.platform_commands)
    }

    /// The command that these words call.
    pub(crate) fn find(&self, path: &[&str]) -> Option<&CommandEntry> {
        self.commands().find(|entry| entry.descriptor.path == path)
    }

    /// Runs a command to its end. The sink hears every message after it was stored.
    ///
    /// If the returned future is dropped, the run goes on unheard; to stop it, cancel it.
    ///
    /// # Errors
    ///
    /// If the run was not accepted: then it left no record.
    pub(crate) async fn run(&self, request: RunRequest, sink: &mut dyn MessageSink) -> Result<Outcome, RunError> {
        request.require_allowed()?;
        let code = request.code()?;
        let record = self.records.accept(&NewRun::of(&request, &self.parts.options)).await?;
        sink.accepted(record.name());
        let (listener, heard) = mpsc::channel(UNHEARD_MAX);
        let execution = Execution::new(&self.parts, record.clone(), request, code);
        let end = tokio::spawn(execution.run(listener));
        listen(heard, sink).await;
        Ok(end.await.unwrap_or_else(|_| record.broken()))
    }

    /// Ends the runs of processes that died: their leases have expired. Returns how many.
    ///
    /// # Errors
    ///
    /// If the database fails.
    pub(crate) async fn sweep(&self) -> Result<u64, DataError> {
        self.records.sweep(chrono::Utc::now().naive_utc()).await
    }
}

async fn listen(mut heard: mpsc::Receiver<Heard>, sink: &mut dyn MessageSink) {
    while let Some(heard) = heard.recv().await {
        match heard {
            Heard::Message(message) => sink.message(&message),
            Heard::Progress(progress) => sink.progress(&progress),
        }
    }
}
