//! Defaults and constants fit the kind of what they are for.

use crate::descriptor::{JsonShape, ParameterKind, ScalarKind};
use crate::diagnostic::{Code, Diagnostic};
use crate::resolve::{FieldKind, Literal};
use crate::source::Spanned;

use super::context::Context;

pub(super) fn fits_the_field(cx: &mut Context<'_>) {
    for field in cx.models().flat_map(|model| model.fields.values()) {
        if let (FieldKind::Scalar(kind), Some(default)) = (&field.kind, &field.default) {
            check(cx, &field.name, *kind, default);
        }
    }
}

pub(super) fn fits_the_parameter(cx: &mut Context<'_>) {
    for parameter in cx.resolved.commands.values().flat_map(|command| command.parameters.values()) {
        let Some(default) = &parameter.default else { continue };
        let kind = match parameter.kind {
            ParameterKind::Flag => ScalarKind::Boolean,
            ParameterKind::One(kind) | ParameterKind::Many(kind) => kind,
        };
        check(cx, &parameter.name, kind, default);
    }
}

/// Reports a constant that does not fit.
pub(super) fn check(cx: &mut Context<'_>, name: &Spanned<String>, kind: ScalarKind, value: &Spanned<Literal>) {
    if let Some(expected) = misfit(kind, &value.value) {
        cx.report(
            Diagnostic::at(Code::DefaultUnfit, value.span, format!("the value does not fit `{}`", name.value))
                .label(format!("expected {expected}"))
                .with_other(name.span, "what it is for"),
        );
    }
}

/// What was expected, if the value does not fit.
fn misfit(kind: ScalarKind, value: &Literal) -> Option<String> {
    let is_fit = match (kind, value) {
        (ScalarKind::Boolean, Literal::Boolean(_)) | (ScalarKind::Integer, Literal::Integer(_)) => true,
        (ScalarKind::Float, Literal::Integer(_) | Literal::Float(_)) | (ScalarKind::Text, Literal::Text(_)) => true,
        (ScalarKind::String { max_length }, Literal::Text(text)) => text.chars().count() <= max_length as usize,
        (ScalarKind::Date, Literal::Text(text)) => is_date(text),
        (ScalarKind::DateTime, Literal::Text(text)) => is_moment(text),
        (ScalarKind::Identifier, Literal::Text(text)) => {
            text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
        }
        _ => false,
    };
    (!is_fit).then(|| expected(kind))
}

fn expected(kind: ScalarKind) -> String {
    match kind {
        ScalarKind::String { max_length } => {
            format!("text of at most {max_length} characters; quote what looks like a number")
        }
        ScalarKind::Text => "text; quote what looks like a number".to_owned(),
        ScalarKind::Integer => "a whole number of 64 bits".to_owned(),
        ScalarKind::Float => "a number".to_owned(),
        ScalarKind::Boolean => "`true` or `false`".to_owned(),
        ScalarKind::Date => "a day like `2013-01-31`".to_owned(),
        ScalarKind::DateTime => "a moment like `2013-01-31T05:00:00Z`".to_owned(),
        ScalarKind::Identifier => "64 hexadecimal digits".to_owned(),
        ScalarKind::Decimal { digits, places } => format!("a decimal of {digits} digits, {places} after the point"),
        ScalarKind::Time => "a time of day like `17:00:00`".to_owned(),
        ScalarKind::Duration => "a duration like `PT90S`".to_owned(),
        ScalarKind::Uuid => "a UUID".to_owned(),
        ScalarKind::Binary => "bytes as base64".to_owned(),
        ScalarKind::Json(JsonShape::Any) => "a JSON value".to_owned(),
        ScalarKind::Json(JsonShape::List) => "a list".to_owned(),
        ScalarKind::Json(JsonShape::Dict) => "a mapping".to_owned(),
    }
}

fn is_date(text: &str) -> bool {
    let parts: Vec<_> = text.split('-').map(number).collect();
    let [Some((4, year)), Some((2, month)), Some((2, day))] = parts[..] else { return false };
    (1..=12).contains(&month) && (1..=days(year, month)).contains(&day)
}

fn days(year: u32, month: u32) -> u32 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// `2013-01-31T05:00:00`, with a fraction of up to six digits and `Z` if wished: times are UTC.
fn is_moment(text: &str) -> bool {
    let Some((date, time)) = text.strip_suffix('Z').unwrap_or(text).split_once(['T', ' ']) else { return false };
    let (time, fraction) = time.split_once('.').unwrap_or((time, "0"));
    let parts: Vec<_> = time.split(':').map(number).collect();
    let [Some((2, hour)), Some((2, minute)), Some((2, second))] = parts[..] else { return false };
    let is_fraction = (1..=6).contains(&fraction.len()) && number(fraction).is_some();
    is_date(date) && hour < 24 && minute < 60 && second < 60 && is_fraction
}

/// The digits' count and value.
fn number(text: &str) -> Option<(usize, u32)> {
    let is_digits = text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_digits).map(|value| (text.len(), value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_moments_are_those_of_the_calendar() {
        assert!(is_date("2012-02-29") && !is_date("2013-02-29") && !is_date("2013-1-1"));
        assert!(is_moment("2013-01-31T05:00:00Z") && is_moment("2013-01-31 05:00:00.25"));
        assert!(!is_moment("2013-01-31") && !is_moment("2013-01-31T24:00:00Z"));
    }
}
