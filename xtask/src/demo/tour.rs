//! The example's binary, run in a folder of its own below `target/demo`.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};

use crate::cargo::{self, Application, Profile};
use crate::error::TaskError;
use crate::process;
use crate::project::Project;

/// What is logged, unless whoever takes the tour says otherwise.
const LOG_VARIABLE: &str = "ZIMAGI_LOG";

/// The application with its database.
pub(super) struct Tour {
    binary: PathBuf,
    folder: PathBuf,
    files: PathBuf,
}

/// A running server; killed when dropped.
pub(super) struct Server {
    process: Child,
    /// Kept open, so that the server can write.
    _output: BufReader<ChildStdout>,
    address: String,
}

impl Tour {
    pub(super) fn new(project: &Project) -> Result<Self, TaskError> {
        let folder = project.path("target/demo");
        fs::create_dir_all(&folder).map_err(TaskError::file(&folder))?;
        let binary = cargo::binary(project, Application::Nycflights, Profile::Serve);
        Ok(Self { binary, folder, files: project.path(Application::Nycflights.folder()) })
    }

    /// Runs a command to its end and gives its output.
    pub(super) fn run(&self, arguments: &[&str]) -> Result<String, TaskError> {
        process::read(&mut self.command(arguments))
    }

    /// Makes a user who is a member of a group, and gives it a new token.
    pub(super) fn token(&self, user: &str, group: &str) -> Result<String, TaskError> {
        self.run(&["user", "save", user, "--group", group])?;
        let output = self.run(&["user", "rotate", user])?;
        let token = output.split_whitespace().find(|word| word.starts_with("zim_"));
        token.map(str::to_owned).ok_or_else(|| TaskError::wrong("the output of `user rotate`", "a token", &output))
    }

    /// Starts the server; port 0 is one that the system chooses.
    pub(super) fn serve(&self, port: u16) -> Result<Server, TaskError> {
        let mut command = self.command(&["serve", "--data-port", &port.to_string()]);
        let program = self.binary.display().to_string();
        let start = command.stdout(Stdio::piped()).spawn();
        let mut process = start.map_err(|source| TaskError::Start { program, source })?;
        let mut output = BufReader::new(process.stdout.take().expect("standard output is piped"));
        let address = read_address(&mut output);
        let server = Server { process, _output: output, address: address.unwrap_or_default() };
        if server.address.is_empty() {
            return Err(TaskError::wrong("the output of `serve`", "the address", "its end"));
        }
        Ok(server)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.binary);
        command.args(arguments).current_dir(&self.folder).stdin(Stdio::null());
        command.env("DATABASE_URL", format!("sqlite:{}", self.folder.join("nycflights.db").display()));
        command.env("ZIMAGI_FILES", &self.files);
        if std::env::var_os(LOG_VARIABLE).is_none() {
            command.env(LOG_VARIABLE, "warn");
        }
        command
    }
}

impl Server {
    /// `http://host:port`.
    pub(super) fn address(&self) -> &str {
        &self.address
    }

    /// Waits until it ends.
    pub(super) fn wait(&mut self) -> Result<(), TaskError> {
        let status = self.process.wait().map_err(|source| TaskError::Start { program: "serve".to_owned(), source })?;
        let failed = || TaskError::Failed { command: "serve".to_owned(), status, output: String::new() };
        if status.success() { Ok(()) } else { Err(failed()) }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn read_address(output: &mut BufReader<ChildStdout>) -> Option<String> {
    output.lines().map_while(Result::ok).find_map(|line| {
        let address = line.split_whitespace().find(|word| word.starts_with("http://"))?;
        Some(address.trim_end_matches('/').to_owned())
    })
}
