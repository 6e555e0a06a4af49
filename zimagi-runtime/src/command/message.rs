//! What a running command says: messages, their numbers, and who hears them.

use serde_json::{Value as Json, json};

/// How a message is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Level {
    /// News on the way.
    Info,
    /// Something was done.
    Success,
    /// Something is odd; the run goes on.
    Warning,
    /// Something went wrong.
    Error,
    /// A result for programs, with a name.
    Data,
    /// A result for people, with a name: rows under headings.
    Table,
}

impl Level {
    /// The word in the record and on the wire.
    #[must_use]
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Success => "success",
            Self::Warning => "warning",
            Self::Error => "error",
            Self::Data => "data",
            Self::Table => "table",
        }
    }
}

/// One message, not yet numbered.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Message {
    /// A line of text.
    Text {
        /// How it is meant.
        level: Level,
        /// The line.
        text: String,
    },
    /// A result for programs.
    Data {
        /// What the result is called.
        name: String,
        /// The result.
        value: Json,
    },
    /// A result for people.
    Table {
        /// What the result is called.
        name: String,
        /// The headings.
        columns: Vec<String>,
        /// The rows, each as long as the headings.
        rows: Vec<Vec<String>>,
    },
}

impl Message {
    /// How the message is meant.
    pub(crate) const fn level(&self) -> Level {
        match self {
            Self::Text { level, .. } => *level,
            Self::Data { .. } => Level::Data,
            Self::Table { .. } => Level::Table,
        }
    }

    /// The name of a result.
    pub(crate) fn name(&self) -> Option<&str> {
        match self {
            Self::Text { .. } => None,
            Self::Data { name, .. } | Self::Table { name, .. } => Some(name),
        }
    }

    /// The content as JSON: text as text, data as it is, a table as columns and rows.
    pub(crate) fn content(&self) -> Json {
        match self {
            Self::Text { text, .. } => Json::from(text.as_str()),
            Self::Data { value, .. } => value.clone(),
            Self::Table { columns, rows, .. } => json!({ "columns": columns, "rows": rows }),
        }
    }
}

/// A message with its number in the run, as the record keeps it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct StoredMessage {
    /// Counts from 1, without gaps.
    pub(crate) sequence: i64,
    /// What was said.
    pub(crate) message: Message,
}

/// How far a run is. Only the latest is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Progress {
    /// What is being done.
    pub(crate) label: String,
    /// Steps done.
    pub(crate) done: u64,
    /// Steps in all, if known.
    pub(crate) total: Option<u64>,
}

/// Who hears a run's messages, after they were stored.
pub(crate) trait MessageSink: Send {
    /// The run has a record under this name. Comes first.
    fn accepted(&mut self, run: &str);
    /// The next message.
    fn message(&mut self, message: &StoredMessage);
    /// How far the run is now.
    fn progress(&mut self, progress: &Progress);
}
