//! The lease of a run: renewed while its process lives.

use crate::command::Cancellation;
use crate::command::record::RunRecord;

use super::RunnerOptions;

/// Renews the lease for ever. If someone else ended the run meanwhile, asks the command to stop: what it writes from then on is
/// refused anyway.
pub(super) async fn keep_alive(record: RunRecord, options: RunnerOptions, cancellation: Cancellation) {
    loop {
        tokio::time::sleep(options.renewal).await;
        match record.renew(options.lease).await {
            Ok(true) => {}
            Ok(false) => {
                tracing::warn!(run = record.name(), "the lease of the run was lost");
                cancellation.cancel();
                return;
            }
            Err(error) => tracing::warn!(run = record.name(), ?error, "the lease of the run could not be renewed"),
        }
    }
}
