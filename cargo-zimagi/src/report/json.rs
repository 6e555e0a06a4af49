//! The report for programs: one JSON object a line, told apart by `kind`, a `summary` last.

use serde::Serialize;
use zimagi_spec::diagnostic::{Diagnostic, Diagnostics, Label, Place, Severity};
use zimagi_spec::source::SourceMap;

use super::Report;

/// One line.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Line<'a> {
    Diagnostic(DiagnosticLine<'a>),
    Pending { message: &'a str, place: Option<&'a str>, help: &'a str },
    Summary { errors: usize, warnings: usize, notes: usize, pending: usize, files: usize },
}

#[derive(Debug, Serialize)]
struct DiagnosticLine<'a> {
    code: &'static str,
    severity: &'static str,
    message: &'a str,
    place: PlaceValue<'a>,
    others: Vec<PlaceValue<'a>>,
    help: Option<&'a str>,
    /// The text as people see it.
    rendered: String,
}

/// A place; a file that could not be read has no lines.
#[derive(Debug, Serialize)]
struct PlaceValue<'a> {
    file: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<Range>,
    label: &'a str,
}

/// From the first to the character after the last one; lines and columns count from one, columns in characters.
#[derive(Debug, Serialize)]
struct Range {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

/// All lines.
pub(super) fn render(report: &Report<'_>) -> String {
    let diagnostics = report.diagnostics.sorted(report.sources).into_iter();
    let diagnostics = diagnostics.map(|one| Line::Diagnostic(diagnostic(one, report.sources)));
    let pending = report.pending.iter().map(|item| Line::Pending {
        message: &item.message,
        place: item.place.as_deref(),
        help: &item.help,
    });
    let lines = diagnostics.chain(pending).chain(std::iter::once(summary(report)));
    lines.map(|line| serde_json::to_string(&line).expect("lines have text keys only") + "\n").collect()
}

fn summary<'a>(report: &Report<'_>) -> Line<'a> {
    Line::Summary {
        errors: report.count(Severity::Error),
        warnings: report.count(Severity::Warning),
        notes: report.count(Severity::Note),
        pending: report.pending.len(),
        files: report.sources.files().count(),
    }
}

fn diagnostic<'a>(diagnostic: &'a Diagnostic, sources: &'a SourceMap) -> DiagnosticLine<'a> {
    let mut alone = Diagnostics::default();
    alone.push(diagnostic.clone());
    DiagnosticLine {
        code: diagnostic.code.text(),
        severity: match diagnostic.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        },
        message: &diagnostic.message,
        place: match &diagnostic.place {
            Place::Text(label) => place(label, sources),
            Place::Path(path) => PlaceValue { file: path, range: None, label: "" },
        },
        others: diagnostic.others.iter().map(|other| place(other, sources)).collect(),
        help: diagnostic.help.as_deref(),
        rendered: alone.render(sources),
    }
}

fn place<'a>(label: &'a Label, sources: &'a SourceMap) -> PlaceValue<'a> {
    let file = sources.file(label.span.file);
    let (line, column) = position(&file.text, label.span.start);
    let (end_line, end_column) = position(&file.text, label.span.end);
    PlaceValue { file: &file.name, range: Some(Range { line, column, end_line, end_column }), label: &label.text }
}

fn position(text: &str, byte: usize) -> (usize, usize) {
    let before = text.get(..byte).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use zimagi_spec::diagnostic::Code;
    use zimagi_spec::source::Span;

    use super::*;
    use crate::pending::Pending;

    #[test]
    fn each_line_is_an_object_with_places() {
        let mut sources = SourceMap::default();
        let file = sources.add("specs/data.yml", Path::new("data.yml"), "data:\n  né: x\n");
        let mut diagnostics = Diagnostics::default();
        let span = Span { file, start: 13, end: 14 };
        diagnostics.push(Diagnostic::at(Code::WrongShape, span, "wrong").label("a mapping"));
        let pending = Pending { message: "no code".to_owned(), place: None, help: "write it".to_owned() };
        let report = Report { diagnostics: &diagnostics, sources: &sources, pending: &[pending] };
        let rendered = diagnostics.render(&sources).replace('\n', "\\n");
        assert_eq!(
            render(&report),
            format!(
                r#"{{"kind":"diagnostic","code":"Z0113","severity":"error","message":"wrong","place":{{"file":"specs/data.yml","range":{{"line":2,"column":7,"end_line":2,"end_column":8}},"label":"a mapping"}},"others":[],"help":null,"rendered":"{rendered}"}}
{{"kind":"pending","message":"no code","place":null,"help":"write it"}}
{{"kind":"summary","errors":1,"warnings":0,"notes":0,"pending":1,"files":1}}
"#
            )
        );
    }
}
