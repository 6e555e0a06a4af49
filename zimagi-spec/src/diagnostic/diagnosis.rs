//! One diagnostic. Knows nothing of how it is shown.

use crate::source::Span;

use super::{Code, Severity};

/// One mistake, warning or note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which kind of mistake it is; the severity follows from it.
    pub code: Code,
    /// One sentence in lower case, names in backticks, no final dot.
    pub message: String,
    /// Where it is.
    pub place: Place,
    /// Other places involved.
    pub others: Vec<Label>,
    /// The edit to make.
    pub help: Option<String>,
}

/// Where a diagnostic points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// Some text in a file.
    Text(Label),
    /// A file or folder that has no readable text, as shown to people.
    Path(String),
}

/// A place and what is to be said about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The text meant.
    pub span: Span,
    /// A few words, may be empty.
    pub text: String,
}

impl Diagnostic {
    /// A diagnostic at some text.
    #[must_use]
    pub fn at(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self::new(code, Place::Text(Label { span, text: String::new() }), message.into())
    }

    /// A diagnostic about a file or folder whose text cannot be shown.
    #[must_use]
    pub fn at_path(code: Code, path: impl Into<String>, message: impl Into<String>) -> Self {
        Self::new(code, Place::Path(path.into()), message.into())
    }

    fn new(code: Code, place: Place, message: String) -> Self {
        Self { code, message, place, others: Vec::new(), help: None }
    }

    /// Says something at the underlined place.
    #[must_use]
    pub fn label(mut self, text: impl Into<String>) -> Self {
        if let Place::Text(label) = &mut self.place {
            label.text = text.into();
        }
        self
    }

    /// Shows a second place.
    #[must_use]
    pub fn with_other(mut self, span: Span, text: impl Into<String>) -> Self {
        self.others.push(Label { span, text: text.into() });
        self
    }

    /// Says which edit to make.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help = Some(text.into());
        self
    }

    /// Says which edit to make, if there is one to say.
    #[must_use]
    pub fn help_if(mut self, text: Option<String>) -> Self {
        self.help = text.or(self.help);
        self
    }

    /// How much it matters.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}
