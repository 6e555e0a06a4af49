//! Which options have a meaning for which fields.

use crate::descriptor::{JsonShape, ScalarKind};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::document::FieldBody;
use crate::source::{Span, Spanned};

use super::draft::DraftField;

const VALUE: &[&str] = &["null", "default", "choices", "encrypted", "unique", "index", "primary_key", "db_column"];
const RELATION: &[&str] =
    &["null", "default", "unique", "index", "primary_key", "db_column", "to_field", "on_delete", "related_name"];
const LINK: &[&str] = &["null", "related_name", "through"];

/// Reports what has no meaning for a value of a kind.
pub(super) fn check_value(draft: &DraftField<'_>, kind: ScalarKind, diagnostics: &mut Diagnostics) {
    let more: &[&str] = match kind {
        ScalarKind::String { .. } => &["max_length"],
        ScalarKind::Integer | ScalarKind::Float => &["min", "max"],
        ScalarKind::Decimal { .. } => &["min", "max", "max_digits", "decimal_places"],
        _ => &[],
    };
    let is_json = matches!(kind, ScalarKind::Json(_));
    let is_known =
        |option: &str| (VALUE.contains(&option) && !(is_json && option == "choices")) || more.contains(&option);
    for (option, span) in said(draft.body).into_iter().filter(|(option, _)| !is_known(option)) {
        let what = if RELATION.contains(&option) || LINK.contains(&option) { "a plain field" } else { "this type" };
        diagnostics.push(unfit(draft, option, span, what));
    }
    if let ScalarKind::Json(shape @ (JsonShape::List | JsonShape::Dict)) = kind {
        check_forced(draft, shape, diagnostics);
    }
}

/// Reports what has no meaning for a foreign key.
pub(super) fn check_relation(draft: &DraftField<'_>, diagnostics: &mut Diagnostics) {
    for (option, span) in said(draft.body).into_iter().filter(|(option, _)| !RELATION.contains(option)) {
        diagnostics.push(unfit(draft, option, span, "a relation"));
    }
}

/// Reports what has no meaning for a many-to-many relation.
pub(super) fn check_link(draft: &DraftField<'_>, diagnostics: &mut Diagnostics) {
    for (option, span) in said(draft.body).into_iter().filter(|(option, _)| !LINK.contains(option)) {
        diagnostics.push(unfit(draft, option, span, "a many-to-many relation"));
    }
    if let Some(null) = draft.body.null.as_ref().filter(|null| null.value) {
        diagnostics.push(forced(draft, "null", null.span, "without a record it is empty"));
    }
}

/// The original sets null and default of lists and dicts itself.
fn check_forced(draft: &DraftField<'_>, shape: JsonShape, diagnostics: &mut Diagnostics) {
    let empty = empty(shape);
    if let Some(null) = draft.body.null.as_ref().filter(|null| null.value) {
        diagnostics.push(forced(draft, "null", null.span, &format!("never null, `{empty}` without a value")));
    }
    let default =
        draft.body.default.as_ref().filter(|default| {
            default.value.as_ref().is_some_and(|value| *value != super::Literal::Json(empty.to_owned()))
        });
    if let Some(default) = default {
        diagnostics.push(forced(draft, "default", default.span, &format!("always `{empty}` without a value")));
    }
}

/// The value of a list or dict without one.
pub(super) const fn empty(shape: JsonShape) -> &'static str {
    match shape {
        JsonShape::List => "[]",
        JsonShape::Dict => "{}",
        JsonShape::Any => "null",
    }
}

/// The options that are said, `default: null` and what is false aside.
fn said(body: &FieldBody) -> Vec<(&'static str, Span)> {
    let is_set =
        |name, option: &Option<Spanned<bool>>| option.as_ref().filter(|one| one.value).map(|one| (name, one.span));
    [
        is_set("null", &body.null),
        body.default.as_ref().filter(|one| one.value.is_some()).map(|one| ("default", one.span)),
        place("max_length", &body.max_length),
        place("max_digits", &body.max_digits),
        place("decimal_places", &body.decimal_places),
        place("min", &body.min),
        place("max", &body.max),
        place("choices", &body.choices),
        is_set("encrypted", &body.encrypted),
        is_set("unique", &body.unique),
        is_set("index", &body.index),
        is_set("primary_key", &body.primary_key),
        place("on_delete", &body.on_delete),
        place("related_name", &body.related_name),
        place("to_field", &body.to_field),
        place("db_column", &body.db_column),
        place("through", &body.through),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn place<T>(name: &'static str, option: &Option<Spanned<T>>) -> Option<(&'static str, Span)> {
    option.as_ref().map(|option| (name, option.span))
}

fn unfit(draft: &DraftField<'_>, option: &str, span: Span, what: &str) -> Diagnostic {
    let message = format!("`{option}` of `{}` does not fit {what}", draft.name.value);
    Diagnostic::at(Code::OptionUnfit, span, message)
        .label("has no meaning here")
        .with_other(draft.name.span, "the field")
        .help(format!("remove `{option}`"))
}

fn forced(draft: &DraftField<'_>, option: &str, span: Span, why: &str) -> Diagnostic {
    let message = format!("`{option}` of `{}` changes nothing", draft.name.value);
    Diagnostic::at(Code::OptionForced, span, message)
        .label(why)
        .with_other(draft.name.span, "the field")
        .help(format!("remove `{option}`"))
}
