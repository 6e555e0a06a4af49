//! All tests, on services that are installed and started if need be.

use crate::step::{TaskError, cargo};
use crate::{services, tidy};

/// Runs everything that must hold before a change lands, the quick checks first.
pub(crate) fn run() -> Result<(), TaskError> {
    let postgres = services::up()?;
    let surroundings = [("ZIMAGI_TEST_POSTGRES", postgres.as_str())];
    cargo(&["fmt", "--all", "--check"], &[])?;
    tidy::run()?;
    cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"], &[])?;
    cargo(&["test", "--workspace", "--exclude", "e2e", "--quiet"], &surroundings)
}
