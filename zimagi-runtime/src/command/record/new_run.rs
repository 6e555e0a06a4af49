//! The first state of a run's record.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::time::Duration;

use chrono::{NaiveDateTime, Utc};

use super::{FIRST_FENCE, after};
use crate::command::{RunOrigin, RunRequest, RunStatus, RunnerOptions};
use crate::data::value::Value;

/// A run that begins.
#[derive(Debug, Clone)]
pub(in crate::command) struct NewRun {
    name: String,
    command: String,
    user: String,
    os_user: Option<String>,
    parameters: String,
    worker: String,
    lease_time: Duration,
    begins: NaiveDateTime,
}

impl NewRun {
    /// The run that a request asks for.
    pub(in crate::command) fn of(request: &RunRequest, options: &RunnerOptions) -> Self {
        let RunOrigin::CommandLine { os_user } = request.origin.clone();
        let begins = Utc::now().naive_utc();
        Self {
            name: run_name(begins),
            command: request.command.descriptor.path.join(" "),
            user: request.caller.user_name().to_owned(),
            os_user,
            parameters: request.values.to_json(request.command.descriptor).to_string(),
            worker: worker_name(),
            lease_time: options.lease,
            begins,
        }
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    pub(super) fn run_fields(&self) -> [(&'static str, Value); 10] {
        let text = |text: &str| Value::Text(text.to_owned());
        [
            ("name", text(&self.name)),
            ("command", text(&self.command)),
            ("user", text(&self.user)),
            ("os_user", self.os_user.as_deref().map_or(Value::Null, text)),
            ("status", text(RunStatus::Running.word())),
            ("parameters", text(&self.parameters)),
            ("worker", text(&self.worker)),
            ("attempt", Value::Integer(1)),
            ("fence", Value::Integer(FIRST_FENCE)),
            ("started", Value::DateTime(self.begins)),
        ]
    }

    pub(super) fn lease_fields(&self) -> [(&'static str, Value); 4] {
        [
            ("name", Value::Text(self.name.clone())),
            ("holder", Value::Text(self.worker.clone())),
            ("fence", Value::Integer(FIRST_FENCE)),
            ("expires", Value::DateTime(after(self.begins, self.lease_time))),
        ]
    }
}

/// Sorted by time; the digits at the end tell runs of the same millisecond apart. They are random, not secret.
fn run_name(begins: NaiveDateTime) -> String {
    let random = RandomState::new().build_hasher().finish();
    format!("{}-{:08x}", begins.format("%Y%m%d%H%M%S%3f"), random & 0xffff_ffff)
}

/// Which process on which machine.
fn worker_name() -> String {
    let host = std::fs::read_to_string("/etc/hostname").unwrap_or_default();
    let host = host.trim();
    format!("{}:{}", if host.is_empty() { "localhost" } else { host }, std::process::id())
}
