//! A measured number beside its limit.

use std::fmt;

use crate::error::TaskError;

/// What was measured, and what it may be.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Verdict {
    what: String,
    measured: f64,
    limit: Limit,
}

/// What a number may be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Limit {
    None,
    AtMost(f64),
    AtLeast(f64),
}

impl Verdict {
    pub(super) fn new(what: impl Into<String>, measured: f64, limit: Limit) -> Self {
        Self { what: what.into(), measured, limit }
    }

    fn is_kept(&self) -> bool {
        match self.limit {
            Limit::None => true,
            Limit::AtMost(limit) => self.measured <= limit,
            Limit::AtLeast(limit) => self.measured >= limit,
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:52} {:10.2}", self.what, self.measured)?;
        let mark = if self.is_kept() { "" } else { ", MISSED" };
        match self.limit {
            Limit::None => Ok(()),
            Limit::AtMost(limit) => write!(f, "  (at most {limit}{mark})"),
            Limit::AtLeast(limit) => write!(f, "  (at least {limit}{mark})"),
        }
    }
}

/// Prints all verdicts; fails if a limit is not kept.
pub(super) fn conclude(verdicts: &[Verdict]) -> Result<(), TaskError> {
    println!();
    for verdict in verdicts {
        println!("{verdict}");
    }
    let missed: Vec<String> = verdicts.iter().filter(|one| !one.is_kept()).map(|one| one.what.clone()).collect();
    if missed.is_empty() { Ok(()) } else { Err(TaskError::Missed(missed)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missed_limits_are_named() {
        let verdicts = [
            Verdict::new("dev", 3.0, Limit::AtMost(4.0)),
            Verdict::new("serve", 3.0, Limit::AtMost(2.0)),
            Verdict::new("share", 0.5, Limit::AtLeast(0.6)),
        ];
        assert_eq!(conclude(&verdicts).unwrap_err().to_string(), "limits missed: serve, share");
    }
}
