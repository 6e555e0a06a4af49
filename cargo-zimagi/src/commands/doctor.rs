//! `cargo zimagi doctor`: whether the project's set-up is sound, and the edits where it is not.

use serde_json::json;

use crate::doctor::{Finding, State, examine};
use crate::failure::Failure;
use crate::output;

/// Look at versions, specs, migrations, editor, database and ports, and say what to change.
///
/// The database is the one of `DATABASE_URL`, or the SQLite file that is used without it. Nothing is changed.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// One JSON object for programs.
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(options: &Options) -> Result<(), Failure> {
    let findings = examine()?;
    if options.json {
        let findings: Vec<_> = findings.iter().map(Finding::to_json).collect();
        output::print(format_args!("{:#}\n", json!({"findings": findings})))?;
    } else {
        findings.iter().try_for_each(|finding| output::print(text_of(finding)))?;
    }
    let failures = findings.iter().filter(|finding| finding.state == State::Failure).count();
    if failures == 0 { Ok(()) } else { Err(Failure::Unsound { failures }) }
}

fn text_of(finding: &Finding) -> String {
    let Finding { state, subject, message, edit } = finding;
    let edit = edit.as_ref().map(|edit| format!("{:>23}= help: {edit}\n", "")).unwrap_or_default();
    format!("{:<8}  {subject:<11}  {message}\n{edit}", state.word())
}
