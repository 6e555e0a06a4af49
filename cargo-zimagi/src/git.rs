//! The program `git`, called without a shell, and the same whatever the machine and its environment say.
//!
//! Knows nothing of what is asked of it.

use std::process::{Command, Output};

/// Variables by which a hook tells git of another repository.
const FOREIGN: &[&str] =
    &["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR", "GIT_PREFIX"];

/// No program is run, and no byte of a file is changed.
const SETTINGS: &[&str] = &[
    "protocol.ext.allow=never",
    "core.hooksPath=/dev/null",
    "core.fsmonitor=false",
    "core.autocrlf=false",
    "advice.detachedHead=false",
];

/// Git without arguments yet.
pub(crate) fn command() -> Command {
    let mut command = Command::new("git");
    for name in FOREIGN {
        command.env_remove(name);
    }
    for setting in SETTINGS {
        command.args(["-c", setting]);
    }
    command
}

/// What it said of its failure, in a line.
pub(crate) fn complaint(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).trim().replace('\n', "; ")
}
