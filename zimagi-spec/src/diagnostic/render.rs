//! The look: rustc's, by annotate-snippets. Knows nothing of what a diagnostic means.

use annotate_snippets::{
    Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet, normalize_untrusted_str as normal,
};

use crate::source::{FileId, SourceMap, Span};

use super::{Diagnostic, Label, Place, Severity};

/// With or without colours.
#[derive(Debug, Clone, Copy)]
pub(super) enum Look {
    Plain,
    Styled,
}

/// The text of some diagnostics, an empty line between two.
pub(super) fn render(diagnostics: &[&Diagnostic], sources: &SourceMap, look: Look) -> String {
    let renderer = match look {
        Look::Plain => Renderer::plain(),
        Look::Styled => Renderer::styled(),
    };
    let texts = diagnostics.iter().map(|one| renderer.render(&[group(one, sources)]) + "\n");
    texts.collect::<Vec<_>>().join("\n")
}

fn group<'a>(diagnostic: &'a Diagnostic, sources: &'a SourceMap) -> Group<'a> {
    let title = level(diagnostic.severity()).primary_title(normal(&diagnostic.message)).id(diagnostic.code.text());
    let group = match &diagnostic.place {
        Place::Path(path) => title.element(Origin::path(path.as_str())),
        Place::Text(label) => title.elements(snippets(label, &diagnostic.others, sources)),
    };
    match &diagnostic.help {
        Some(help) => group.element(Level::HELP.message(normal(help))),
        None => group,
    }
}

/// The primary file first; other places in the same file share its snippet.
fn snippets<'a>(
    primary: &'a Label,
    others: &'a [Label],
    sources: &'a SourceMap,
) -> impl Iterator<Item = Snippet<'a, Annotation<'a>>> {
    let mut files = vec![primary.span.file];
    files.extend(others.iter().map(|other| other.span.file).filter(|file| *file != primary.span.file));
    files.dedup();
    files.into_iter().map(move |file| snippet(file, primary, others, sources))
}

fn snippet<'a>(
    file: FileId,
    primary: &'a Label,
    others: &'a [Label],
    sources: &'a SourceMap,
) -> Snippet<'a, Annotation<'a>> {
    let source = sources.file(file);
    let first = (primary.span.file == file).then(|| annotation(AnnotationKind::Primary, primary, &source.text));
    let rest = others
        .iter()
        .filter(|other| other.span.file == file)
        .map(|other| annotation(AnnotationKind::Context, other, &source.text));
    Snippet::source(source.text.as_str()).path(source.name.as_str()).annotations(first.into_iter().chain(rest))
}

fn annotation<'a>(kind: AnnotationKind, label: &'a Label, text: &str) -> Annotation<'a> {
    let text_label = (!label.text.is_empty()).then(|| normal(&label.text));
    kind.span(range_within(label.span, text)).label(text_label)
}

/// The part of the span that is in the text and on its first line: a snippet of a whole file helps nobody.
fn range_within(span: Span, text: &str) -> std::ops::Range<usize> {
    let start = floor_boundary(text, span.start);
    let end = floor_boundary(text, span.end.max(start));
    let line_end = text[start..end].find('\n').map_or(end, |length| start + length);
    start..line_end
}

fn floor_boundary(text: &str, index: usize) -> usize {
    let index = index.min(text.len());
    (0..=index).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    }
}
