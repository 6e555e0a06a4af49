//! The service as its users meet it: the binary on a port of its own, with a database of its own.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use serde_json::{Value, json};
use ureq::Agent;

#[test]
fn a_note_can_be_written_and_read_back() {
    let folder = tempfile::tempdir().unwrap();
    run(folder.path(), &["db", "migrate"]);
    let token = token(folder.path());
    let service = Service::start(folder.path());
    let authorization = format!("Token tester {token}");
    let agent = Agent::new_with_defaults();

    let note = json!({ "name": "groceries", "text": "Bread, milk" });
    let url = format!("{}/note/", service.address);
    let created = agent
        .post(&url)
        .header("authorization", &authorization)
        .send_json(&note)
        .unwrap();
    assert_eq!(created.status(), 201);

    let url = format!("{}/note/groceries/", service.address);
    let mut answer = agent
        .get(&url)
        .header("authorization", &authorization)
        .call()
        .unwrap();
    let note: Value = answer.body_mut().read_json().unwrap();
    assert_eq!(note["text"], "Bread, milk");
    assert_eq!(note["pinned"], false);
}

/// A running service; killed when dropped.
struct Service {
    process: Child,
    address: String,
    /// Kept open, so that the service can write.
    _output: BufReader<ChildStdout>,
}

impl Service {
    /// Starts the binary on a port that the system chooses, and waits until it says where it listens.
    fn start(folder: &Path) -> Self {
        let mut command = command(folder, &["serve", "--data-port", "0"]);
        let mut process = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut output = BufReader::new(process.stdout.take().unwrap());
        let mut lines = (&mut output).lines().map_while(Result::ok);
        let address = lines
            .find_map(|line| word(&line, "http://"))
            .expect("the service says where it listens");
        Self {
            process,
            address: address.trim_end_matches('/').to_owned(),
            _output: output,
        }
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Makes a user who may do everything, and gives its token.
fn token(folder: &Path) -> String {
    let output = run(folder, &["user", "save", "tester", "--group", "admin"]);
    word(&output, "zim_").expect("`user save` prints a token")
}

/// The first word that starts so.
fn word(text: &str, start: &str) -> Option<String> {
    text.split_whitespace()
        .find(|word| word.starts_with(start))
        .map(str::to_owned)
}

/// Runs the binary to its end and gives what it wrote.
fn run(folder: &Path, arguments: &[&str]) -> String {
    let output = command(folder, arguments).output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?} failed: {errors}");
    String::from_utf8(output.stdout).unwrap()
}

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_app-template"));
    let database = format!("sqlite:{}", folder.join("test.db").display());
    command
        .args(arguments)
        .current_dir(folder)
        .env("DATABASE_URL", database);
    command
}
