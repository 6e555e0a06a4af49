//! How a runner behaves.

use std::path::PathBuf;
use std::time::Duration;

/// Settings of a runner.
#[derive(Debug, Clone)]
pub(crate) struct RunnerOptions {
    /// The folder that relative names of files start from.
    pub(crate) files: PathBuf,
    /// How long a run counts as alive after its process renewed the lease.
    pub(crate) lease: Duration,
    /// How often the lease is renewed.
    pub(crate) renewal: Duration,
}

#[cfg(test)]
impl RunnerOptions {
    /// The usual: a lease of 15 seconds, renewed every 5.
    pub(crate) fn new(files: impl Into<PathBuf>) -> Self {
        Self { files: files.into(), lease: Duration::from_secs(15), renewal: Duration::from_secs(5) }
    }
}
