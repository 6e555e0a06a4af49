//! A PostgreSQL server of its own: data below `target/services`, a port that the system chooses, no password, no durability.

use std::fs;
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::Stdio;

use super::account::Account;
use super::{Postgres, Start, installation};
use crate::error::TaskError;
use crate::process;

/// A server as the file `postgres.server` remembers it.
struct Server {
    data: PathBuf,
    port: u16,
}

/// Starts the server, unless it runs.
pub(super) fn up(folder: &Path) -> Result<Postgres, TaskError> {
    let (account, programs) = (Account::choose()?, installation::ensure()?);
    if let Some(server) = read(folder).filter(|server| is_up(account, &programs, server)) {
        return Ok(Postgres { url: server.url(), start: Start::Found });
    }
    let server = make(account, &programs, folder)?;
    start(account, &programs, &server)?;
    write(folder, &server)?;
    Ok(Postgres { url: server.url(), start: Start::Now })
}

/// Stops the server and removes its data, if there is one.
pub(super) fn down(folder: &Path) -> Result<(), TaskError> {
    let Some(server) = read(folder) else { return Ok(()) };
    let (account, programs) = (Account::choose()?, installation::ensure()?);
    if is_up(account, &programs, &server) {
        let stop = ["stop", "--silent", "--wait", "--mode", "immediate", "--pgdata"];
        process::read(account.command(programs.join("pg_ctl")).args(stop).arg(&server.data))?;
    }
    remove(&server.data)?;
    let memory = memory(folder);
    fs::remove_file(&memory).map_err(TaskError::file(&memory))
}

impl Server {
    fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }
}

fn is_up(account: Account, programs: &Path, server: &Server) -> bool {
    process::succeeds(account.command(programs.join("pg_ctl")).args(["status", "--pgdata"]).arg(&server.data))
}

fn make(account: Account, programs: &Path, folder: &Path) -> Result<Server, TaskError> {
    let data = account.make_folder(&folder.join("postgres"))?.join("data");
    remove(&data)?;
    let options =
        ["--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", "--pgdata"];
    process::read(account.command(programs.join("initdb")).args(options).arg(&data))?;
    Ok(Server { data, port: free_port().map_err(TaskError::file(folder))? })
}

/// Tests care for speed, and make their databases anew each time.
fn start(account: Account, programs: &Path, server: &Server) -> Result<(), TaskError> {
    let settings = format!(
        "-p {} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=300 \
         -c fsync=off -c synchronous_commit=off -c full_page_writes=off",
        server.port
    );
    let log = server.data.with_file_name("server.log");
    let mut command = account.command(programs.join("pg_ctl"));
    command.args(["start", "--silent", "--wait", "--options", &settings, "--log"]).arg(log);
    // The server inherits the streams: whoever reads this task's output through a pipe would wait for the server's end.
    command.stdout(Stdio::null()).stderr(Stdio::null());
    process::run(command.arg("--pgdata").arg(&server.data))
}

fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

fn remove(data: &Path) -> Result<(), TaskError> {
    if data.exists() { fs::remove_dir_all(data).map_err(TaskError::file(data)) } else { Ok(()) }
}

fn memory(folder: &Path) -> PathBuf {
    folder.join("postgres.server")
}

fn read(folder: &Path) -> Option<Server> {
    let text = fs::read_to_string(memory(folder)).ok()?;
    let (port, data) = text.trim_end().split_once(' ')?;
    Some(Server { data: PathBuf::from(data), port: port.parse().ok()? })
}

fn write(folder: &Path, server: &Server) -> Result<(), TaskError> {
    let path = memory(folder);
    fs::create_dir_all(folder).map_err(TaskError::file(folder))?;
    fs::write(&path, format!("{} {}\n", server.port, server.data.display())).map_err(TaskError::file(&path))
}
