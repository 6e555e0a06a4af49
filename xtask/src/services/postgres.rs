//! A PostgreSQL server of its own: data below `target/services`, no password, no durability.

use std::path::Path;
use std::process::Stdio;

use super::Start;
use super::account::Account;
use super::installation;
use super::server::Server;
use crate::error::TaskError;
use crate::process;

const NAME: &str = "postgres";

/// The account of Debian's packages.
const ACCOUNT: &str = "postgres";

/// Starts the server, unless it runs, and gives its URL.
pub(super) fn up(folder: &Path) -> Result<(String, Start), TaskError> {
    let (account, programs) = (Account::choose(ACCOUNT)?, installation::ensure(&installation::POSTGRES)?);
    if let Some(server) = Server::read(NAME, folder).filter(|server| is_up(account, &programs, server)) {
        return Ok((url(&server), Start::Found));
    }
    let server = Server::place(NAME, account, folder)?;
    make(account, &programs, &server)?;
    start(account, &programs, &server)?;
    server.write(NAME, folder)?;
    Ok((url(&server), Start::Now))
}

/// Stops the server and removes its data, if there is one.
pub(super) fn down(folder: &Path) -> Result<(), TaskError> {
    let Some(server) = Server::read(NAME, folder) else { return Ok(()) };
    let (account, programs) = (Account::choose(ACCOUNT)?, installation::ensure(&installation::POSTGRES)?);
    if is_up(account, &programs, &server) {
        let stop = ["stop", "--silent", "--wait", "--mode", "immediate", "--pgdata"];
        process::read(account.command(programs.join("pg_ctl")).args(stop).arg(&server.data))?;
    }
    server.forget(NAME, folder)
}

fn url(server: &Server) -> String {
    format!("postgres://postgres@127.0.0.1:{}/postgres", server.port)
}

fn is_up(account: Account, programs: &Path, server: &Server) -> bool {
    process::succeeds(account.command(programs.join("pg_ctl")).args(["status", "--pgdata"]).arg(&server.data))
}

fn make(account: Account, programs: &Path, server: &Server) -> Result<(), TaskError> {
    let options =
        ["--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", "--pgdata"];
    process::read(account.command(programs.join("initdb")).args(options).arg(&server.data)).map(drop)
}

/// Tests care for speed, and make their databases anew each time.
fn start(account: Account, programs: &Path, server: &Server) -> Result<(), TaskError> {
    let settings = format!(
        "-p {} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=300 \
         -c fsync=off -c synchronous_commit=off -c full_page_writes=off",
        server.port
    );
    let mut command = account.command(programs.join("pg_ctl"));
    command.args(["start", "--silent", "--wait", "--options", &settings, "--log"]).arg(server.beside("server.log"));
    // The server inherits the streams: whoever reads this task's output through a pipe would wait for the server's end.
    command.stdout(Stdio::null()).stderr(Stdio::null());
    process::run(command.arg("--pgdata").arg(&server.data))
}
