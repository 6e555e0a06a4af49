//! All diagnostics of one compilation.

use crate::source::SourceMap;

use super::{Diagnostic, Place, Severity, render};

/// The diagnostics collected so far, in the order of finding.
#[derive(Debug, Default)]
pub struct Diagnostics {
    found: Vec<Diagnostic>,
    errors: usize,
}

impl Diagnostics {
    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.errors += usize::from(diagnostic.severity() == Severity::Error);
        self.found.push(diagnostic);
    }

    /// Whether there is an error among them.
    #[must_use]
    pub fn is_failed(&self) -> bool {
        self.error_count() > 0
    }

    /// How many errors were pushed.
    #[must_use]
    pub fn error_count(&self) -> usize {
        self.errors
    }

    /// Whether there is none at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// All of them, in the order of finding.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.found.iter()
    }

    /// The text of all, by file and place, without colours. Ends with a line break unless it is empty.
    #[must_use]
    pub fn render(&self, sources: &SourceMap) -> String {
        render::render(&self.sorted(sources), sources, render::Look::Plain)
    }

    /// The text of all with the colours of a terminal.
    #[must_use]
    pub fn render_styled(&self, sources: &SourceMap) -> String {
        render::render(&self.sorted(sources), sources, render::Look::Styled)
    }

    /// By file, place and code. A mistake in an anchor is found at each alias and shown once.
    #[must_use]
    pub fn sorted(&self, sources: &SourceMap) -> Vec<&Diagnostic> {
        let mut sorted: Vec<_> = self.found.iter().collect();
        sorted.sort_by_key(|one| (position(one, sources), one.code.text(), one.message.as_str()));
        sorted.dedup();
        sorted
    }
}

fn position<'a>(diagnostic: &'a Diagnostic, sources: &'a SourceMap) -> (&'a str, usize, usize) {
    match &diagnostic.place {
        Place::Text(label) => (sources.file(label.span.file).name.as_str(), label.span.start, label.span.end),
        Place::Path(path) => (path.as_str(), 0, 0),
    }
}
