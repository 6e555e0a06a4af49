//! Defaults and constants fit the kind of what they are for.

use crate::descriptor::{ParameterKind, ScalarKind};
use crate::diagnostic::{Code, Diagnostic};
use crate::resolve::{FieldKind, Literal, expected, fitted, listed};
use crate::source::Spanned;

use super::context::Context;

pub(super) fn fits_the_field(cx: &mut Context<'_>) {
    for field in cx.models().flat_map(|model| model.fields.values()) {
        let kind = match &field.kind {
            FieldKind::Scalar(kind) => *kind,
            FieldKind::Relation(relation) => relation.stored,
        };
        if let Some(default) = &field.default {
            check(cx, &field.name, kind, default);
        }
    }
}

pub(super) fn fits_the_parameter(cx: &mut Context<'_>) {
    for parameter in cx.resolved.commands.values().flat_map(|command| command.parameters.values()) {
        let Some(default) = &parameter.default else { continue };
        if let (ParameterKind::Many(kind), Literal::Json(_)) = (parameter.kind, &default.value) {
            check_list(cx, &parameter.name, kind, default);
            continue;
        }
        let kind = match parameter.kind {
            ParameterKind::Flag => ScalarKind::Boolean,
            ParameterKind::One(kind) | ParameterKind::Many(kind) => kind,
        };
        check(cx, &parameter.name, kind, default);
    }
}

/// A list may have several defaults, each of which fits.
fn check_list(cx: &mut Context<'_>, name: &Spanned<String>, kind: ScalarKind, list: &Spanned<Literal>) {
    for item in listed(&list.value).unwrap_or_else(|| vec![list.value.clone()]) {
        check(cx, name, kind, &Spanned::new(item, list.span));
    }
}

/// Reports a constant that does not fit.
pub(super) fn check(cx: &mut Context<'_>, name: &Spanned<String>, kind: ScalarKind, value: &Spanned<Literal>) {
    if fitted(kind, &value.value).is_none() {
        cx.report(
            Diagnostic::at(Code::DefaultUnfit, value.span, format!("the value does not fit `{}`", name.value))
                .label(format!("expected {}", expected(kind)))
                .with_other(name.span, "what it is for"),
        );
    }
}
