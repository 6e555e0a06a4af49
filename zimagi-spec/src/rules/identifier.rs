//! Identifiers and keys: records are told apart and addressed by them.

use crate::diagnostic::{Code, Diagnostic};
use crate::resolve::{Field, Identifier, Model};
use crate::source::Spanned;

use super::context::Context;

pub(super) fn is_never_null(cx: &mut Context<'_>) {
    for model in cx.models() {
        for (name, what) in addresses(model).filter(|(_, what)| *what != Part::Digest) {
            if let Some(field) = model.fields.get(&name.value).filter(|field| field.is_nullable) {
                cx.report(nullable(model, name, field, what));
            }
        }
    }
}

pub(super) fn is_not_hidden(cx: &mut Context<'_>) {
    for model in cx.models() {
        for (name, what) in addresses(model).filter(|(_, what)| *what != Part::Digest) {
            if let Some(place) = model.hidden.iter().find(|hidden| hidden.value == name.value) {
                cx.report(hidden(model, name, place, what));
            }
        }
    }
}

/// The order of a list tells what the hidden values are. Of an identifier or key that is hidden more was said already.
pub(super) fn ordering_is_not_hidden(cx: &mut Context<'_>) {
    for model in cx.models() {
        let is_address =
            |name: &str| addresses(model).any(|(address, what)| what != Part::Digest && address.value == name);
        for step in model.ordering.iter().filter(|step| !is_address(&step.field.value)) {
            if let Some(place) = model.hidden.iter().find(|hidden| hidden.value == step.field.value) {
                cx.report(hidden_ordering(model, &step.field, place));
            }
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Identifier,
    Digest,
    Key,
}

/// The fields that address a record. A digest may be over fields that are null; null counts as a value of its own.
fn addresses(model: &Model) -> impl Iterator<Item = (&Spanned<String>, Part)> {
    let (identifier, part) = match &model.identifier {
        Identifier::Field(field) => (std::slice::from_ref(field), Part::Identifier),
        Identifier::Hash(fields) | Identifier::LegacyHash(fields) => (fields.as_slice(), Part::Digest),
    };
    let key = model.key.iter().filter(move |key| part != Part::Identifier || key.value != identifier[0].value);
    identifier.iter().map(move |name| (name, part)).chain(key.map(|key| (key, Part::Key)))
}

fn word(part: Part) -> &'static str {
    match part {
        Part::Identifier | Part::Digest => "identifier",
        Part::Key => "key",
    }
}

fn nullable(model: &Model, name: &Spanned<String>, field: &Field, part: Part) -> Diagnostic {
    let message = format!("the {} of `{}` may be null", word(part), model.name.value);
    Diagnostic::at(Code::NullableIdentifier, name.span, message)
        .label("a record without a value could not be addressed")
        .with_other(field.name.span, "may be null")
        .help(format!("remove `null: true` from `{}`", name.value))
}

fn hidden(model: &Model, name: &Spanned<String>, place: &Spanned<String>, part: Part) -> Diagnostic {
    let message = format!("the {} of `{}` is hidden", word(part), model.name.value);
    Diagnostic::at(Code::HiddenIdentifier, place.span, message)
        .label("records are addressed by it")
        .with_other(name.span, format!("the {}", word(part)))
        .help(format!("remove `{}` from `hidden_fields`, or choose another {}", name.value, word(part)))
}

fn hidden_ordering(model: &Model, name: &Spanned<String>, place: &Spanned<String>) -> Diagnostic {
    let message = format!("the order of `{}` shows the hidden field `{}`", model.name.value, name.value);
    Diagnostic::at(Code::HiddenOrdering, name.span, message)
        .label("the order of a list tells the values")
        .with_other(place.span, "hidden here")
        .help("order by another field")
}
