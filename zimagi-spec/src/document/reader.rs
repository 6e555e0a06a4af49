//! Reading single values: each reader says what it expected.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::Spanned;
use crate::yaml::{Kind, Node, Style};

use super::Names;

/// Reads values and reports those of the wrong shape.
pub(super) struct Reader<'d> {
    diagnostics: &'d mut Diagnostics,
}

impl<'d> Reader<'d> {
    pub(super) fn new(diagnostics: &'d mut Diagnostics) -> Self {
        Self { diagnostics }
    }

    pub(super) fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Does something, and says whether it was done without an error.
    pub(super) fn watch<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> (T, bool) {
        let before = self.diagnostics.error_count();
        let value = read(self);
        (value, self.diagnostics.error_count() == before)
    }

    /// Text; a boolean or a number must be quoted to be one.
    pub(super) fn text(&mut self, node: &Node, what: &str) -> Option<Spanned<String>> {
        let Kind::Scalar(scalar) = &node.kind else {
            self.wrong_shape(node, what, "text");
            return None;
        };
        if scalar.style == Style::Plain && is_number_or_boolean(&scalar.text) {
            let text = &scalar.text;
            self.report(
                Diagnostic::at(Code::WrongShape, node.span, format!("{what} is text, and `{text}` is not"))
                    .label("a number or a boolean")
                    .help(format!("write '{text}' with quotes")),
            );
            return None;
        }
        Some(Spanned::new(scalar.text.clone(), node.span))
    }

    /// One text or a list of texts.
    pub(super) fn texts(&mut self, node: &Node, what: &str) -> Option<Names> {
        let items = match &node.kind {
            Kind::Sequence(items) => items.as_slice(),
            Kind::Scalar(_) => std::slice::from_ref(node),
            Kind::Null | Kind::Mapping(_) => {
                self.wrong_shape(node, what, "a name or a list of names");
                return None;
            }
        };
        let read = items.iter().filter_map(|item| self.text(item, &format!("each item of {what}"))).collect();
        Some(Spanned::new(read, node.span))
    }

    /// `true` or `false`.
    pub(super) fn boolean(&mut self, node: &Node, what: &str) -> Option<Spanned<bool>> {
        let value = match &node.kind {
            Kind::Scalar(scalar) if scalar.style == Style::Plain => boolean(&scalar.text),
            Kind::Null | Kind::Scalar(_) | Kind::Sequence(_) | Kind::Mapping(_) => None,
        };
        if value.is_none() && !self.is_reported_already(node) {
            self.wrong_shape(node, what, "`true` or `false`");
        }
        value.map(|value| Spanned::new(value, node.span))
    }

    /// A whole number.
    pub(super) fn integer(&mut self, node: &Node, what: &str) -> Option<Spanned<i64>> {
        let value = match &node.kind {
            Kind::Scalar(scalar) if scalar.style == Style::Plain => scalar.text.parse().ok(),
            Kind::Null | Kind::Scalar(_) | Kind::Sequence(_) | Kind::Mapping(_) => None,
        };
        if value.is_none() && !self.is_reported_already(node) {
            self.wrong_shape(node, what, "a whole number");
        }
        value.map(|value| Spanned::new(value, node.span))
    }

    pub(super) fn wrong_shape(&mut self, node: &Node, what: &str, expected: &str) {
        let found = found(node);
        self.report(
            Diagnostic::at(Code::WrongShape, node.span, format!("{what} is {found}"))
                .label(format!("expected {expected}")),
        );
    }

    /// The forms of YAML 1.1 were reported when the file was parsed.
    pub(super) fn is_reported_already(&self, node: &Node) -> bool {
        self.diagnostics.iter().any(|one| {
            let is_form =
                matches!(one.code, Code::OldBoolean | Code::LeadingZero | Code::Sexagesimal | Code::Underscored);
            is_form && matches!(&one.place, crate::diagnostic::Place::Text(label) if label.span == node.span)
        })
    }
}

/// The boolean a plain scalar is, if it is one.
pub(super) fn boolean(text: &str) -> Option<bool> {
    match text {
        "true" | "True" | "TRUE" => Some(true),
        "false" | "False" | "FALSE" => Some(false),
        _ => None,
    }
}

fn is_number_or_boolean(text: &str) -> bool {
    boolean(text).is_some() || (text.parse::<f64>().is_ok() && text.contains(|c: char| c.is_ascii_digit()))
}

fn found(node: &Node) -> String {
    match &node.kind {
        Kind::Null => "null".to_owned(),
        Kind::Scalar(scalar) => match scalar.style {
            Style::Plain => format!("`{}`", scalar.text),
            Style::Quoted => "quoted text".to_owned(),
        },
        Kind::Sequence(_) => "a list".to_owned(),
        Kind::Mapping(_) => "a mapping".to_owned(),
    }
}

/// The boolean a node is, if it is one.
pub(super) fn boolean_of(node: &Node) -> Option<bool> {
    match &node.kind {
        Kind::Scalar(scalar) if scalar.style == Style::Plain => boolean(&scalar.text),
        Kind::Null | Kind::Scalar(_) | Kind::Sequence(_) | Kind::Mapping(_) => None,
    }
}

/// Whether a node is the plain word `false`.
pub(super) fn is_false(node: &Node) -> bool {
    boolean_of(node) == Some(false)
}
