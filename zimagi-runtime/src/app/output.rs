//! Results of the process on standard output.

use std::fmt::Display;
use std::io::{self, Write};

/// Prints a line. If nobody reads any more, the work goes on: it is done for its effect, not for its report.
pub(super) fn print(line: impl Display) {
    if try_print(line).is_err() {
        tracing::debug!("standard output is closed");
    }
}

/// Prints a line that must be read.
pub(super) fn try_print(line: impl Display) -> io::Result<()> {
    let mut output = io::stdout();
    writeln!(output, "{line}")?;
    output.flush()
}
