//! The messages of a run in the database.

use serde_json::{Value as Json, json};

use super::RunRecord;
use crate::command::{Progress, StoredMessage};
use crate::data::value::Value;
use crate::data::{Batch, DataError};

/// Under this number stands the progress: before all messages, replaced each time.
const PROGRESS_SEQUENCE: i64 = 0;
const PROGRESS_LEVEL: &str = "progress";
/// More than this of one message is not kept.
const CONTENT_BYTES_MAX: usize = 1 << 20;

impl RunRecord {
    /// Stores messages, all or none.
    pub(in crate::command) async fn store_messages(&self, messages: &[StoredMessage]) -> Result<(), DataError> {
        let rows = messages.iter().map(|StoredMessage { sequence, message }| {
            self.row(*sequence, message.level().word(), message.name(), &message.content())
        });
        self.store(rows.collect()).await
    }

    /// Stores how far the run is, in place of what was stored of it before.
    pub(in crate::command) async fn store_progress(&self, progress: &Progress) -> Result<(), DataError> {
        let Progress { label, done, total } = progress;
        let content = json!({ "done": done, "total": total });
        self.store(vec![self.row(PROGRESS_SEQUENCE, PROGRESS_LEVEL, Some(label), &content)]).await
    }

    fn row(&self, sequence: i64, level: &str, name: Option<&str>, content: &Json) -> Vec<Value> {
        vec![
            Value::Text(self.name.to_string()),
            Value::Integer(sequence),
            Value::Text(level.to_owned()),
            name.map_or(Value::Null, |name| Value::Text(name.to_owned())),
            Value::Text(bounded(content.to_string())),
        ]
    }

    async fn store(&self, rows: Vec<Vec<Value>>) -> Result<(), DataError> {
        let batch = Batch { fields: vec!["log", "sequence", "level", "name", "data"].into(), rows };
        self.records.engine.upsert(&self.records.permit, "log_message", batch).await?;
        Ok(())
    }
}

/// A message that is too large leaves a note of its size.
fn bounded(content: String) -> String {
    if content.len() <= CONTENT_BYTES_MAX { content } else { json!({ "omitted_bytes": content.len() }).to_string() }
}
