//! `cargo zimagi check`: every mistake in the specs, and what is still to be written.

use zimagi_codegen::compile;

use crate::failure::Failure;
use crate::report::{MessageFormat, Report};
use crate::{pending, project};

/// Check the specs of the application around the current folder, without building it.
///
/// What a build would refuse is shown at its place, all at once. What the specs ask for and nobody has written yet, such as
/// the code of a command or a migration, is listed as pending.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// For people, or one JSON object a line for programs.
    #[arg(long, value_enum, default_value_t = MessageFormat::Human)]
    message_format: MessageFormat,
}

pub(crate) fn run(options: &Options) -> Result<(), Failure> {
    let project = project::open()?;
    let compilation = compile(&project);
    let output = compilation.output.as_ref();
    let pending = output.map(|output| pending::list(&project, output)).transpose()?.unwrap_or_default();
    let report = Report { diagnostics: &compilation.diagnostics, sources: &compilation.sources, pending: &pending };
    report.print(options.message_format)?;
    if compilation.diagnostics.is_failed() { Err(Failure::SpecsFailed) } else { Ok(()) }
}
