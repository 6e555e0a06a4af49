//! The application while it serves.

use std::process::{Child, Command, ExitStatus};

use crate::failure::Failure;

/// A process that is asked to end, and waited for, when it is no longer needed.
pub(super) struct Server {
    process: Child,
}

impl Server {
    pub(super) fn start(mut command: Command) -> Result<Self, Failure> {
        let process = command.spawn().map_err(|source| Failure::Cargo { source })?;
        Ok(Self { process })
    }

    /// How it ended, if it did.
    pub(super) fn ended(&mut self) -> Option<ExitStatus> {
        self.process.try_wait().ok().flatten()
    }

    /// Asks it to finish what it has in hand.
    #[cfg(unix)]
    fn ask_to_end(&mut self) {
        use rustix::process::{Pid, Signal, kill_process};
        // It may have ended in between, and then there is nobody to ask.
        let _ = kill_process(Pid::from_child(&self.process), Signal::TERM);
    }

    #[cfg(not(unix))]
    fn ask_to_end(&mut self) {
        let _ = self.process.kill();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if self.ended().is_none() {
            self.ask_to_end();
        }
        let _ = self.process.wait();
    }
}
