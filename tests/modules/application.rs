//! A copy of the example in a temporary folder, beside the repository of one of its modules.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

/// What is copied of the example: nothing that was installed.
const PARTS: &[&str] = &["Cargo.lock", "Cargo.toml", "build.rs", "crates", "migrations", "specs", "src", "zimagi.yml"];

/// The copy; its folder goes with it.
#[derive(Debug)]
pub(crate) struct Application {
    folder: PathBuf,
    _parent: TempDir,
}

impl Application {
    /// A copy of the example without the module that comes from a repository.
    pub(crate) fn without_vendored() -> Self {
        let parent = tempfile::tempdir().unwrap();
        let root = parent.path().canonicalize().unwrap();
        let folder = root.join("waterworks");
        fs::create_dir(&folder).unwrap();
        PARTS.iter().for_each(|part| copy(&example().join(part), &folder.join(part)));
        ["", "crates/meters", "crates/places"].iter().for_each(|member| name_checkout(&folder.join(member)));
        copy(&example().join("sources/complaints"), &root.join("complaints"));
        Self { folder, _parent: parent }
    }

    /// Its folder.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The binary that `build` makes.
    pub(crate) fn binary(&self) -> PathBuf {
        target().join("debug/waterworks")
    }

    /// Makes a repository of the module that lies beside it, with a tag, and gives its address.
    pub(crate) fn publish(&self, tag: &str) -> String {
        let module = self.folder.with_file_name("complaints");
        let options = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"];
        for arguments in [
            &["init", "--quiet", "--initial-branch", "main"][..],
            &["add", "--all"],
            &["commit", "--quiet", "--message", "The module"],
            &["tag", tag],
        ] {
            succeed(Command::new("git").args(options).args(arguments).current_dir(&module));
        }
        format!("file://{}", module.display())
    }

    /// Runs a subcommand of the tool and gives what it printed.
    pub(crate) fn zimagi(&self, arguments: &[&str]) -> String {
        let mut tool = Command::new(env!("CARGO_BIN_EXE_cargo-zimagi"));
        let output = succeed(tool.arg("zimagi").args(arguments).current_dir(&self.folder));
        text(&output.stdout) + &text(&output.stderr)
    }

    /// Builds, and tells of each library of ours whether it could stay as it was.
    pub(crate) fn build(&self) -> BTreeMap<String, bool> {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["build", "--message-format", "json"]).current_dir(&self.folder).env("CARGO_TARGET_DIR", target());
        let messages = text(&succeed(&mut cargo).stdout);
        let messages = messages.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        let libraries =
            messages.filter(|one| one["reason"] == "compiler-artifact" && one["target"]["kind"][0] == "lib");
        libraries.map(|one| (one["target"]["name"].as_str().unwrap().to_owned(), one["fresh"] == true)).collect()
    }

    /// Builds, and gives what stopped the build.
    pub(crate) fn build_errors(&self) -> String {
        let mut cargo = Command::new(env!("CARGO"));
        let output = cargo.arg("build").current_dir(&self.folder).env("CARGO_TARGET_DIR", target()).output().unwrap();
        assert!(!output.status.success());
        text(&output.stderr)
    }

    /// What the build script of a package of this copy told cargo, line by line.
    pub(crate) fn told_to_cargo(&self, package: &str) -> Vec<String> {
        let builds = fs::read_dir(target().join("debug/build")).unwrap().map(|entry| entry.unwrap().path());
        let ours =
            builds.filter(|path| path.file_name().unwrap().to_str().unwrap().starts_with(&format!("{package}-")));
        let outputs = ours.filter_map(|path| fs::read_to_string(path.join("output")).ok());
        // Other copies and the example itself were built in the same folder.
        let mut of_this_copy = outputs.filter(|output| output.contains(self.folder.to_str().unwrap()));
        of_this_copy.next().expect("the package was built").lines().map(str::to_owned).collect()
    }

    /// Runs the binary on the database of the service and gives exit code, standard output and standard error.
    pub(crate) fn run(&self, arguments: &[&str]) -> (Option<i32>, String, String) {
        let mut command = Command::new(self.binary());
        command.args(arguments).current_dir(&self.folder).env("DATABASE_URL", "sqlite:shop.db");
        let output = command.output().unwrap();
        (output.status.code(), text(&output.stdout), text(&output.stderr))
    }

    /// Writes a file.
    pub(crate) fn write(&self, path: &str, text: &str) {
        fs::write(self.folder.join(path), text).unwrap();
    }

    /// Changes a file.
    pub(crate) fn edit(&self, path: &str, from: &str, to: &str) {
        let path = self.folder.join(path);
        let before = fs::read_to_string(&path).unwrap();
        let after = before.replacen(from, to, 1);
        assert_ne!(before, after, "{} holds `{from}`", path.display());
        fs::write(path, after).unwrap();
    }
}

/// The folder in which the examples were built, so that nothing is built twice.
fn target() -> PathBuf {
    std::env::var_os("ZIMAGI_E2E_TARGET").expect("ZIMAGI_E2E_TARGET names the target folder of applications").into()
}

fn checkout() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().unwrap()
}

fn example() -> PathBuf {
    checkout().join("examples/waterworks")
}

/// Has the manifest of a copied package name the crates of the checkout by their whole paths.
fn name_checkout(package: &Path) {
    let manifest = package.join("Cargo.toml");
    let text = fs::read_to_string(&manifest).unwrap();
    let up = if text.contains("\"../../../../zimagi-") { "\"../../../../zimagi-" } else { "\"../../zimagi-" };
    fs::write(&manifest, text.replace(up, &format!("\"{}/zimagi-", checkout().display()))).unwrap();
}

fn copy(from: &Path, to: &Path) {
    if from.is_file() {
        fs::copy(from, to).unwrap();
        return;
    }
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        copy(&path, &to.join(path.file_name().unwrap()));
    }
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
