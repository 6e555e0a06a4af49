//! Constants: defaults and fixed values.

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

/// A constant as YAML 1.2 reads it; the inner `None` is null.
pub(super) fn read(node: &Node, what: &str, reader: &mut Reader<'_>) -> Option<Spanned<Option<Literal>>> {
    let value = match &node.kind {
        Kind::Scalar(_) if reader.is_reported_already(node) => return None,
        Kind::Null => None,
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
