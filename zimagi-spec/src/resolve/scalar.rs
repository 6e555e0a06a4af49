//! The kind of a plain field with the lengths and limits that its options say.

use crate::descriptor::ScalarKind;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::document::{FieldBody, FieldType, KindWord};
use crate::source::Spanned;

use super::draft::DraftField;
use super::field::kept;
use super::{Choice, Limits, Literal};

/// The most characters a `string` may be declared with: what MySQL's longest `varchar` holds.
const LENGTH_MAX: i64 = 16_383;

/// The most digits of a decimal: what an exact decimal of 96 bits holds.
const DIGITS_MAX: i64 = 28;

/// The kind, if its options say one.
pub(super) fn resolve_scalar(
    draft: &DraftField<'_>,
    type_: &Spanned<FieldType>,
    diagnostics: &mut Diagnostics,
) -> Option<ScalarKind> {
    match type_.value.kind {
        KindWord::String { max_length } => string(draft.body.max_length.as_ref(), max_length, diagnostics),
        KindWord::Decimal => decimal(draft, type_, diagnostics),
        KindWord::Scalar(kind) => Some(kind),
        KindWord::ForeignKey | KindWord::OneToOne | KindWord::ManyToMany => None,
    }
}

fn string(length: Option<&Spanned<i64>>, otherwise: u32, diagnostics: &mut Diagnostics) -> Option<ScalarKind> {
    let Some(length) = length else { return Some(ScalarKind::String { max_length: otherwise }) };
    match u32::try_from(length.value) {
        Ok(max_length) if (1..=LENGTH_MAX).contains(&length.value) => Some(ScalarKind::String { max_length }),
        Ok(_) | Err(_) => {
            diagnostics.push(length_out_of_range(length));
            None
        }
    }
}

fn decimal(draft: &DraftField<'_>, type_: &Spanned<FieldType>, diagnostics: &mut Diagnostics) -> Option<ScalarKind> {
    let (Some(digits), Some(places)) = (&draft.body.max_digits, &draft.body.decimal_places) else {
        if draft.is_whole {
            diagnostics.push(digits_missing(draft, type_));
        }
        return None;
    };
    if !(1..=DIGITS_MAX).contains(&digits.value) {
        diagnostics.push(digits_out_of_range("max_digits", digits, &format!("1 to {DIGITS_MAX}")));
        return None;
    }
    if !(0..=digits.value).contains(&places.value) {
        diagnostics.push(digits_out_of_range("decimal_places", places, &format!("0 to {}", digits.value)));
        return None;
    }
    let digits = u8::try_from(digits.value).ok()?;
    u8::try_from(places.value).ok().map(|places| ScalarKind::Decimal { digits, places })
}

/// What the options say, and the range of the type where it is narrower than that of its kind.
pub(super) fn resolve_limits(body: &FieldBody, kind: ScalarKind, type_: &Spanned<FieldType>) -> Limits {
    let of_type = |bound: Option<i64>| bound.map(|bound| Spanned::new(Literal::Integer(bound), type_.span));
    let said = |bound: &Option<Spanned<Literal>>| bound.clone().map(|bound| kept(kind, bound));
    let (smallest, largest) = type_.value.range;
    Limits {
        min: stricter(said(&body.min), of_type(smallest), |said, own| said >= own),
        max: stricter(said(&body.max), of_type(largest), |said, own| said <= own),
        choices: choices(body, kind),
    }
}

/// Of two bounds the one that allows less; what is no whole number is left to the rules.
fn stricter(
    said: Option<Spanned<Literal>>,
    own: Option<Spanned<Literal>>,
    is_stricter: fn(i64, i64) -> bool,
) -> Option<Spanned<Literal>> {
    match (&said, &own) {
        (
            Some(Spanned { value: Literal::Integer(value), .. }),
            Some(Spanned { value: Literal::Integer(bound), .. }),
        ) if !is_stricter(*value, *bound) => own,
        (Some(_), _) => said,
        (None, _) => own,
    }
}

fn choices(body: &FieldBody, kind: ScalarKind) -> Vec<Choice> {
    let choices = body.choices.iter().flat_map(|choices| &choices.value);
    let choice = choices.map(|choice| {
        let value = kept(kind, choice.value.clone());
        let label = choice.label.clone().unwrap_or_else(|| words(&value.value));
        Choice { value, label }
    });
    choice.collect()
}

/// A value as people read it.
pub(super) fn words(value: &Literal) -> String {
    match value {
        Literal::Boolean(value) => value.to_string(),
        Literal::Integer(value) => value.to_string(),
        Literal::Float(value) => value.to_string(),
        Literal::Text(text) | Literal::Json(text) => text.clone(),
    }
}

fn length_out_of_range(length: &Spanned<i64>) -> Diagnostic {
    Diagnostic::at(Code::LengthOutOfRange, length.span, format!("`max_length` cannot be {}", length.value))
        .label(format!("expected 1 to {LENGTH_MAX}"))
        .help("write `type: text` for text of any length")
}

fn digits_missing(draft: &DraftField<'_>, type_: &Spanned<FieldType>) -> Diagnostic {
    let message = format!("the decimal `{}` does not say how many digits it has", draft.name.value);
    Diagnostic::at(Code::DecimalShape, type_.span, message)
        .label("exact, so its digits are counted")
        .help("add `max_digits:` (all digits) and `decimal_places:` (those after the point)")
}

fn digits_out_of_range(key: &str, number: &Spanned<i64>, expected: &str) -> Diagnostic {
    Diagnostic::at(Code::DecimalShape, number.span, format!("`{key}` cannot be {}", number.value))
        .label(format!("expected {expected}"))
}
