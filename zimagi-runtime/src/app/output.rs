//! Results of the process on standard output.

use std::fmt::Display;
use std::io::{self, Write};

/// Prints a line. If nobody reads any more, the work goes on: it is done for its effect, not for its report.
pub(super) fn print(line: impl Display) {
    if writeln!(io::stdout(), "{line}").is_err() {
        tracing::debug!("standard output is closed");
    }
}
