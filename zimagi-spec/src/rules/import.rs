//! Imports: what they fill, and how.

use crate::descriptor::{ScalarKind, Writability};
use crate::diagnostic::{Code, Diagnostic};
use crate::resolve::{
    Field, FieldKind, Identifier, Import, ImportRelation, ImportTarget, MapValue, Model, unknown_field,
};
use crate::source::{Span, Spanned};

use super::context::Context;
use super::default;
use super::relation::unknown_model;

pub(super) fn models_exist(cx: &mut Context<'_>) {
    for name in all_targets(cx).map(|(_, target)| &target.model) {
        if cx.is_model_missing(&name.value) {
            let known = cx.model_names();
            cx.report(unknown_model(name, known));
        }
    }
}

/// An import stores many rows of one table at a time.
pub(super) fn models_are_stored_alone(cx: &mut Context<'_>) {
    for (model, target) in targets(cx).collect::<Vec<_>>() {
        if let Some(extends) = &model.extends {
            cx.report(stored_in_two(&target.model, &extends.model));
        }
    }
}

pub(super) fn fields_exist(cx: &mut Context<'_>) {
    for (model, target) in targets(cx).collect::<Vec<_>>() {
        let is_whole = !cx.resolved.reported.models.contains(&model.name.value);
        let missing = named(target).filter(|name| is_whole && !model.fields.contains_key(&name.value));
        for name in missing {
            cx.report(unknown_field(&model.name.value, name, "named by the import", model.fields.values()));
        }
    }
}

/// Values go into plain fields through `map`, references through `relations`; what the platform sets nobody fills.
pub(super) fn fields_are_filled_their_way(cx: &mut Context<'_>) {
    for (model, target) in targets(cx).collect::<Vec<_>>() {
        for name in target.map.iter().map(|map| &map.field) {
            match model.fields.get(&name.value) {
                Some(Field { kind: FieldKind::Relation(_), .. }) => cx.report(relation_in_map(name)),
                Some(field) if field.writability == Writability::System => cx.report(set_by_platform(name)),
                Some(_) | None => {}
            }
        }
        for name in target.relations.iter().map(|relation| &relation.field) {
            if let Some(Field { kind: FieldKind::Scalar(_), .. }) = model.fields.get(&name.value) {
                cx.report(scalar_in_relations(name));
            }
        }
    }
}

pub(super) fn constants_fit(cx: &mut Context<'_>) {
    for (model, target) in targets(cx).collect::<Vec<_>>() {
        for map in &target.map {
            let kind = model.fields.get(&map.field.value).map(|field| &field.kind);
            if let (Some(FieldKind::Scalar(kind)), MapValue::Constant(Some(value))) = (kind, &map.value) {
                default::check(cx, &map.field, *kind, value);
            }
        }
    }
}

/// `data` of a relation is what the relation refers to.
pub(super) fn relations_name_their_target(cx: &mut Context<'_>) {
    for (model, target) in targets(cx).collect::<Vec<_>>() {
        for relation in &target.relations {
            if let Some(FieldKind::Relation(declared)) =
                model.fields.get(&relation.field.value).map(|field| &field.kind)
                && declared.target.value != relation.model.value
            {
                cx.report(other_target(relation, &declared.target));
            }
        }
    }
}

/// A cell finds one record or none.
pub(super) fn key_fields_are_unique(cx: &mut Context<'_>) {
    for (_, target) in targets(cx).collect::<Vec<_>>() {
        for relation in &target.relations {
            let Some(related) = cx.resolved.models.get(&relation.model.value) else { continue };
            let key = &relation.key_field;
            if key.value.is_empty() {
                cx.report(no_key(relation, related));
            } else if !related.fields.contains_key(&key.value) {
                cx.report(unknown_field(&related.name.value, key, "named by `key_field`", related.fields.values()));
            } else if !is_unique(related, &key.value) {
                cx.report(ambiguous(key, related));
            }
        }
    }
}

fn is_unique(model: &Model, field: &str) -> bool {
    let is_only = |set: &Vec<Spanned<String>>| set.len() == 1 && set[0].value == field;
    let is_identifier = match &model.identifier {
        Identifier::Field(name) => name.value == field,
        Identifier::Hash(fields) | Identifier::LegacyHash(fields) => is_only(fields),
    };
    is_identifier || model.unique.iter().any(is_only)
}

/// A field whose name is misspelt is reported as such, and not as missing.
pub(super) fn required_fields_are_filled(cx: &mut Context<'_>) {
    let reported = &cx.resolved.reported;
    let whole = all_targets(cx).filter(|(import, _)| !reported.imports.contains(&import.name.value));
    let known =
        whole.filter_map(|(_, target)| cx.resolved.models.get(&target.model.value).map(|model| (model, target)));
    let spelled = known.filter(|(model, target)| named(target).all(|name| model.fields.contains_key(&name.value)));
    for (model, target) in spelled.collect::<Vec<_>>() {
        for field in model.fields.values().filter(|field| is_required(field)) {
            if named(target).all(|name| name.value != field.name.value) {
                cx.report(incomplete(target.model.span, model, field));
            }
        }
        for map in &target.map {
            let is_null = matches!(map.value, MapValue::Constant(None));
            if let Some(field) = model.fields.get(&map.field.value).filter(|field| is_null && is_required(field)) {
                cx.report(incomplete(map.field.span, model, field));
            }
        }
    }
}

fn is_required(field: &Field) -> bool {
    !field.is_nullable && field.default.is_none() && field.writability != Writability::System
}

fn named(target: &ImportTarget) -> impl Iterator<Item = &Spanned<String>> {
    let relations = target.relations.iter().map(|relation| &relation.field);
    target.map.iter().map(|map| &map.field).chain(relations)
}

fn all_targets<'a>(cx: &Context<'a>) -> impl Iterator<Item = (&'a Import, &'a ImportTarget)> + use<'a> {
    cx.resolved.imports.values().flat_map(|import| import.targets.iter().map(move |target| (import, target)))
}

/// The targets whose model is known.
fn targets<'a>(cx: &Context<'a>) -> impl Iterator<Item = (&'a Model, &'a ImportTarget)> + use<'a> {
    let models = &cx.resolved.models;
    all_targets(cx).filter_map(|(_, target)| models.get(&target.model.value).map(|model| (model, target)))
}

fn relation_in_map(name: &Spanned<String>) -> Diagnostic {
    Diagnostic::at(Code::ImportSide, name.span, format!("`{}` is a relation and stands in `map`", name.value))
        .label("a relation")
        .help(format!("move it: `relations: {{{}: {{column: COLUMN}}}}`", name.value))
}

fn scalar_in_relations(name: &Spanned<String>) -> Diagnostic {
    Diagnostic::at(Code::ImportSide, name.span, format!("`{}` is a plain field and stands in `relations`", name.value))
        .label("a plain field")
        .help(format!("move it: `map: {{{}: COLUMN}}`", name.value))
}

fn set_by_platform(name: &Spanned<String>) -> Diagnostic {
    Diagnostic::at(Code::ImportField, name.span, format!("`{}` is set by the platform only", name.value))
        .label("an import cannot fill it")
        .help("remove it")
}

fn other_target(relation: &ImportRelation, declared: &Spanned<String>) -> Diagnostic {
    let message = format!("`{}` refers to `{}`", relation.field.value, declared.value);
    Diagnostic::at(Code::ImportField, relation.model.span, message)
        .label("another data model")
        .with_other(declared.span, "the relation")
        .help(format!("write `data: {}`, or leave `data` out", declared.value))
}

fn no_key(relation: &ImportRelation, related: &Model) -> Diagnostic {
    let message = format!("`{}` has no key to look records up by", related.name.value);
    Diagnostic::at(Code::AmbiguousKey, relation.field.span, message)
        .label("which field is compared?")
        .help("add `key_field: FIELD` with a field that is unique")
}

fn ambiguous(key: &Spanned<String>, related: &Model) -> Diagnostic {
    let message = format!("`{}` of `{}` does not find one record", key.value, related.name.value);
    let label = if related.key.as_ref().is_some_and(|one| one.value == key.value) && !related.scope.is_empty() {
        "the key is unique within its scope only"
    } else {
        "several records may have the same value"
    };
    Diagnostic::at(Code::AmbiguousKey, key.span, message)
        .label(label)
        .help("name a field that is unique by itself: `key_field: FIELD`")
}

fn incomplete(place: Span, model: &Model, field: &Field) -> Diagnostic {
    let name = &field.name.value;
    let edit = match field.kind {
        FieldKind::Scalar(ScalarKind::Boolean) => format!("map: {{{name}: {{value: false}}}}"),
        FieldKind::Scalar(_) => format!("map: {{{name}: COLUMN}}"),
        FieldKind::Relation(_) => format!("relations: {{{name}: {{column: COLUMN, required: true}}}}"),
    };
    Diagnostic::at(Code::ImportIncomplete, place, format!("the import leaves `{name}` of `{}` empty", model.name.value))
        .label(format!("`{name}` must have a value"))
        .with_other(field.name.span, "the field")
        .help(format!("add `{edit}`, or give the field a `default` or `null: true`"))
}

fn stored_in_two(name: &Spanned<String>, extended: &Spanned<String>) -> Diagnostic {
    let message = format!("an import cannot fill `{}`, which extends `{}`", name.value, extended.value);
    Diagnostic::at(Code::ExtendedImport, name.span, message)
        .label("its records lie in two tables")
        .with_other(extended.span, "said here")
        .help(format!("import `{}`, or write the records by the API or a command", extended.value))
}
