//! A MariaDB server of its own: data below `target/services`, no password, no durability.

use std::fs;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::Start;
use super::account::Account;
use super::installation;
use super::server::Server;
use crate::error::TaskError;
use crate::process;

const NAME: &str = "mysql";

/// The account of Debian's packages.
const ACCOUNT: &str = "mysql";

/// How long a server may take to answer, and to end.
const PATIENCE: Duration = Duration::from_secs(60);

/// Starts the server, unless it runs, and gives its URL.
pub(super) fn up(folder: &Path) -> Result<(String, Start), TaskError> {
    let (account, programs) = (Account::choose(ACCOUNT)?, installation::ensure(&installation::MARIADB)?);
    if let Some(server) = Server::read(NAME, folder).filter(is_up) {
        return Ok((url(&server), Start::Found));
    }
    let server = Server::place(NAME, account, folder)?;
    make(account, &server)?;
    start(account, &programs, &server)?;
    server.write(NAME, folder)?;
    Ok((url(&server), Start::Now))
}

/// Stops the server and removes its data, if there is one.
pub(super) fn down(folder: &Path) -> Result<(), TaskError> {
    let Some(server) = Server::read(NAME, folder) else { return Ok(()) };
    if is_up(&server) {
        process::read(client(&server).arg("shutdown"))?;
        let pid = server.data.join("server.pid");
        wait_until(&server, || Ok(!pid.exists()))?;
    }
    server.forget(NAME, folder)
}

fn url(server: &Server) -> String {
    format!("mysql://root@127.0.0.1:{}/test", server.port)
}

fn is_up(server: &Server) -> bool {
    // Another program may have got the port of a server that is no more.
    server.data.join("server.pid").exists() && process::succeeds(client(server).arg("ping"))
}

fn client(server: &Server) -> Command {
    let mut command = Command::new("mariadb-admin");
    command.args(["--no-defaults", "--host=127.0.0.1", "--user=root"]).arg(format!("--port={}", server.port));
    command
}

fn make(account: Account, server: &Server) -> Result<(), TaskError> {
    let options = ["--no-defaults", "--skip-test-db", "--auth-root-authentication-method=normal"];
    let mut command = account.command("mariadb-install-db");
    process::read(command.args(options).arg(option("datadir", &server.data))).map(drop)
}

/// Tests care for speed, and make their databases anew each time.
fn start(account: Account, programs: &Path, server: &Server) -> Result<(), TaskError> {
    let first = server.beside("first.sql");
    fs::write(&first, "CREATE DATABASE IF NOT EXISTS test;\n").map_err(TaskError::file(&first))?;
    // Names of files without a folder lie beside the data, where no path is too long for a socket.
    let settings = [
        "--no-defaults",
        "--bind-address=127.0.0.1",
        "--socket=server.sock",
        "--pid-file=server.pid",
        "--skip-log-bin",
        "--max-connections=300",
        "--innodb-flush-log-at-trx-commit=0",
    ];
    let mut command = account.command(programs.join("mariadbd"));
    command.args(settings).arg(format!("--port={}", server.port));
    command.arg(option("datadir", &server.data)).arg(option("init-file", &first));
    command.arg(option("log-error", &server.beside("server.log")));
    // It outlives this task, whose streams and whose signals it must not have.
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).process_group(0);
    let started = command.spawn();
    let mut process = started.map_err(|source| TaskError::Start { program: "mariadbd".to_owned(), source })?;
    wait_until(server, || Ok(has_answered(&mut process, server)? || is_up(server)))
}

/// Ends the wait for a server that has ended.
fn has_answered(process: &mut Child, server: &Server) -> Result<bool, TaskError> {
    let log = server.beside("server.log");
    match process.try_wait().map_err(TaskError::file(&server.data))? {
        None => Ok(false),
        Some(status) => {
            let output = fs::read_to_string(&log).unwrap_or_default();
            Err(TaskError::Failed { command: "mariadbd".to_owned(), status, output })
        }
    }
}

fn wait_until(server: &Server, mut is_so: impl FnMut() -> Result<bool, TaskError>) -> Result<(), TaskError> {
    let start = Instant::now();
    while !is_so()? {
        if start.elapsed() > PATIENCE {
            let log = server.beside("server.log").display().to_string();
            return Err(TaskError::wrong("MariaDB", "a server that starts and ends", &log));
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    Ok(())
}

fn option(name: &str, path: &Path) -> String {
    format!("--{name}={}", path.display())
}
