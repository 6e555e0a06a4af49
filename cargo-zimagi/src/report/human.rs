//! The report for people: rustc's look, a line that sums it up last.

use std::io::IsTerminal;

use zimagi_spec::diagnostic::Severity;

use super::Report;
use crate::pending::Pending;

/// With or without colours.
#[derive(Debug, Clone, Copy)]
pub(super) enum Look {
    Plain,
    Styled,
}

impl Look {
    /// Colours for a terminal, unless `NO_COLOR` says otherwise.
    pub(super) fn of_standard_error() -> Self {
        let is_refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        if std::io::stderr().is_terminal() && !is_refused { Self::Styled } else { Self::Plain }
    }
}

/// The whole report.
pub(super) fn render(report: &Report<'_>, look: Look) -> String {
    let mut parts = Vec::new();
    let diagnostics = match look {
        Look::Plain => report.diagnostics.render(report.sources),
        Look::Styled => report.diagnostics.render_styled(report.sources),
    };
    if !diagnostics.is_empty() {
        parts.push(diagnostics);
    }
    parts.extend(report.pending.iter().map(pending));
    parts.push(summary(report));
    parts.join("\n")
}

fn pending(item: &Pending) -> String {
    let place = item.place.as_ref().map(|place| format!(" --> {place}\n")).unwrap_or_default();
    format!("pending: {}\n{place}  = help: {}\n", item.message, item.help)
}

fn summary(report: &Report<'_>) -> String {
    let counts = [
        counted(report.count(Severity::Error), "error"),
        counted(report.count(Severity::Warning), "warning"),
        counted(report.count(Severity::Note), "note"),
        (!report.pending.is_empty()).then(|| format!("{} pending", report.pending.len())),
    ];
    let counts: Vec<_> = counts.into_iter().flatten().collect();
    let found = if counts.is_empty() { "no mistakes".to_owned() } else { counts.join(", ") };
    format!(
        "checked {}: {found}\n",
        counted(report.sources.files().count(), "file").unwrap_or_else(|| "no file".to_owned())
    )
}

fn counted(count: usize, noun: &str) -> Option<String> {
    match count {
        0 => None,
        1 => Some(format!("1 {noun}")),
        _ => Some(format!("{count} {noun}s")),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use zimagi_spec::diagnostic::{Code, Diagnostic, Diagnostics};
    use zimagi_spec::source::{SourceMap, Span};

    use super::*;

    #[test]
    fn mistakes_come_first_and_the_sum_last() {
        let mut sources = SourceMap::default();
        let file =
            sources.add("specs/data/flight.yml", Path::new("flight.yml"), "data:\n  flight:\n    base: id_resorce\n");
        let mut diagnostics = Diagnostics::default();
        let span = Span { file, start: 26, end: 37 };
        diagnostics
            .push(Diagnostic::at(Code::UnknownBase, span, "unknown base `id_resorce`").help("write `id_resource`"));
        let pending = Pending {
            message: "the command `flight delays` has no code".to_owned(),
            place: Some("specs/command/flight.yml:3:5".to_owned()),
            help: "write it".to_owned(),
        };
        let report = Report { diagnostics: &diagnostics, sources: &sources, pending: &[pending] };
        assert_eq!(
            render(&report, Look::Plain),
            "error[Z0203]: unknown base `id_resorce`\n \
             --> specs/data/flight.yml:3:11\n  \
             |\n\
             3 |     base: id_resorce\n  \
             |           ^^^^^^^^^^\n  \
             |\n  \
             = help: write `id_resource`\n\
             \n\
             pending: the command `flight delays` has no code\n \
             --> specs/command/flight.yml:3:5\n  \
             = help: write it\n\
             \n\
             checked 1 file: 1 error, 1 pending\n"
        );
    }

    #[test]
    fn nothing_found_is_said_too() {
        let report = Report { diagnostics: &Diagnostics::default(), sources: &SourceMap::default(), pending: &[] };
        assert_eq!(render(&report, Look::Plain), "checked no file: no mistakes\n");
    }
}
