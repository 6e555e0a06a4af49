//! Keys that name fields of the model itself; its order may also name those of the model that it extends.

use crate::resolve::{Identifier, Model, lineage, unknown_field};
use crate::source::Spanned;

use super::context::Context;

pub(super) fn key_is_declared(cx: &mut Context<'_>) {
    let is_identifier =
        |model: &Model, key: &Spanned<String>| matches!(&model.identifier, Identifier::Field(field) if field == key);
    for model in cx.whole_models() {
        let key = model.key.iter().filter(|key| !is_identifier(model, key));
        check(cx, model, "key", key);
    }
}

pub(super) fn identifier_is_declared(cx: &mut Context<'_>) {
    for model in cx.whole_models() {
        match &model.identifier {
            Identifier::Field(field) => check(cx, model, "id", [field]),
            Identifier::Hash(fields) | Identifier::LegacyHash(fields) => check(cx, model, "id_fields", fields),
        }
    }
}

pub(super) fn ordering_is_declared(cx: &mut Context<'_>) {
    for model in cx.whole_models() {
        let line = lineage(&cx.resolved.models, model);
        let is_inherited = |name: &str| line[1..].iter().any(|one| one.fields.contains_key(name));
        let own = model.ordering.iter().map(|step| &step.field).filter(|name| !is_inherited(&name.value));
        check(cx, model, "ordering", own);
    }
}

/// The key and `unique` fields are among the unique sets; an unknown key was reported as such.
pub(super) fn unique_is_declared(cx: &mut Context<'_>) {
    for model in cx.whole_models() {
        let is_other = |name: &&Spanned<String>| model.key.as_ref() != Some(*name) && !model.scope.contains(name);
        check(cx, model, "unique", model.unique.iter().flatten().filter(is_other));
    }
}

pub(super) fn index_is_declared(cx: &mut Context<'_>) {
    for model in cx.whole_models() {
        let is_other = |name: &&Spanned<String>| model.ordering.iter().all(|step| step.field != **name);
        check(cx, model, "index", model.indexes.iter().flatten().map(|step| &step.field).filter(is_other));
    }
}

pub(super) fn scope_is_declared(cx: &mut Context<'_>) {
    for model in cx.whole_models() {
        check(cx, model, "scope", &model.scope);
    }
}

fn check<'n>(cx: &mut Context<'_>, model: &Model, key: &str, names: impl IntoIterator<Item = &'n Spanned<String>>) {
    let is_known = |name: &str| model.fields.contains_key(name) || model.links.contains_key(name);
    for name in names.into_iter().filter(|name| !is_known(&name.value)) {
        cx.report(unknown_field(&model.name.value, name, &format!("named by `{key}`"), model.fields.values()));
    }
}
