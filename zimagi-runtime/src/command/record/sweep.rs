//! Ending the runs of processes that went away.

use chrono::NaiveDateTime;

use super::{INTERRUPTED, Records};
use crate::command::RunStatus;
use crate::data::DataError;
use crate::platform::lease::{Lease, lease};

impl Records {
    /// Ends every run whose lease expired before this moment, and returns how many that were.
    ///
    /// An expired lease is only a suspicion: if its process lives after all, the new fence keeps it from writing. Several processes
    /// may sweep at once; one of them ends the run.
    pub(in crate::command) async fn sweep(&self, now: NaiveDateTime) -> Result<u64, DataError> {
        let expired = Lease::query().filter(lease().expires().lt(now));
        let mut ended = 0;
        for Lease { name, fence, .. } in self.engine.select(&self.permit, expired).await? {
            if self.end(&name, fence, fence + 1, RunStatus::Failed, Some(INTERRUPTED)).await? {
                tracing::warn!(run = name, "the process of the run went away");
                ended += 1;
            }
            self.release(&name, fence).await?;
        }
        Ok(ended)
    }
}
