//! What a check found, for people or for programs.
//!
//! In go diagnostics and pending items; out comes text. Finds nothing itself.

mod human;
mod json;

use clap::ValueEnum;
use zimagi_spec::diagnostic::{Diagnostics, Severity};
use zimagi_spec::source::SourceMap;

use crate::failure::Failure;
use crate::output;
use crate::pending::Pending;

/// How a report looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum MessageFormat {
    /// Text with source lines, on standard error.
    Human,
    /// One JSON object a line, on standard output.
    Json,
}

/// Everything a check found.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Report<'a> {
    /// Mistakes, warnings and notes.
    pub(crate) diagnostics: &'a Diagnostics,
    /// The texts they point into.
    pub(crate) sources: &'a SourceMap,
    /// What is still to be written.
    pub(crate) pending: &'a [Pending],
}

impl Report<'_> {
    /// Prints it where its form belongs.
    pub(crate) fn print(&self, format: MessageFormat) -> Result<(), Failure> {
        match format {
            MessageFormat::Human => {
                eprint!("{}", human::render(self, human::Look::of_standard_error()));
                Ok(())
            }
            MessageFormat::Json => output::print(json::render(self)),
        }
    }

    fn count(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|one| one.severity() == severity).count()
    }
}
