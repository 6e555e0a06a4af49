//! Where servers are installed, and their installation from Debian's packages if they are not.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::TaskError;
use crate::process;

/// What is installed.
pub(super) struct Installation {
    /// What people call it.
    name: &'static str,
    /// A program of it.
    program: &'static str,
    /// Debian's packages of it.
    packages: &'static [&'static str],
    /// What to do where they cannot be installed.
    remedy: &'static str,
}

pub(super) const POSTGRES: Installation = Installation {
    name: "PostgreSQL",
    program: "initdb",
    packages: &["postgresql"],
    remedy: "install it, or set ZIMAGI_TEST_POSTGRES to the URL of a database on a server",
};

pub(super) const MARIADB: Installation = Installation {
    name: "MariaDB",
    program: "mariadbd",
    packages: &["mariadb-server", "mariadb-client"],
    remedy: "install it, or set ZIMAGI_TEST_MYSQL to the URL of a database on a server",
};

/// Where Debian puts the programs of each version of PostgreSQL.
const DEBIAN: &str = "/usr/lib/postgresql";

/// Where Debian puts servers, which is not on the path of all accounts.
const SYSTEM: &str = "/usr/sbin";

/// The folder with the programs; installs them if there is none.
pub(super) fn ensure(wanted: &Installation) -> Result<PathBuf, TaskError> {
    if let Some(folder) = find(wanted.program) {
        return Ok(folder);
    }
    install(wanted)?;
    find(wanted.program).ok_or_else(|| missing(wanted))
}

/// The newest of Debian's versions, or what is on the path.
fn find(program: &str) -> Option<PathBuf> {
    let versions = fs::read_dir(DEBIAN).into_iter().flatten().flatten().map(|entry| entry.path());
    let debian = versions.filter(|path| path.join("bin").join(program).exists()).max_by_key(|path| version(path));
    let path = std::env::var_os("PATH").unwrap_or_default();
    let on_path = || {
        let mut folders = std::env::split_paths(&path).chain([PathBuf::from(SYSTEM)]);
        folders.find(|folder| folder.join(program).exists())
    };
    debian.map(|path| path.join("bin")).or_else(on_path)
}

fn version(folder: &Path) -> u32 {
    folder.file_name().and_then(|name| name.to_str()?.parse().ok()).unwrap_or(0)
}

fn install(wanted: &Installation) -> Result<(), TaskError> {
    if !process::succeeds(Command::new("apt-get").arg("--version")) {
        return Err(missing(wanted));
    }
    // Standard output is for what a shell takes.
    eprintln!("installing {}", wanted.name);
    apt(&["update"])?;
    apt(&[&["install", "--yes", "--no-install-recommends"], wanted.packages].concat())
}

fn apt(arguments: &[&str]) -> Result<(), TaskError> {
    let is_root = process::read(Command::new("id").arg("-u"))?.trim() == "0";
    let mut command = Command::new(if is_root { "apt-get" } else { "sudo" });
    if !is_root {
        command.args(["--non-interactive", "--preserve-env=DEBIAN_FRONTEND", "apt-get"]);
    }
    process::read(command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive")).map(drop)
}

const fn missing(wanted: &Installation) -> TaskError {
    TaskError::Missing { program: wanted.name, remedy: wanted.remedy }
}
