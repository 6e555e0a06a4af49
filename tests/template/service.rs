//! An application that serves, and a client that may do everything.

use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};

use serde_json::Value;
use ureq::Agent;
use ureq::http::Response;

use crate::application::Application;

/// The token of `admin`, given from outside.
const TOKEN: &str = "a-token-that-only-this-test-knows-of";

/// A running service with an empty database; killed when dropped.
#[derive(Debug)]
pub(crate) struct Service {
    process: Child,
    address: String,
    agent: Agent,
    /// Kept open, so that the service can write.
    _output: BufReader<ChildStdout>,
}

impl Service {
    /// Migrates, starts on a port that the system chooses and waits until the service says where it listens.
    pub(crate) fn start(application: &Application) -> Self {
        let mut process = Command::new(application.binary())
            .args(["serve", "--migrate", "--data-port", "0"])
            .current_dir(application.folder())
            .env("DATABASE_URL", "sqlite:shop.db")
            .env("ZIMAGI_ADMIN_TOKEN", TOKEN)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut output = BufReader::new(process.stdout.take().unwrap());
        let mut lines = (&mut output).lines().map_while(Result::ok);
        let address = lines.find_map(|line| address(&line)).expect("the service says where it listens");
        let agent = Agent::config_builder().http_status_as_error(false).build().into();
        Self { process, address, agent, _output: output }
    }

    /// Sends a record and gives status and answer.
    pub(crate) fn post(&self, path: &str, record: &Value) -> (u16, Value) {
        let request = self.agent.post(self.url(path)).header("authorization", authorization());
        answer(request.send_json(record))
    }

    /// Asks for a record and gives status and answer.
    pub(crate) fn get(&self, path: &str) -> (u16, Value) {
        answer(self.agent.get(self.url(path)).header("authorization", authorization()).call())
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn address(line: &str) -> Option<String> {
    let word = line.split_whitespace().find(|word| word.starts_with("http://"))?;
    Some(word.trim_end_matches('/').to_owned())
}

fn authorization() -> String {
    format!("Token admin {TOKEN}")
}

fn answer(response: Result<Response<ureq::Body>, ureq::Error>) -> (u16, Value) {
    let mut response = response.expect("the service answers");
    let status = response.status().as_u16();
    (status, response.body_mut().read_json().expect("answers are JSON"))
}
