//! A side of a measurement: a server at work, the words it understands, and who asks it.

use std::fmt;

use serde_json::Value as Json;

use super::super::application::Server;
use super::super::wire::{Reply, Wire};
use super::question::Question;
use super::request::{Dialect, Request};
use crate::error::TaskError;

/// A server that is asked.
pub(super) struct Side {
    pub(super) server: Server,
    pub(super) dialect: Dialect,
    /// The credentials of an ordinary user who may view flights.
    pub(super) viewer: String,
    /// Those of one who may edit them.
    pub(super) editor: String,
}

/// Why a side is not measured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Refusal {
    /// It answers with another status than success: mostly, what is asked for is not offered.
    Status { target: String, status: u16 },
    /// It gives no answer at all.
    Silence { target: String, reason: String },
    /// It answers something else than we do.
    Different { target: String },
    /// It stored more or less than it said.
    Stored { said: u64, found: u64 },
}

impl Side {
    pub(super) fn wire(&self) -> Wire {
        Wire::new(&self.server.address)
    }

    /// The bytes of a request.
    pub(super) fn bytes(&self, question: &Question) -> Vec<u8> {
        let Request { target, body } = self.dialect.request(question);
        let host = self.server.address.trim_start_matches("http://");
        let user = if question.stores() > 0 { &self.editor } else { &self.viewer };
        match body {
            None => format!("GET {target} HTTP/1.1\r\nhost: {host}\r\nauthorization: {user}\r\n\r\n"),
            Some(body) => post(&target, host, user, &body),
        }
        .into_bytes()
    }

    /// Asks once, and gives what the answer says.
    pub(super) fn ask(&self, question: &Question) -> Result<Json, Refusal> {
        let reply = self.ask_on(&mut self.wire(), question)?;
        let target = self.dialect.request(question).target;
        let answer = json(&reply).map_err(|_| Refusal::Different { target })?;
        Ok(self.dialect.facts(question, &answer))
    }

    /// Asks on a connection that is kept.
    pub(super) fn ask_on(&self, wire: &mut Wire, question: &Question) -> Result<Reply, Refusal> {
        let target = || self.dialect.request(question).target;
        match wire.ask(&self.bytes(question)) {
            Ok(reply) if reply.is_success() => Ok(reply),
            Ok(reply) => Err(Refusal::Status { target: target(), status: reply.status }),
            Err(error) => Err(Refusal::Silence { target: target(), reason: error.to_string() }),
        }
    }

    /// A reading that is no part of the measurement.
    pub(super) fn read(&self, target: &str) -> Result<Json, TaskError> {
        let host = self.server.address.trim_start_matches("http://");
        let request = format!("GET {target} HTTP/1.1\r\nhost: {host}\r\nauthorization: {}\r\n\r\n", self.viewer);
        let reply = self.wire().ask(request.as_bytes());
        json(&reply.map_err(|error| TaskError::wrong(target, "an answer", &error.to_string()))?)
    }

    /// How many flights are stored.
    pub(super) fn count(&self) -> Result<u64, TaskError> {
        let target = match self.dialect {
            Dialect::PocketBase => "/api/collections/flight/records?perPage=1",
            Dialect::Zimagi | Dialect::Django => "/flight/?ordering=time_hour&count=1&page=1",
        };
        let total = self.dialect.total(&self.read(target)?);
        total.as_u64().ok_or_else(|| TaskError::wrong(target, "a total", &total.to_string()))
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Status { target, status } => write!(f, "not offered: {target} answers {status}"),
            Self::Silence { target, reason } => write!(f, "no answer to {target}: {reason}"),
            Self::Different { target } => write!(f, "another answer to {target}"),
            Self::Stored { said, found } => write!(f, "{found} flights stored of {said}"),
        }
    }
}

impl Reply {
    pub(super) const fn is_success(&self) -> bool {
        matches!(self.status, 200..=299)
    }
}

/// A request with a body.
pub(super) fn post(target: &str, host: &str, user: &str, body: &Json) -> String {
    let body = body.to_string();
    format!(
        "POST {target} HTTP/1.1\r\nhost: {host}\r\nauthorization: {user}\r\ncontent-type: application/json\r\n\
         content-length: {}\r\n\r\n{body}",
        body.len()
    )
}

/// The body of an answer.
pub(super) fn json(reply: &Reply) -> Result<Json, TaskError> {
    let text = || String::from_utf8_lossy(&reply.body).into_owned();
    serde_json::from_slice(&reply.body).map_err(|_| TaskError::wrong("the body of an answer", "JSON", &text()))
}
