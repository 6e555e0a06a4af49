//! How a run ended.

/// What a run's record says about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum RunStatus {
    /// Accepted, not begun.
    #[expect(dead_code, reason = "every run begins at once until there are workers")]
    Queued,
    /// A process works on it and renews its lease.
    Running,
    /// It did what it should.
    Success,
    /// It did not.
    Failed,
    /// Someone asked it to stop, and it did.
    Aborted,
}

impl RunStatus {
    /// The word in the record and on the wire.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Running => "running",
            Self::Success => "success",
            Self::Failed => "failed",
            Self::Aborted => "aborted",
        }
    }

    /// The exit code of a process that did nothing but this run: 0, 1 or 130 (what a shell reports for Ctrl-C).
    pub(crate) const fn exit_code(self) -> u8 {
        match self {
            Self::Success => 0,
            Self::Queued | Self::Running | Self::Failed => 1,
            Self::Aborted => 130,
        }
    }
}

/// The end of a run that was accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Outcome {
    /// The name of its record.
    pub(crate) run: String,
    /// What the record says.
    pub(crate) status: RunStatus,
    /// Why, if it is no success.
    pub(crate) detail: Option<String>,
}

impl Outcome {
    /// What a process that did nothing but this run exits with.
    pub(crate) const fn exit_code(&self) -> u8 {
        self.status.exit_code()
    }
}
