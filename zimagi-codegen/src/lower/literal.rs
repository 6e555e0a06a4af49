//! Constants: the form they have where a kind of value is expected.

use zimagi_spec::descriptor::ScalarKind;
use zimagi_spec::resolve::Literal;

/// A literal in the form of its field's kind: a whole number for a float field becomes a float, a number for a text a text.
pub(super) fn lower_literal(literal: &Literal, kind: ScalarKind) -> Literal {
    match (kind, literal) {
        (ScalarKind::Float, Literal::Integer(number)) =>
        {
            #[expect(clippy::cast_precision_loss, reason = "a float field holds a float, with a float's precision")]
            Literal::Float(*number as f64)
        }
        (ScalarKind::String { .. } | ScalarKind::Text, Literal::Integer(number)) => Literal::Text(number.to_string()),
        (ScalarKind::String { .. } | ScalarKind::Text, Literal::Float(number)) => Literal::Text(number.to_string()),
        (ScalarKind::String { .. } | ScalarKind::Text, Literal::Boolean(fact)) => Literal::Text(fact.to_string()),
        _ => literal.clone(),
    }
}
