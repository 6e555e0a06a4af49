//! What is asked of a runner, and whether the caller may.

use zimagi_spec::descriptor::{ADMIN, Audience};

use crate::access::Caller;
use crate::command::{Cancellation, ParameterValues, RunError};
use crate::contract::{CommandEntry, CommandFn, CommandRun};

/// A call of a command.
pub(crate) struct RunRequest {
    /// Which.
    pub(crate) command: CommandEntry,
    /// With what.
    pub(crate) values: ParameterValues,
    /// Who asks.
    pub(crate) caller: Caller,
    /// From where.
    pub(crate) origin: RunOrigin,
    /// Through this the run is asked to stop.
    pub(crate) cancellation: Cancellation,
}

/// Where a run was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum RunOrigin {
    /// On the command line of this machine.
    CommandLine {
        /// The user of the operating system, if known.
        os_user: Option<String>,
    },
}

impl RunRequest {
    /// The code of the command.
    pub(super) fn code(&self) -> Result<CommandFn, RunError> {
        match self.command.run {
            CommandRun::Code(code) => Ok(code),
            CommandRun::Pending(instruction) => {
                Err(RunError::Pending { command: self.command.descriptor.path.join(" "), instruction })
            }
        }
    }

    pub(super) fn require_allowed(&self) -> Result<(), RunError> {
        let is_allowed = match self.command.descriptor.audience {
            Audience::Admin => self.caller.has_role(ADMIN),
            Audience::Roles(roles) => {
                self.caller.has_role(ADMIN) || roles.iter().any(|role| self.caller.has_role(role))
            }
            Audience::Authenticated => !self.caller.is_anonymous(),
        };
        if is_allowed { Ok(()) } else { Err(RunError::Forbidden { command: self.command.descriptor.path.join(" ") }) }
    }
}
