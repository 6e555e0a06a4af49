//! Lines, indented and aligned.

use std::fmt::{Display, Write};

use zimagi_spec::descriptor::{JsonShape, ScalarKind};
use zimagi_spec::resolve::Literal;

/// A text in the making.
#[derive(Default)]
pub(super) struct Page {
    text: String,
}

impl Page {
    /// A line; those at the margin begin a new paragraph.
    pub(super) fn line(&mut self, depth: usize, line: impl Display) {
        if depth == 0 && !self.text.is_empty() {
            self.text.push('\n');
        }
        let line = format!("{}{line}", "  ".repeat(depth));
        writeln!(self.text, "{}", line.trim_end()).expect("writing to a string cannot fail");
    }

    /// A word and what it is, unless that is empty.
    pub(super) fn entry(&mut self, word: &str, value: impl Display) {
        let value = value.to_string();
        if !value.is_empty() {
            self.line(1, format_args!("{word:<10} {}", value.replace('\n', " ")));
        }
    }

    pub(super) fn finish(self) -> String {
        self.text
    }
}

/// A kind of value.
pub(super) fn kind_text(kind: ScalarKind) -> String {
    match kind {
        ScalarKind::String { max_length } => format!("string({max_length})"),
        ScalarKind::Text => "text".to_owned(),
        ScalarKind::Integer => "integer".to_owned(),
        ScalarKind::Float => "float".to_owned(),
        ScalarKind::Boolean => "boolean".to_owned(),
        ScalarKind::Date => "date".to_owned(),
        ScalarKind::DateTime => "datetime".to_owned(),
        ScalarKind::Identifier => "identifier".to_owned(),
        ScalarKind::Decimal { digits, places } => format!("decimal({digits},{places})"),
        ScalarKind::Time => "time".to_owned(),
        ScalarKind::Duration => "duration".to_owned(),
        ScalarKind::Uuid => "uuid".to_owned(),
        ScalarKind::Binary => "binary".to_owned(),
        ScalarKind::Json(JsonShape::Any) => "json".to_owned(),
        ScalarKind::Json(JsonShape::List) => "list".to_owned(),
        ScalarKind::Json(JsonShape::Dict) => "dict".to_owned(),
    }
}

/// A constant.
pub(super) fn literal_text(literal: &Literal) -> String {
    match literal {
        Literal::Boolean(fact) => fact.to_string(),
        Literal::Integer(number) => number.to_string(),
        Literal::Float(number) => format!("{number:?}"),
        Literal::Text(text) => format!("{text:?}"),
        Literal::Json(text) => text.clone(),
    }
}
