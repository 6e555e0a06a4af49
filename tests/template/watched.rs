//! An application that the tool builds and serves, and serves anew after each change.

use std::io::{BufRead, BufReader, Lines};
use std::process::{Child, ChildStdout, Stdio};

use ureq::Agent;

use crate::application::Application;

/// The tool and what it serves; both end when this is dropped.
#[derive(Debug)]
pub(crate) struct Watched {
    process: Child,
    lines: Lines<BufReader<ChildStdout>>,
}

impl Watched {
    /// Builds as the tests of an application are built, so that only what changes is compiled.
    pub(crate) fn start(application: &Application) -> Self {
        let mut process = application
            .tool()
            .args(["run", "--profile", "dev", "serve", "--migrate", "--data-port", "0"])
            .env("DATABASE_URL", "sqlite:shop.db")
            .env_remove("CARGO_TARGET_DIR")
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(process.stdout.take().unwrap()).lines();
        Self { process, lines }
    }

    /// The status of a request without credentials to what serves next, as soon as it says where it listens.
    pub(crate) fn next_status(&mut self, path: &str) -> u16 {
        let mut lines = self.lines.by_ref().map_while(Result::ok);
        let address =
            lines.find_map(|line| line.split_whitespace().find(|word| word.starts_with("http://")).map(str::to_owned));
        let address = address.expect("the service says where it listens");
        let agent: Agent = Agent::config_builder().http_status_as_error(false).build().into();
        agent.get(format!("{}{path}", address.trim_end_matches('/'))).call().unwrap().status().as_u16()
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        let asked = std::process::Command::new("kill").arg(self.process.id().to_string()).status();
        if !asked.is_ok_and(|status| status.success()) {
            let _ = self.process.kill();
        }
        let _ = self.process.wait();
    }
}
