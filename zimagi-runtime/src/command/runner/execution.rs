//! One run from its record to its end.

use std::path::Path;
use std::sync::Arc;

use tokio::sync::mpsc;
use tokio::task::JoinError;

use super::lease::keep_alive;
use super::{RunRequest, RunnerParts};
use crate::access::Gate;
use crate::command::outlet::{Heard, store_and_tell};
use crate::command::record::RunRecord;
use crate::command::speaker::{Speaker, Utterance};
use crate::command::{CommandError, CommandResult, Context, Level, Message, Outcome, RunStatus};
use crate::contract::{CommandFn, Registry};
use crate::data::{DataError, Engine};

/// A run that was accepted and has not begun.
pub(super) struct Execution {
    record: RunRecord,
    request: RunRequest,
    code: CommandFn,
    engine: Engine,
    gate: Gate,
    registry: Registry,
    files: Arc<Path>,
    options: super::RunnerOptions,
}

impl Execution {
    pub(super) fn new(parts: &RunnerParts, record: RunRecord, request: RunRequest, code: CommandFn) -> Self {
        Self {
            engine: parts.engine.within(record.fence()),
            gate: parts.gate.clone(),
            registry: parts.registry,
            files: Arc::from(parts.options.files.as_path()),
            options: parts.options.clone(),
            record,
            request,
            code,
        }
    }

    /// Runs the command and records its end, also if it panics.
    pub(super) async fn run(self, listener: mpsc::Sender<Heard>) -> Outcome {
        let record = self.record.clone();
        let (speaker, utterances) = Speaker::channel();
        let outlet = tokio::spawn(store_and_tell(record.clone(), utterances, listener));
        let lease = tokio::spawn(keep_alive(record.clone(), self.options.clone(), self.request.cancellation.clone()));
        let ended = self.call(speaker.clone()).await;
        say_failure(&speaker, &ended);
        drop(speaker);
        let stored = outlet.await;
        lease.abort();
        record_end(&record, verdict(ended, stored)).await
    }

    /// The command runs as a task of its own, so that its panic is a failure of the run and nothing else.
    async fn call(self, speaker: Speaker) -> CommandResult {
        let run = self.code;
        let permit = self.gate.permit(&self.request.caller);
        let mut cx = Context {
            run: Arc::from(self.record.name()),
            caller: self.request.caller,
            permit,
            engine: self.engine,
            gate: self.gate,
            registry: self.registry,
            files: self.files,
            speaker,
            cancellation: self.request.cancellation,
        };
        let values = self.request.values;
        let command = tokio::spawn(async move { run(&mut cx, values).await });
        command.await.unwrap_or_else(|error| Err(panicked(error)))
    }
}

fn panicked(error: JoinError) -> CommandError {
    tracing::error!(%error, "a command panicked");
    CommandError::fail("the command panicked")
}

/// The reason of a failure is the run's last message.
fn say_failure(speaker: &Speaker, ended: &CommandResult) {
    if let Err(error) = ended {
        speaker.say(Utterance::Message(Message::Text { level: Level::Error, text: error.to_string() }));
    }
}

type Verdict = (RunStatus, Option<String>);

fn verdict(ended: CommandResult, stored: Result<Result<(), DataError>, JoinError>) -> Verdict {
    match (ended, stored) {
        (Ok(()), Ok(Ok(()))) => (RunStatus::Success, None),
        (Err(error), _) => {
            if let Some(source) = error.source() {
                tracing::info!(error = ?source, "a command failed");
            }
            (error.status(), Some(error.to_string()))
        }
        (Ok(()), _) => (RunStatus::Failed, Some("messages of the run could not be stored".to_owned())),
    }
}

async fn record_end(record: &RunRecord, (status, detail): Verdict) -> Outcome {
    match record.finish(status, detail.as_deref()).await {
        Ok(true) => Outcome { run: record.name().to_owned(), status, detail },
        Ok(false) => record.interrupted(),
        Err(error) => {
            tracing::error!(run = record.name(), ?error, "the end of a run could not be recorded");
            record.broken()
        }
    }
}
