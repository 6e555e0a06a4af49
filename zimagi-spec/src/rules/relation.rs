//! Relations.

use std::collections::BTreeMap;

use crate::descriptor::OnDelete;
use crate::diagnostic::{Code, Diagnostic, Suggestion};
use crate::resolve::{Field, FieldKind, Identifier, Model, Relation};
use crate::source::{Span, Spanned};

use super::context::Context;

pub(super) fn target_exists(cx: &mut Context<'_>) {
    let targets = cx.models().flat_map(relations).map(|(_, _, relation)| &relation.target);
    let of_links = cx.models().flat_map(|model| model.links.values()).map(|link| &link.target);
    for target in targets.chain(of_links) {
        if cx.is_model_missing(&target.value) {
            let known = cx.model_names();
            cx.report(unknown_model(target, known));
        }
    }
}

pub(super) fn set_null_needs_null(cx: &mut Context<'_>) {
    for (_, field, relation) in cx.models().flat_map(relations) {
        if relation.on_delete == OnDelete::SetNull && !field.is_nullable {
            cx.report(set_null_without_null(field));
        }
    }
}

pub(super) fn set_default_needs_default(cx: &mut Context<'_>) {
    for (_, field, relation) in cx.models().flat_map(relations) {
        if relation.on_delete == OnDelete::SetDefault && field.default.is_none() {
            cx.report(set_default_without_default(field));
        }
    }
}

/// A relation stores the identifier of its target, whatever else is unique there.
pub(super) fn stores_the_identifier(cx: &mut Context<'_>) {
    for (_, _, relation) in cx.models().flat_map(relations) {
        let Some(named) = &relation.to_field else { continue };
        let Some(target) = cx.resolved.models.get(&relation.target.value) else { continue };
        let identifier = match &target.identifier {
            Identifier::Field(field) => field.value.as_str(),
            Identifier::Hash(_) | Identifier::LegacyHash(_) => "id",
        };
        if named.value != identifier {
            cx.report(other_field(named, target, identifier));
        }
    }
}

pub(super) fn scope_is_a_relation(cx: &mut Context<'_>) {
    for model in cx.models() {
        for name in &model.scope {
            let is_scalar = |field: &&Field| matches!(field.kind, FieldKind::Scalar(_));
            if let Some(field) = model.fields.get(&name.value).filter(is_scalar) {
                cx.report(scope_not_relation(name, field));
            }
        }
    }
}

/// In a path a step is a field or a reverse relation, never both.
pub(super) fn accessors_are_distinct(cx: &mut Context<'_>) {
    for model in cx.models() {
        let mut taken: BTreeMap<&str, Span> = members(model).map(|name| (name.value.as_str(), name.span)).collect();
        for reverse in &model.reverse {
            match taken.get(reverse.name.value.as_str()) {
                Some(first) => cx.report(same_accessor(model, &reverse.name, *first)),
                None => {
                    taken.insert(&reverse.name.value, reverse.name.span);
                }
            }
        }
    }
}

/// Tables are created one after the other, each with its foreign keys; a record may refer to its own kind if it need not.
pub(super) fn relations_form_no_cycle(cx: &mut Context<'_>) {
    let mut done = Vec::new();
    for model in cx.models() {
        visit(cx, model, &mut Vec::new(), &mut done);
    }
    for (model, field, relation) in cx.models().flat_map(relations) {
        let is_pointer = model.extends.as_ref().is_some_and(|extends| extends.pointer == field.name.value);
        if relation.target.value == model.name.value && !field.is_nullable && !is_pointer {
            cx.report(requires_itself(field));
        }
    }
}

fn visit<'a>(cx: &mut Context<'a>, model: &'a Model, above: &mut Vec<&'a str>, done: &mut Vec<&'a str>) {
    let name = model.name.value.as_str();
    if done.contains(&name) {
        return;
    }
    above.push(name);
    let is_needed = |field: &Field, relation: &Relation| !field.is_nullable && relation.target.value != name;
    for (_, field, relation) in relations(model).filter(|(_, field, relation)| is_needed(field, relation)) {
        let target = relation.target.value.as_str();
        match above.iter().position(|one| *one == target) {
            Some(start) => cx.report(cycle(field, &above[start..], target)),
            None => {
                if let Some(next) = cx.resolved.models.get(target) {
                    visit(cx, next, above, done);
                }
            }
        }
    }
    above.pop();
    done.push(name);
}

/// The names of all fields and links.
pub(super) fn members(model: &Model) -> impl Iterator<Item = &Spanned<String>> {
    model.fields.values().map(|field| &field.name).chain(model.links.values().map(|link| &link.name))
}

/// The relations of a model with their fields.
pub(super) fn relations(model: &Model) -> impl Iterator<Item = (&Model, &Field, &Relation)> {
    model.fields.values().filter_map(move |field| match &field.kind {
        FieldKind::Relation(relation) => Some((model, field, relation)),
        FieldKind::Scalar(_) => None,
    })
}

pub(super) fn unknown_model(name: &Spanned<String>, known: Vec<&str>) -> Diagnostic {
    Diagnostic::at(Code::UnknownModel, name.span, format!("unknown data model `{}`", name.value))
        .label("not declared")
        .help_if(Suggestion { what: "data models", known }.text(&name.value))
}

fn set_null_without_null(field: &Field) -> Diagnostic {
    let name = &field.name;
    let message = format!("`{}` becomes null on delete and cannot be null", name.value);
    Diagnostic::at(Code::SetNullWithoutNull, name.span, message)
        .label("`on_delete: set_null`")
        .help("add `null: true`, or write `on_delete: cascade` or `on_delete: protect`")
}

fn set_default_without_default(field: &Field) -> Diagnostic {
    let message = format!("`{}` becomes its default on delete and has none", field.name.value);
    Diagnostic::at(Code::SetDefaultWithoutDefault, field.name.span, message)
        .label("`on_delete: set_default`")
        .help("add `default:` with the identifier of a record, or choose another `on_delete`")
}

fn other_field(named: &Spanned<String>, target: &Model, identifier: &str) -> Diagnostic {
    let message = format!("`{}` is not the identifier of `{}`", named.value, target.name.value);
    Diagnostic::at(Code::ToField, named.span, message)
        .label("a relation stores the identifier")
        .with_other(target.name.span, format!("is identified by `{identifier}`"))
        .help(format!("remove `to_field`, or make `{}` the identifier there", named.value))
}

fn scope_not_relation(name: &Spanned<String>, field: &Field) -> Diagnostic {
    Diagnostic::at(Code::ScopeNotRelation, name.span, format!("the scope `{}` is not a relation", name.value))
        .label("named by `scope`")
        .with_other(field.name.span, "a plain field")
        .help("name a relation; `unique` makes any fields unique together")
}

fn same_accessor(model: &Model, name: &Spanned<String>, first: Span) -> Diagnostic {
    Diagnostic::at(
        Code::SameAccessor,
        name.span,
        format!("`{}` has something else named `{}`", model.name.value, name.value),
    )
    .label("this relation, seen from the other side")
    .with_other(first, "has the same name")
    .help("add `related_name:` with another name")
}

fn cycle(field: &Field, way: &[&str], target: &str) -> Diagnostic {
    let way: Vec<_> = way.iter().copied().chain([target]).collect();
    Diagnostic::at(Code::RelationCycle, field.name.span, "records need each other in a cycle")
        .label(format!("the way is {}, and the first record could not be created", way.join(" → ")))
        .help("add `null: true` to one of these relations, or put it into a data model of its own")
}

fn requires_itself(field: &Field) -> Diagnostic {
    let message = format!("`{}` must refer to a record of its own kind", field.name.value);
    Diagnostic::at(Code::RelationCycle, field.name.span, message)
        .label("the first record could not be created")
        .help("add `null: true`")
}
