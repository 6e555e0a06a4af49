//! The example's binary at work for a measurement.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use crate::cargo::{self, Application, Profile, in_application, in_workspace};
use crate::error::TaskError;
use crate::process::{read, run};
use crate::project::Project;

/// The example in a folder of its own.
pub(super) struct Example {
    binary: PathBuf,
    peer: PathBuf,
    pub(super) folder: PathBuf,
}

/// A server of either side; killed when dropped.
pub(super) struct Server {
    process: Child,
    _output: BufReader<ChildStdout>,
    pub(super) address: String,
}

const BUILD: [&str; 4] = ["build", "--quiet", "--profile", Profile::Serve.name()];

/// What one run of a command took.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Effort {
    pub(super) seconds: f64,
    /// The most memory it held, in mebibytes.
    pub(super) memory_mib: f64,
}

impl Example {
    /// Builds both sides, and empties the folder.
    pub(super) fn build(project: &Project, name: &str) -> Result<Self, TaskError> {
        let mut peer = in_workspace(project, &[&BUILD[..], &["--package", "peer"]].concat());
        run(peer.env("CARGO_TARGET_DIR", project.applications()))?;
        Self::build_alone(project, name)
    }

    /// Builds the example without its peer, and empties the folder.
    pub(super) fn build_alone(project: &Project, name: &str) -> Result<Self, TaskError> {
        run(&mut in_application(project, Application::Nycflights, &BUILD))?;
        let folder = project.path(&format!("target/bench/{name}"));
        if folder.exists() {
            fs::remove_dir_all(&folder).map_err(TaskError::file(&folder))?;
        }
        fs::create_dir_all(&folder).map_err(TaskError::file(&folder))?;
        let binary = cargo::binary(project, Application::Nycflights, Profile::Serve);
        Ok(Self { peer: binary.with_file_name("peer"), binary, folder })
    }

    /// The file of a database.
    pub(super) fn database(&self, name: &str) -> PathBuf {
        self.folder.join(format!("{name}.db"))
    }

    /// The URL of a database file.
    pub(super) fn url(&self, name: &str) -> String {
        format!("sqlite:{}", self.database(name).display())
    }

    /// Runs a command of the example on a database.
    pub(super) fn run(&self, database: &str, arguments: &[&str]) -> Result<String, TaskError> {
        self.run_on(&self.url(database), arguments)
    }

    /// Runs a command of the example on the database of a URL.
    pub(super) fn run_on(&self, url: &str, arguments: &[&str]) -> Result<String, TaskError> {
        read(&mut self.command(url, arguments))
    }

    /// Makes a user who is a member of a group, and gives its token.
    pub(super) fn token(&self, url: &str, user: &str, group: &str) -> Result<String, TaskError> {
        let output = self.run_on(url, &["user", "save", user, "--group", group])?;
        let token = output.split_whitespace().find(|word| word.starts_with("zim_"));
        token.map(str::to_owned).ok_or_else(|| TaskError::wrong("the output of `user save`", "a token", &output))
    }

    /// Runs a command of the example, and watches its time and memory.
    pub(super) fn measure(&self, database: &str, arguments: &[&str]) -> Result<Effort, TaskError> {
        let mut command = self.command(&self.url(database), arguments);
        let start = Instant::now();
        let mut process = start_process(&self.binary, command.stdout(Stdio::null()))?;
        let mut most_kib = 0;
        let status = loop {
            most_kib = most_kib.max(memory_kib(process.id(), "VmHWM:").unwrap_or(0));
            let status = process.try_wait().map_err(TaskError::file(&self.binary))?;
            if let Some(status) = status {
                break status;
            }
            std::thread::sleep(Duration::from_millis(5));
        };
        let effort = Effort { seconds: start.elapsed().as_secs_f64(), memory_mib: most_kib as f64 / 1024.0 };
        let failed = || TaskError::Failed { command: arguments.join(" "), status, output: String::new() };
        if status.success() { Ok(effort) } else { Err(failed()) }
    }

    /// Runs the peer to its end.
    pub(super) fn run_peer(&self, arguments: &[&Path]) -> Result<String, TaskError> {
        read(Command::new(&self.peer).arg("import").args(arguments))
    }

    /// Starts the example's server on a database.
    pub(super) fn serve(&self, database: &str) -> Result<Server, TaskError> {
        self.serve_on(&self.url(database))
    }

    /// Starts the example's server on the database of a URL.
    pub(super) fn serve_on(&self, url: &str) -> Result<Server, TaskError> {
        Server::start(&self.binary, &mut self.command(url, &["serve", "--data-port", "0"]))
    }

    /// Starts the peer's server on a database.
    pub(super) fn serve_peer(&self, database: &str) -> Result<Server, TaskError> {
        Server::start(&self.peer, Command::new(&self.peer).arg("serve").arg(self.database(database)))
    }

    /// Copies a database, with what its log still holds.
    pub(super) fn copy(&self, from: &str, to: &str) -> Result<(), TaskError> {
        for ending in ["db", "db-wal", "messages.db", "messages.db-wal"] {
            let [source, target] = [from, to].map(|name| self.folder.join(format!("{name}.{ending}")));
            if source.exists() {
                fs::copy(&source, &target).map_err(TaskError::file(&source))?;
            } else if target.exists() {
                fs::remove_file(&target).map_err(TaskError::file(&target))?;
            }
        }
        Ok(())
    }

    /// How large the binary is.
    pub(super) fn size_mib(&self) -> Result<f64, TaskError> {
        let metadata = fs::metadata(&self.binary).map_err(TaskError::file(&self.binary))?;
        Ok(metadata.len() as f64 / MIB)
    }

    fn command(&self, url: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.binary);
        command.args(arguments).current_dir(&self.folder).stdin(Stdio::null());
        command.env("DATABASE_URL", url);
        command.env("ZIMAGI_ENCRYPTION_KEYS", format!("bench:{}", "0".repeat(64)));
        command.env("ZIMAGI_FILES", &self.folder).env("ZIMAGI_LOG", "warn");
        // One caller asks as often as it can.
        command.env("ZIMAGI_REQUESTS_PER_SECOND", "0");
        command
    }
}

const MIB: f64 = 1024.0 * 1024.0;

impl Server {
    /// Starts a program that prints its address.
    pub(super) fn start(program: &Path, command: &mut Command) -> Result<Self, TaskError> {
        let mut process = start_process(program, command.stdout(Stdio::piped()))?;
        let mut output = BufReader::new(process.stdout.take().expect("standard output is piped"));
        let address = (&mut output).lines().map_while(Result::ok).find_map(|line| {
            let address = line.split_whitespace().find(|word| word.starts_with("http://"))?;
            Some(address.trim_end_matches('/').to_owned())
        });
        let server = Self { process, _output: output, address: address.unwrap_or_default() };
        if server.address.is_empty() {
            return Err(TaskError::wrong("the output of a server", "its address", "its end"));
        }
        Ok(server)
    }

    /// The memory it holds now.
    pub(super) fn memory_mib(&self) -> f64 {
        memory_kib(self.process.id(), "VmRSS:").unwrap_or_default() as f64 / 1024.0
    }

    /// The most memory it held since [`Server::forget_peak`].
    pub(super) fn peak_mib(&self) -> f64 {
        memory_kib(self.process.id(), "VmHWM:").unwrap_or_default() as f64 / 1024.0
    }

    /// Lets the peak begin at what it holds now.
    pub(super) fn forget_peak(&self) -> Result<(), TaskError> {
        const RESET_PEAK: &str = "5";
        let file = PathBuf::from(format!("/proc/{}/clear_refs", self.process.id()));
        fs::write(&file, RESET_PEAK).map_err(TaskError::file(&file))
    }

    /// The process of the server.
    pub(super) fn id(&self) -> u32 {
        self.process.id()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn start_process(program: &Path, command: &mut Command) -> Result<Child, TaskError> {
    let program = program.display().to_string();
    command.spawn().map_err(|source| TaskError::Start { program, source })
}

/// A line of what the system tells about a process's memory; systems other than Linux do not tell.
fn memory_kib(process: u32, line: &str) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let kib = status.lines().find_map(|found| found.strip_prefix(line))?;
    kib.split_whitespace().next()?.parse().ok()
}
