//! Writing expected texts anew.

use crate::services;
use crate::step::{TaskError, cargo};

/// Runs the tests that compare with expected texts and lets them write what they got.
pub(crate) fn run() -> Result<(), TaskError> {
    let postgres = services::up()?;
    let surroundings = [("ZIMAGI_TEST_POSTGRES", postgres.as_str()), ("BLESS", "1"), ("INSTA_UPDATE", "always")];
    cargo(&["test", "--workspace", "--exclude", "e2e", "--quiet"], &surroundings)
}
