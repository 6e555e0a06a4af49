//! An application in a temporary folder, made and worked on with the tool and with cargo.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// A new application; its folder goes with it.
#[derive(Debug)]
pub(crate) struct Application {
    folder: PathBuf,
    name: String,
    _parent: TempDir,
}

impl Application {
    /// What `cargo zimagi new NAME` writes.
    pub(crate) fn new(name: &str) -> Self {
        let parent = tempfile::tempdir().unwrap();
        succeed(tool().args(["zimagi", "new", name]).current_dir(parent.path()));
        Self { folder: parent.path().join(name), name: name.to_owned(), _parent: parent }
    }

    /// Its folder.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The binary that `cargo build` makes.
    pub(crate) fn binary(&self) -> PathBuf {
        self.folder.join("target/debug").join(&self.name)
    }

    /// Writes a file.
    pub(crate) fn write(&self, path: &str, text: &str) {
        fs::write(self.folder.join(path), text).unwrap();
    }

    /// The tool, about to be called in its folder.
    pub(crate) fn tool(&self) -> Command {
        let mut tool = tool();
        tool.arg("zimagi").current_dir(&self.folder);
        tool
    }

    /// Copies a file into it.
    pub(crate) fn copy(&self, from: &Path, path: &str) {
        let to = self.folder.join(path);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(from, to).unwrap();
    }

    /// Runs a command of the application on the database of its service and gives what it printed.
    pub(crate) fn run(&self, arguments: &[&str]) -> String {
        let mut command = Command::new(self.binary());
        let output = succeed(command.args(arguments).current_dir(&self.folder).env("DATABASE_URL", "sqlite:shop.db"));
        text(&output.stdout) + &text(&output.stderr)
    }

    /// Runs a subcommand of the tool and gives what it printed.
    pub(crate) fn zimagi(&self, arguments: &[&str]) -> String {
        let output = succeed(tool().arg("zimagi").args(arguments).current_dir(&self.folder));
        text(&output.stdout) + &text(&output.stderr)
    }

    /// Runs cargo with a target folder that nothing else uses.
    pub(crate) fn cargo(&self, arguments: &[&str]) {
        succeed(Command::new(env!("CARGO")).args(arguments).current_dir(&self.folder).env_remove("CARGO_TARGET_DIR"));
    }
}

fn tool() -> Command {
    Command::new(env!("CARGO_BIN_EXE_cargo-zimagi"))
}

fn succeed(command: &mut Command) -> Output {
    let output = command.output().unwrap();
    let errors = text(&output.stderr);
    assert!(output.status.success(), "{command:?} failed: {errors}");
    output
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
