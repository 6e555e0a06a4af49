//! Asking a run to stop, and learning that one was asked.

use std::sync::Arc;

use tokio::sync::watch;

/// A wish to stop that everyone who holds a clone can utter and see. It never comes back.
#[derive(Debug, Clone)]
pub(crate) struct Cancellation {
    state: Arc<watch::Sender<bool>>,
}

impl Cancellation {
    /// Nobody has asked yet.
    pub(crate) fn new() -> Self {
        Self { state: Arc::new(watch::Sender::new(false)) }
    }

    /// Asks for a stop. The run ends at its next step that looks.
    pub(crate) fn cancel(&self) {
        self.state.send_replace(true);
    }

    /// Whether someone has asked.
    pub(crate) fn is_cancelled(&self) -> bool {
        *self.state.borrow()
    }

    /// Waits until someone asks.
    pub(crate) async fn cancelled(&self) {
        let mut state = self.state.subscribe();
        // The sender lives as long as `self`, so waiting cannot fail.
        let _ = state.wait_for(|is_cancelled| *is_cancelled).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn every_clone_sees_the_wish_to_stop() {
        let one = Cancellation::new();
        let other = one.clone();
        assert!(!other.is_cancelled());
        one.cancel();
        assert!(other.is_cancelled());
        other.cancelled().await;
    }
}
