//! The other end of the message channel: messages are numbered, stored in groups and only then told.

use std::time::Duration;

use tokio::sync::mpsc;
use tokio::time::{Instant, timeout_at};

use super::record::RunRecord;
use super::speaker::Utterance;
use super::{Message, Progress, StoredMessage};
use crate::data::DataError;

/// How long a message may wait for others to be stored with.
const GROUP_WAIT: Duration = Duration::from_millis(20);
const GROUP_SIZE_MAX: usize = 256;
/// How often progress is stored at most; it is told more often.
const PROGRESS_PAUSE: Duration = Duration::from_secs(1);

/// Something that was stored and may be told.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Heard {
    /// A message with its number.
    Message(StoredMessage),
    /// How far the run is now.
    Progress(Progress),
}

/// Stores and tells what comes until every speaker is gone.
pub(super) async fn store_and_tell(
    record: RunRecord,
    mut utterances: mpsc::Receiver<Utterance>,
    listener: mpsc::Sender<Heard>,
) -> Result<(), DataError> {
    let mut outlet = Outlet { record, listener, sequence: 0, progress: None, progress_stored: None };
    while let Some(first) = utterances.recv().await {
        let group = collect(first, &mut utterances).await;
        outlet.handle(group).await?;
    }
    outlet.store_progress().await
}

async fn collect(first: Utterance, utterances: &mut mpsc::Receiver<Utterance>) -> Vec<Utterance> {
    let end = Instant::now() + GROUP_WAIT;
    let mut group = vec![first];
    while group.len() < GROUP_SIZE_MAX {
        match timeout_at(end, utterances.recv()).await {
            Ok(Some(next)) => group.push(next),
            Ok(None) | Err(_) => break,
        }
    }
    group
}

struct Outlet {
    record: RunRecord,
    listener: mpsc::Sender<Heard>,
    sequence: i64,
    progress: Option<Progress>,
    progress_stored: Option<Instant>,
}

impl Outlet {
    async fn handle(&mut self, group: Vec<Utterance>) -> Result<(), DataError> {
        let mut messages = Vec::with_capacity(group.len());
        let mut has_progress = false;
        for utterance in group {
            match utterance {
                Utterance::Message(message) => messages.push(self.number(message)),
                Utterance::Progress(progress) => {
                    self.progress = Some(progress);
                    has_progress = true;
                }
            }
        }
        if !messages.is_empty() {
            self.record.store_messages(&messages).await?;
        }
        self.tell(messages, has_progress).await;
        if self.progress_stored.is_none_or(|stored| stored.elapsed() >= PROGRESS_PAUSE) {
            self.store_progress().await?;
        }
        Ok(())
    }

    fn number(&mut self, message: Message) -> StoredMessage {
        self.sequence += 1;
        StoredMessage { sequence: self.sequence, message }
    }

    /// A listener that went away changes nothing for the run.
    async fn tell(&self, messages: Vec<StoredMessage>, has_progress: bool) {
        for message in messages {
            let _ = self.listener.send(Heard::Message(message)).await;
        }
        if let Some(progress) = self.progress.as_ref().filter(|_| has_progress) {
            let _ = self.listener.send(Heard::Progress(progress.clone())).await;
        }
    }

    async fn store_progress(&mut self) -> Result<(), DataError> {
        if let Some(progress) = self.progress.take() {
            self.record.store_progress(&progress).await?;
            self.progress_stored = Some(Instant::now());
        }
        Ok(())
    }
}
