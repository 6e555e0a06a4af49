//! The databases of the tests: PostgreSQL in a folder of its own, on a port of its own.
//!
//! A server that `ZIMAGI_TEST_POSTGRES` names is taken as it is. Otherwise one is started below `target/services`, from Debian's
//! packages, which are installed if they are missing.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;

use clap::Subcommand;

use crate::paths::root;
use crate::step::{TaskError, run as run_step};

/// What to do with the services.
#[derive(Debug, Subcommand)]
pub(crate) enum Action {
    /// Start them and print how they are reached.
    Up,
    /// Stop them.
    Down,
}

/// Starts or stops the services.
pub(crate) fn run(action: &Action) -> Result<(), TaskError> {
    match action {
        Action::Up => up().map(|url| println!("ZIMAGI_TEST_POSTGRES={url}")),
        Action::Down => down(),
    }
}

/// Makes sure that a PostgreSQL server runs, and gives its URL.
pub(crate) fn up() -> Result<String, TaskError> {
    if let Ok(url) = std::env::var("ZIMAGI_TEST_POSTGRES") {
        return Ok(url);
    }
    let programs = programs()?;
    let folder = folder();
    if !folder.join("data/PG_VERSION").exists() {
        create(&programs, &folder)?;
    }
    if !is_running(&programs, &folder) {
        start(&programs, &folder)?;
    }
    let port = std::fs::read_to_string(folder.join("port")).unwrap_or_default();
    Ok(format!("postgres://zimagi@127.0.0.1:{}/postgres", port.trim()))
}

fn down() -> Result<(), TaskError> {
    let (programs, folder) = (programs()?, folder());
    if is_running(&programs, &folder) {
        control(&programs, &folder, &["-m", "fast", "stop"])?;
    }
    Ok(())
}

fn folder() -> PathBuf {
    root().join("target/services/postgresql")
}

/// The folder of the server's programs, which Debian keeps off the path.
fn programs() -> Result<PathBuf, TaskError> {
    if let Some(found) = find_programs() {
        return Ok(found);
    }
    run_step("apt-get", &["update", "-q"], &[])?;
    run_step("apt-get", &["install", "-y", "-q", "postgresql"], &[("DEBIAN_FRONTEND", "noninteractive")])?;
    find_programs()
        .ok_or_else(|| TaskError::Missing { what: "PostgreSQL's programs are not below /usr/lib".to_owned() })
}

fn find_programs() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?;
    let mut found: Vec<_> = versions.flatten().map(|version| version.path().join("bin")).collect();
    found.retain(|folder| folder.join("initdb").exists());
    found.sort();
    found.pop()
}

fn create(programs: &Path, folder: &Path) -> Result<(), TaskError> {
    std::fs::create_dir_all(folder).map_err(|source| TaskError::NotStarted { step: "mkdir".to_owned(), source })?;
    give_to_owner(folder)?;
    let data = folder.join("data").display().to_string();
    let initdb = programs.join("initdb").display().to_string();
    // The tests lose nothing with the machine, so the server need not wait for the disk.
    as_owner(&[&initdb, "-D", &data, "-U", "zimagi", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"])
}

fn start(programs: &Path, folder: &Path) -> Result<(), TaskError> {
    let port = free_port()?;
    let options = format!(
        "-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c max_connections=200"
    );
    let log = folder.join("server.log").display().to_string();
    control(programs, folder, &["-w", "-l", &log, "-o", &options, "start"])?;
    std::fs::write(folder.join("port"), port.to_string())
        .map_err(|source| TaskError::NotStarted { step: "writing the port".to_owned(), source })
}

fn is_running(programs: &Path, folder: &Path) -> bool {
    control(programs, folder, &["-s", "status"]).is_ok()
}

fn control(programs: &Path, folder: &Path, arguments: &[&str]) -> Result<(), TaskError> {
    let (program, data) = (programs.join("pg_ctl").display().to_string(), folder.join("data").display().to_string());
    let mut words = vec![program.as_str(), "-D", &data];
    words.extend(arguments);
    as_owner(&words)
}

fn free_port() -> Result<u16, TaskError> {
    let listener = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
    listener.map(|address| address.port()).map_err(|source| TaskError::NotStarted { step: "a port".to_owned(), source })
}

/// PostgreSQL refuses to run as root; as root it runs as the user that Debian's package makes.
fn as_owner(words: &[&str]) -> Result<(), TaskError> {
    let prefix: &[&str] = if is_root() { &["runuser", "-u", "postgres", "--"] } else { &[] };
    let all: Vec<&str> = prefix.iter().chain(words).copied().collect();
    let step = words.join(" ");
    // The server inherits the streams: with a pipe, whoever reads this task's output would wait for the server's end.
    let mut command = Command::new(all[0]);
    command.args(&all[1..]).current_dir("/").stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null());
    let status = command.status().map_err(|source| TaskError::NotStarted { step: step.clone(), source })?;
    if status.success() { Ok(()) } else { Err(TaskError::Failed { step }) }
}

fn give_to_owner(folder: &Path) -> Result<(), TaskError> {
    if !is_root() {
        return Ok(());
    }
    run_step("chown", &["postgres", &folder.display().to_string()], &[])
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.starts_with(b"0\n"))
}
