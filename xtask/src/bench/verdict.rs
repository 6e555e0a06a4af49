//! A measured number beside its limit.

use std::fmt;

use crate::error::TaskError;

/// What was measured, and the most it may be.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Verdict {
    pub(super) what: String,
    pub(super) seconds: f64,
    pub(super) limit: Option<f64>,
}

impl Verdict {
    fn is_kept(&self) -> bool {
        self.limit.is_none_or(|limit| self.seconds <= limit)
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { what, seconds, limit } = self;
        write!(f, "{what:48} {seconds:7.2} s")?;
        match limit {
            Some(limit) => write!(f, "  ({:3.0} % of {limit} s)", seconds / limit * 100.0),
            None => Ok(()),
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
    if missed.is_empty() { Ok(()) } else { Err(TaskError::Slow(missed)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missed_limit_is_named() {
        let verdict = |what: &str, limit| Verdict { what: what.to_owned(), seconds: 3.0, limit };
        let verdicts = [verdict("dev", Some(4.0)), verdict("serve", Some(2.0)), verdict("edit", None)];
        assert_eq!(conclude(&verdicts).unwrap_err().to_string(), "over the limit: serve");
    }
}
