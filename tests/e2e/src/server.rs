//! The example's server as a process.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, ChildStdout};

use crate::{Client, Example};

/// A running server; killed when dropped.
#[derive(Debug)]
pub struct Server {
    process: Child,
    output: BufReader<ChildStdout>,
    address: String,
}

impl Server {
    /// Starts `serve` on a port that the system chooses and waits until it listens.
    ///
    /// # Panics
    ///
    /// If it ends before it listens.
    #[must_use]
    pub fn start(example: &Example) -> Self {
        let mut process = example.spawn(&["serve", "--data-port", "0"]);
        let mut output = BufReader::new(process.stdout.take().expect("standard output is piped"));
        let address = read_address(&mut output).unwrap_or_else(|| panic!("no address: {}", read_errors(&mut process)));
        Self { process, output, address }
    }

    /// A client without credentials.
    #[must_use]
    pub fn anonymous(&self) -> Client {
        Client::new(&self.address, None)
    }

    /// A client that sends a token.
    #[must_use]
    pub fn with_token(&self, user: &str, token: &str) -> Client {
        Client::new(&self.address, Some(format!("Token {user} {token}")))
    }

    /// `http://host:port`.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The process id.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.process.id()
    }

    /// Waits for the end after a signal and gives whether it ended well, with the rest of its output.
    ///
    /// # Panics
    ///
    /// If the process cannot be waited for.
    #[must_use]
    pub fn wait(mut self) -> (bool, String) {
        let mut rest = String::new();
        self.output.read_to_string(&mut rest).expect("servers write UTF-8");
        (self.process.wait().expect("a child can be waited for").success(), rest)
    }

    /// Ends it and gives what it wrote to its log.
    ///
    /// # Panics
    ///
    /// If it wrote no UTF-8.
    #[must_use]
    pub fn into_log(mut self) -> String {
        self.kill();
        let mut log = String::new();
        let errors = self.process.stderr.as_mut().expect("standard error is piped");
        errors.read_to_string(&mut log).expect("servers write UTF-8");
        log
    }

    /// Kills it as SIGKILL does.
    ///
    /// # Panics
    ///
    /// If it cannot be killed.
    pub fn kill(&mut self) {
        self.process.kill().expect("a child can be killed");
        self.process.wait().expect("a child can be waited for");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn read_address(output: &mut BufReader<ChildStdout>) -> Option<String> {
    output.lines().map_while(Result::ok).find_map(|line| {
        let start = line.find("http")?;
        Some(line[start..].split_whitespace().next().unwrap_or_default().trim_end_matches('/').to_owned())
    })
}

fn read_errors(process: &mut Child) -> String {
    let mut text = String::new();
    let _ = process.kill();
    if let Some(errors) = &mut process.stderr {
        let _ = errors.read_to_string(&mut text);
    }
    text
}
