//! The example application's binary, run in a folder of its own.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use tempfile::TempDir;

use crate::{Backend, TestDatabase};

/// The example application with an empty database and a few import files.
#[derive(Debug)]
pub struct Example {
    /// Its database.
    pub database: TestDatabase,
    folder: TempDir,
    variables: Vec<(&'static str, OsString)>,
}

impl Example {
    /// A migrated application without data.
    ///
    /// # Panics
    ///
    /// If the binary, which `cargo xtask test` builds and names in `ZIMAGI_E2E_BINARY`, cannot migrate its database.
    #[must_use]
    pub fn new(backend: Backend) -> Self {
        let folder = TempDir::new().expect("a temporary folder can be made");
        let example = Self { database: TestDatabase::new(backend, folder.path()), folder, variables: Vec::new() };
        example.expect_success(&["db", "migrate"]);
        example
    }

    /// A migrated application with the rows of `tests/e2e/files`.
    #[must_use]
    pub fn with_rows(backend: Backend) -> Self {
        let example = Self::new(backend);
        example.expect_success(&["import"]);
        example
    }

    /// Sets one more environment variable, or another value for one.
    #[must_use]
    pub fn with_variable(mut self, name: &'static str, value: impl Into<OsString>) -> Self {
        self.variables.push((name, value.into()));
        self
    }

    /// The folder it runs in.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The binary with its surroundings set, to be run with `arguments`.
    #[must_use]
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(binary());
        command
            .args(arguments)
            .current_dir(self.folder.path())
            .env_clear()
            .env("DATABASE_URL", self.database.url())
            .env("ZIMAGI_ENCRYPTION_KEYS", ENCRYPTION_KEYS)
            .env("ZIMAGI_FILES", files())
            .env("ZIMAGI_SQL_TRACE", self.sql_trace())
            .envs(self.variables.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::null());
        command
    }

    /// Where the server writes the statements of each request.
    #[must_use]
    pub fn sql_trace(&self) -> PathBuf {
        self.folder.path().join("statements.sql")
    }

    /// Runs a command to its end.
    ///
    /// # Panics
    ///
    /// If the process cannot be started.
    #[must_use]
    pub fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("the example's binary can be started")
    }

    /// Runs a command and gives what it wrote to standard output.
    ///
    /// # Panics
    ///
    /// If it fails.
    pub fn expect_success(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "`{}` failed: {errors}", arguments.join(" "));
        String::from_utf8(output.stdout).expect("commands write UTF-8")
    }

    /// Starts a command and leaves it running.
    ///
    /// # Panics
    ///
    /// If the process cannot be started.
    #[must_use]
    pub fn spawn(&self, arguments: &[&str]) -> Child {
        let mut command = self.command(arguments);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        command.spawn().expect("the example's binary can be started")
    }

    /// Makes a user that is a member of `groups`, and gives its token.
    ///
    /// # Panics
    ///
    /// If the command fails or prints no token.
    #[must_use]
    pub fn token(&self, user: &str, groups: &[&str]) -> String {
        let mut arguments = vec!["user", "save", user];
        for group in groups {
            arguments.extend(["--group", group]);
        }
        let output = self.expect_success(&arguments);
        let token = output.split_whitespace().find(|word| word.starts_with("zim_"));
        token.unwrap_or_else(|| panic!("`user save` printed no token: {output}")).to_owned()
    }
}

/// The servers' databases have no file beside them.
const ENCRYPTION_KEYS: &str = "e2e:5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a";

fn binary() -> PathBuf {
    let path = std::env::var_os("ZIMAGI_E2E_BINARY").expect("ZIMAGI_E2E_BINARY names the example's binary");
    PathBuf::from(path)
}

fn files() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("files")
}
