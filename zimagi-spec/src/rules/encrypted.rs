//! Encrypted fields: the database holds bytes that nobody can compare.

use crate::descriptor::{ScalarKind, Storage};
use crate::diagnostic::{Code, Diagnostic};
use crate::resolve::{Field, FieldKind, Identifier, Model};
use crate::source::Spanned;

use super::context::Context;

pub(super) fn holds_text_or_json(cx: &mut Context<'_>) {
    for field in cx.models().flat_map(sealed) {
        let is_fit =
            matches!(field.kind, FieldKind::Scalar(ScalarKind::String { .. } | ScalarKind::Text | ScalarKind::Json(_)));
        if !is_fit {
            cx.report(wrong_kind(field));
        } else if !field.limits.choices.is_empty() {
            cx.report(few_values(field));
        }
    }
}

pub(super) fn is_never_compared(cx: &mut Context<'_>) {
    for model in cx.models() {
        for field in sealed(model) {
            if let Some((key, place)) = uses(model).into_iter().find(|(_, name)| name.value == field.name.value) {
                cx.report(compared(field, key, place));
            }
        }
    }
}

fn sealed(model: &Model) -> impl Iterator<Item = &Field> {
    model.fields.values().filter(|field| field.storage == Storage::Sealed)
}

/// Everything that compares values of fields, with the key that says so. A key stands before the sets that follow from it.
fn uses(model: &Model) -> Vec<(&'static str, &Spanned<String>)> {
    let (key, names) = match &model.identifier {
        Identifier::Field(name) => ("id", std::slice::from_ref(name)),
        Identifier::Hash(names) | Identifier::LegacyHash(names) => ("id_fields", names.as_slice()),
    };
    let identifier = names.iter().map(move |name| (key, name));
    let key = model.key.iter().map(|name| ("key", name));
    let ordering = model.ordering.iter().map(|step| ("ordering", &step.field));
    let unique = model.unique.iter().flatten().map(|name| ("unique", name));
    let indexes = model.indexes.iter().flatten().map(|step| ("index", &step.field));
    identifier.chain(key).chain(ordering).chain(unique).chain(indexes).collect()
}

fn wrong_kind(field: &Field) -> Diagnostic {
    Diagnostic::at(Code::EncryptedUnfit, field.name.span, format!("`{}` cannot be encrypted", field.name.value))
        .label("holds neither text nor JSON")
        .help("write it as `string`, `text` or `json`, or remove `encrypted`")
}

fn few_values(field: &Field) -> Diagnostic {
    Diagnostic::at(Code::EncryptedUnfit, field.name.span, format!("`{}` cannot be encrypted", field.name.value))
        .label("has `choices`, so that there is little to keep secret")
        .help("remove `choices` or `encrypted`")
}

fn compared(field: &Field, key: &str, place: &Spanned<String>) -> Diagnostic {
    let message = format!("`{}` is encrypted and cannot be named by `{key}`", field.name.value);
    Diagnostic::at(Code::EncryptedUnfit, place.span, message)
        .label("would need its values compared")
        .with_other(field.name.span, "encrypted")
        .help(format!("leave it out of `{key}`, or remove `encrypted`"))
}
