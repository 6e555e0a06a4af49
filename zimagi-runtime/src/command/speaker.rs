//! The command's end of the message channel.

use tokio::sync::mpsc;
use tokio::sync::mpsc::error::TrySendError;

use super::{Message, Progress};

/// How many utterances may wait to be stored before the command has to wait.
const WAITING_MAX: usize = 1024;

/// What a command says.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Utterance {
    /// To be numbered, stored and told.
    Message(Message),
    /// Replaces what was said before of the progress.
    Progress(Progress),
}

/// Says things in the name of a run.
#[derive(Debug, Clone)]
pub(super) struct Speaker {
    sender: mpsc::Sender<Utterance>,
}

impl Speaker {
    pub(super) fn channel() -> (Self, mpsc::Receiver<Utterance>) {
        let (sender, receiver) = mpsc::channel(WAITING_MAX);
        (Self { sender }, receiver)
    }

    /// Says it, and waits if too much said before is not stored yet.
    ///
    /// If messages can no longer be stored, nothing happens here: the run fails for that reason when it ends.
    pub(super) fn say(&self, utterance: Utterance) {
        match self.sender.try_send(utterance) {
            Ok(()) | Err(TrySendError::Closed(_)) => {}
            Err(TrySendError::Full(utterance)) => {
                // The storing task runs on another thread of the same runtime, so blocking this one cannot keep it from going on.
                let _ = tokio::task::block_in_place(|| self.sender.blocking_send(utterance));
            }
        }
    }

    /// Whether messages can still be stored.
    pub(super) fn is_heard(&self) -> bool {
        !self.sender.is_closed()
    }
}
