//! Constants: defaults, choices and fixed values.

use crate::source::Spanned;
use crate::yaml::{Kind, Node, Scalar, Style};

use super::reader::{Reader, boolean};

/// A constant in a spec.
#[derive(Debug, Clone, PartialEq)]
pub enum Literal {
    /// `true` or `false`.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// A number with a fraction.
    Float(f64),
    /// Anything else that is one word.
    Text(String),
    /// A list or a mapping, as JSON without needless blanks.
    Json(String),
}

/// What a constant is for, which says how a plain word is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// One value.
    Word,
    /// A number whose digits count: it stays text.
    Digits,
    /// Any JSON value.
    Json,
}

/// A constant as YAML 1.2 reads it; the inner `None` is null.
pub(super) fn read(node: &Node, what: &str, reader: &mut Reader<'_>) -> Option<Spanned<Option<Literal>>> {
    read_as(Form::Word, node, what, reader)
}

/// A constant of a form; the inner `None` is null.
pub(super) fn read_as(
    form: Form,
    node: &Node,
    what: &str,
    reader: &mut Reader<'_>,
) -> Option<Spanned<Option<Literal>>> {
    let value = match &node.kind {
        Kind::Scalar(_) if reader.is_reported_already(node) => return None,
        Kind::Null => None,
        Kind::Scalar(_) | Kind::Sequence(_) | Kind::Mapping(_) if form == Form::Json => {
            Some(Literal::Json(json(node).to_string()))
        }
        Kind::Scalar(scalar) if form == Form::Digits => Some(Literal::Text(scalar.text.clone())),
        Kind::Scalar(scalar) => Some(constant(scalar)),
        Kind::Sequence(_) | Kind::Mapping(_) => {
            reader.wrong_shape(node, what, "one value");
            return None;
        }
    };
    Some(Spanned::new(value, node.span))
}

fn constant(scalar: &Scalar) -> Literal {
    let text = scalar.text.as_str();
    if scalar.style == Style::Quoted {
        return Literal::Text(text.to_owned());
    }
    if let Some(value) = boolean(text) {
        return Literal::Boolean(value);
    }
    if let Ok(value) = text.parse() {
        return Literal::Integer(value);
    }
    match text.parse::<f64>() {
        Ok(value) if value.is_finite() => Literal::Float(value),
        Ok(_) | Err(_) => Literal::Text(text.to_owned()),
    }
}

fn json(node: &Node) -> serde_json::Value {
    match &node.kind {
        Kind::Null => serde_json::Value::Null,
        Kind::Scalar(scalar) => match constant(scalar) {
            Literal::Boolean(value) => value.into(),
            Literal::Integer(value) => value.into(),
            Literal::Float(value) => value.into(),
            Literal::Text(text) | Literal::Json(text) => text.into(),
        },
        Kind::Sequence(items) => items.iter().map(json).collect(),
        Kind::Mapping(entries) => entries.iter().map(|entry| (entry.key.value.clone(), json(&entry.value))).collect(),
    }
}
