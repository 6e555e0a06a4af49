//! What a running command can reach: its voice, its caller's data, its caller.

use std::path::Path;
use std::sync::Arc;

use serde_json::Value as Json;

use super::speaker::{Speaker, Utterance};
use super::{Cancellation, CommandError, CommandResult, Level, Message, Progress};
use crate::access::{Caller, Gate};
use crate::contract::Registry;
use crate::data::Engine;
use crate::data::typed::{Model, Select};
use crate::data::ungated::Ungated;
use crate::permit::Permit;

/// The name of the message that keeps the reason for ungated access.
const UNGATED: &str = "ungated";

/// A running command's view of the world. Everything it does happens in the name of its caller.
#[derive(Debug)]
pub struct Context {
    pub(super) run: Arc<str>,
    pub(super) caller: Caller,
    pub(super) permit: Arc<Permit>,
    /// Every write through it checks that the run may still write.
    pub(super) engine: Engine,
    pub(super) gate: Gate,
    pub(super) registry: Registry,
    pub(super) files: Arc<Path>,
    pub(super) speaker: Speaker,
    pub(super) cancellation: Cancellation,
}

impl Context {
    /// Says what is going on.
    pub fn info(&mut self, text: impl Into<String>) {
        self.say(Level::Info, text.into());
    }

    /// Says what was done.
    pub fn success(&mut self, text: impl Into<String>) {
        self.say(Level::Success, text.into());
    }

    /// Says what is odd. The run goes on.
    pub fn warning(&mut self, text: impl Into<String>) {
        self.say(Level::Warning, text.into());
    }

    /// Says what went wrong. The run goes on; to end it, return [`CommandError::fail`].
    pub fn error(&mut self, text: impl Into<String>) {
        self.say(Level::Error, text.into());
    }

    /// Hands out a result for programs.
    pub fn data(&mut self, name: impl Into<String>, value: impl Into<Json>) {
        self.speaker.say(Utterance::Message(Message::Data { name: name.into(), value: value.into() }));
    }

    /// Hands out a result for people: rows under headings.
    pub fn table(&mut self, name: impl Into<String>, columns: &[&str], rows: Vec<Vec<String>>) {
        let columns = columns.iter().map(|column| (*column).to_owned()).collect();
        self.speaker.say(Utterance::Message(Message::Table { name: name.into(), columns, rows }));
    }

    /// Says how far the run is: steps done, steps in all if known. Only the latest is kept.
    pub fn progress(&mut self, label: impl Into<String>, done: u64, total: Option<u64>) {
        self.speaker.say(Utterance::Progress(Progress { label: label.into(), done, total }));
    }

    /// The name of the run's record.
    #[must_use]
    pub fn run(&self) -> &str {
        &self.run
    }

    /// The name of the user who runs the command.
    #[must_use]
    pub fn user(&self) -> Option<&str> {
        self.caller.user.as_deref()
    }

    /// Looks whether the run should go on. Long loops call it now and then; all that reads or writes does it by itself.
    ///
    /// # Errors
    ///
    /// If someone asked the run to stop, or its messages can no longer be stored.
    pub fn check(&self) -> CommandResult {
        if self.cancellation.is_cancelled() {
            return Err(CommandError::aborted());
        }
        if !self.speaker.is_heard() {
            return Err(CommandError::fail("messages of the run can no longer be stored"));
        }
        Ok(())
    }

    /// The records a typed query finds, as far as the caller may view them.
    ///
    /// # Errors
    ///
    /// If the caller may not view a field the query names, the run should stop, or the database fails.
    pub async fn select<M: Model>(&self, query: Select<M>) -> CommandResult<Vec<M>> {
        self.check()?;
        Ok(self.engine.select(&self.permit, query).await?)
    }

    /// Hand-written Diesel queries, past every permission. The run's record keeps the reason.
    ///
    /// # Errors
    ///
    /// If the run should stop.
    pub fn ungated(&mut self, reason: impl Into<String>) -> CommandResult<Ungated> {
        self.check()?;
        self.data(UNGATED, reason.into());
        Ok(Ungated::new(self.engine.db().clone()))
    }

    pub(crate) fn say(&self, level: Level, text: String) {
        self.speaker.say(Utterance::Message(Message::Text { level, text }));
    }

    pub(crate) const fn engine(&self) -> &Engine {
        &self.engine
    }

    pub(crate) const fn permit(&self) -> &Arc<Permit> {
        &self.permit
    }

    /// The platform's own permit, for what specs declare and the caller was already allowed to start.
    pub(crate) const fn gate(&self) -> &Gate {
        &self.gate
    }

    pub(crate) const fn registry(&self) -> &Registry {
        &self.registry
    }

    /// The folder that relative names of files start from.
    pub(crate) const fn files(&self) -> &Arc<Path> {
        &self.files
    }

    /// Waits until someone asks the run to stop, for commands that wait for something else meanwhile.
    pub async fn cancelled(&self) {
        self.cancellation.cancelled().await;
    }
}
