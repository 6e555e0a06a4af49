//! From the parser's places to bytes: the parser counts lines and characters.

use saphyr_parser::{Marker, Span as ParserSpan};

use crate::source::{FileId, Span};

/// Knows where each line of one file starts.
pub(super) struct Places<'t> {
    file: FileId,
    text: &'t str,
    lines: Vec<usize>,
}

impl<'t> Places<'t> {
    pub(super) fn new(file: FileId, text: &'t str) -> Self {
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { file, text, lines }
    }

    /// The bytes of a parser's span, without white space at its end.
    pub(super) fn span(&self, span: ParserSpan) -> Span {
        let start = self.byte(&span.start);
        let end = self.byte(&span.end).max(start);
        let length = self.text[start..end].trim_end().len();
        Span { file: self.file, start, end: start + length }
    }

    /// The part of a scalar's span after its anchor and tag.
    pub(super) fn without_properties(&self, span: Span) -> Span {
        let mut text = &self.text[span.start..span.end];
        while text.starts_with(['&', '!']) {
            let length = text.find(char::is_whitespace).unwrap_or(text.len());
            text = text[length..].trim_start();
        }
        Span { start: span.end - text.len(), ..span }
    }

    /// One character at a marker.
    pub(super) fn point(&self, marker: &Marker) -> Span {
        let start = self.byte(marker);
        let length = self.text[start..].chars().next().filter(|c| *c != '\n').map_or(0, char::len_utf8);
        Span { file: self.file, start, end: start + length }
    }

    fn byte(&self, marker: &Marker) -> usize {
        let Some(start) = self.lines.get(marker.line().saturating_sub(1)) else { return self.text.len() };
        let line = &self.text[*start..];
        start + line.char_indices().nth(marker.col()).map_or(line.len(), |(at, _)| at)
    }
}
