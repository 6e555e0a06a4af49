//! Where PostgreSQL is installed, and its installation from Debian's packages if it is not.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::TaskError;
use crate::process;

/// Where Debian puts the programs of each version.
const DEBIAN: &str = "/usr/lib/postgresql";

/// The folder with `initdb` and `pg_ctl`; installs them if there is none.
pub(super) fn ensure() -> Result<PathBuf, TaskError> {
    if let Some(folder) = find() {
        return Ok(folder);
    }
    install()?;
    find().ok_or_else(missing)
}

/// The newest of Debian's versions, or what is on the path.
fn find() -> Option<PathBuf> {
    let versions = fs::read_dir(DEBIAN).into_iter().flatten().flatten().map(|entry| entry.path());
    let debian = versions.filter(|path| path.join("bin/initdb").exists()).max_by_key(|path| version(path));
    let on_path = || std::env::split_paths(&std::env::var_os("PATH")?).find(|folder| folder.join("initdb").exists());
    debian.map(|path| path.join("bin")).or_else(on_path)
}

fn version(folder: &Path) -> u32 {
    folder.file_name().and_then(|name| name.to_str()?.parse().ok()).unwrap_or(0)
}

fn install() -> Result<(), TaskError> {
    if !process::succeeds(Command::new("apt-get").arg("--version")) {
        return Err(missing());
    }
    println!("installing PostgreSQL");
    apt(&["update"])?;
    apt(&["install", "--yes", "--no-install-recommends", "postgresql"])
}

fn apt(arguments: &[&str]) -> Result<(), TaskError> {
    let is_root = process::read(Command::new("id").arg("-u"))?.trim() == "0";
    let mut command = Command::new(if is_root { "apt-get" } else { "sudo" });
    if !is_root {
        command.args(["--non-interactive", "--preserve-env=DEBIAN_FRONTEND", "apt-get"]);
    }
    process::read(command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive")).map(drop)
}

const fn missing() -> TaskError {
    TaskError::Missing {
        program: "PostgreSQL",
        remedy: "install it, or set ZIMAGI_TEST_POSTGRES to the URL of a database on a server",
    }
}
