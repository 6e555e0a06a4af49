//! The operating-system account that a server runs under: servers refuse to run as root.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::TaskError;
use crate::process;

/// Who runs the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Account {
    /// Whoever runs this task.
    Own,
    /// The account of Debian's packages for the server, when this task is run by root.
    Package(&'static str),
}

impl Account {
    /// The account to run under: `package` in the place of root.
    pub(super) fn choose(package: &'static str) -> Result<Self, TaskError> {
        let id = process::read(Command::new("id").arg("-u"))?;
        Ok(if id.trim() == "0" { Self::Package(package) } else { Self::Own })
    }

    /// A command run under the account, from a folder that every account can be in.
    pub(super) fn command(self, program: impl AsRef<OsStr>) -> Command {
        let mut command = match self {
            Self::Own => Command::new(program),
            Self::Package(name) => {
                let mut command = Command::new("runuser");
                command.args(["-u", name, "--"]).arg(program);
                command
            }
        };
        command.current_dir("/");
        command
    }

    /// Makes a folder that belongs to the account. The account may not reach a clone in root's home; then the folder is made
    /// among the temporary files instead.
    pub(super) fn make_folder(self, wanted: &Path) -> Result<PathBuf, TaskError> {
        let Self::Package(name) = self else {
            std::fs::create_dir_all(wanted).map_err(TaskError::file(wanted))?;
            return Ok(wanted.to_owned());
        };
        make_own(name, wanted)?;
        if process::succeeds(self.command("test").arg("-w").arg(wanted)) {
            return Ok(wanted.to_owned());
        }
        let elsewhere = std::env::temp_dir().join(format!("zimagi-{name}-{}", std::process::id()));
        make_own(name, &elsewhere)?;
        Ok(elsewhere)
    }
}

fn make_own(account: &str, folder: &Path) -> Result<(), TaskError> {
    std::fs::create_dir_all(folder).map_err(TaskError::file(folder))?;
    process::read(Command::new("chown").arg(format!("{account}:")).arg(folder)).map(drop)
}
