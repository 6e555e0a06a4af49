//! What is printed: a line for each request and peer.

use std::fmt;

use super::load::Measured;
use super::row::{Arena, Peer};
use super::side::Refusal;

/// One line.
pub(super) struct Line {
    pub(super) request: &'static str,
    pub(super) arena: Arena,
    pub(super) peer: Peer,
    pub(super) aim: f64,
    pub(super) ours: Result<Measured, Refusal>,
    pub(super) theirs: Result<Measured, Refusal>,
}

/// The names of the columns.
pub(super) const HEAD: &str =
    "request                   database    peer           ours/s    peer/s    ratio     aim          µs of processor";

impl Line {
    pub(super) fn is_reached(&self) -> bool {
        matches!((&self.ours, &self.theirs), (Ok(ours), Ok(theirs)) if ours.rate() / theirs.rate() >= self.aim)
    }

    /// As it is named among what was missed.
    pub(super) fn name(&self) -> String {
        format!("{} against {}", self.request, self.peer.name())
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let database = if self.arena == Arena::Server { "PostgreSQL" } else { "SQLite" };
        write!(f, "{:26}{database:12}{:11}", self.request, self.peer.name())?;
        let (ours, theirs) = match (&self.ours, &self.theirs) {
            (Ok(ours), Ok(theirs)) => (ours, theirs),
            (Err(refusal), _) => return write!(f, "ours: {refusal}  MISSED"),
            (_, Err(refusal)) => return write!(f, "peer: {refusal}  MISSED"),
        };
        let (our_rate, their_rate) = (ours.rate(), theirs.rate());
        let verdict = if self.is_reached() { "reached" } else { "MISSED" };
        let ratio = our_rate / their_rate;
        write!(f, "{our_rate:10.0}{their_rate:10.0}{ratio:9.2}{:8}  {verdict}", self.aim)?;
        write!(f, "  {:7.0}{:9.0}", ours.processor_us(), theirs.processor_us())
    }
}
