//! Limits: bounds and choices fit their field, and leave a value that is legal.

use std::cmp::Ordering;

use crate::descriptor::ScalarKind;
use crate::diagnostic::{Code, Diagnostic};
use crate::names::Database;
use crate::resolve::{Field, FieldKind, Literal, expected, fitted};
use crate::source::Spanned;

use super::context::Context;

/// The most digits of a decimal on SQLite, where it is a whole number of 64 bits.
const SQLITE_DIGITS: u8 = 18;

pub(super) fn bounds_fit(cx: &mut Context<'_>) {
    for (field, kind) in values(cx) {
        let limits = &field.limits;
        for bound in [&limits.min, &limits.max].into_iter().flatten() {
            super::default::check(cx, &field.name, kind, bound);
        }
        if let (Some(min), Some(max)) = (&limits.min, &limits.max)
            && compared(&min.value, &max.value) == Some(Ordering::Greater)
        {
            cx.report(empty_range(field, min, max));
        }
    }
}

pub(super) fn choices_fit(cx: &mut Context<'_>) {
    for (field, kind) in values(cx) {
        for choice in &field.limits.choices {
            if fitted(kind, &choice.value.value).is_none() {
                cx.report(choice_unfit(field, &choice.value, &format!("expected {}", expected(kind))));
            } else if !is_within(field, &choice.value.value) {
                cx.report(choice_unfit(field, &choice.value, "is not between `min` and `max`"));
            }
        }
    }
}

pub(super) fn default_is_legal(cx: &mut Context<'_>) {
    for (field, kind) in values(cx) {
        let Some(default) = field.default.as_ref().filter(|one| fitted(kind, &one.value).is_some()) else { continue };
        let choices = &field.limits.choices;
        if !choices.is_empty() && choices.iter().all(|choice| choice.value.value != default.value) {
            cx.report(default_outside(field, default, "is not among `choices`"));
        } else if !is_within(field, &default.value) {
            cx.report(default_outside(field, default, "is not between `min` and `max`"));
        }
    }
}

pub(super) fn decimals_fit(cx: &mut Context<'_>) {
    if !cx.target.databases.contains(&Database::Sqlite) {
        return;
    }
    for (field, kind) in values(cx) {
        if let ScalarKind::Decimal { digits, .. } = kind
            && digits > SQLITE_DIGITS
        {
            cx.report(too_many_digits(field, digits));
        }
    }
}

/// All plain fields, each once per model.
fn values<'a>(cx: &Context<'a>) -> Vec<(&'a Field, ScalarKind)> {
    let fields = cx.models().flat_map(|model| model.fields.values());
    let scalar = fields.filter_map(|field| match field.kind {
        FieldKind::Scalar(kind) => Some((field, kind)),
        FieldKind::Relation(_) => None,
    });
    scalar.collect()
}

fn is_within(field: &Field, value: &Literal) -> bool {
    let compare = |bound: &Option<Spanned<Literal>>| bound.as_ref().and_then(|bound| compared(value, &bound.value));
    compare(&field.limits.min) != Some(Ordering::Less) && compare(&field.limits.max) != Some(Ordering::Greater)
}

/// The order of two numbers of one kind; decimals are text with the same places.
fn compared(left: &Literal, right: &Literal) -> Option<Ordering> {
    match (left, right) {
        (Literal::Integer(left), Literal::Integer(right)) => Some(left.cmp(right)),
        (Literal::Text(left), Literal::Text(right)) => Some(scaled(left)?.cmp(&scaled(right)?)),
        _ => number(left)?.partial_cmp(&number(right)?),
    }
}

fn scaled(decimal: &str) -> Option<i128> {
    decimal.replace('.', "").parse().ok()
}

fn number(value: &Literal) -> Option<f64> {
    match value {
        Literal::Integer(number) => number.to_string().parse().ok(),
        Literal::Float(number) => Some(*number),
        Literal::Boolean(_) | Literal::Text(_) | Literal::Json(_) => None,
    }
}

fn empty_range(field: &Field, min: &Spanned<Literal>, max: &Spanned<Literal>) -> Diagnostic {
    let message = format!("`min` of `{}` is above `max`", field.name.value);
    Diagnostic::at(Code::EmptyRange, min.span, message)
        .label("the smallest value")
        .with_other(max.span, "the largest value")
        .help("exchange them, or remove one")
}

fn choice_unfit(field: &Field, choice: &Spanned<Literal>, why: &str) -> Diagnostic {
    Diagnostic::at(Code::ChoiceUnfit, choice.span, format!("the choice does not fit `{}`", field.name.value))
        .label(why)
        .with_other(field.name.span, "what it is for")
}

fn default_outside(field: &Field, default: &Spanned<Literal>, why: &str) -> Diagnostic {
    Diagnostic::at(Code::DefaultOutside, default.span, format!("the default of `{}` is not legal", field.name.value))
        .label(why)
        .with_other(field.name.span, "the field")
        .help("choose another default, or allow this value")
}

fn too_many_digits(field: &Field, digits: u8) -> Diagnostic {
    let message = format!("the decimal `{}` has {digits} digits, too many for sqlite", field.name.value);
    Diagnostic::at(Code::DecimalShape, field.name.span, message)
        .label(format!("at most {SQLITE_DIGITS} are exact there"))
        .help(format!("write `max_digits: {SQLITE_DIGITS}`, or leave `sqlite` out of `databases`"))
}
