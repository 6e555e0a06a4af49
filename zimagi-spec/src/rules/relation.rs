//! Relations.

use std::collections::BTreeMap;

use crate::descriptor::OnDelete;
use crate::diagnostic::{Code, Diagnostic, Suggestion};
use crate::resolve::{Field, FieldKind, Model, Relation};
use crate::source::{Span, Spanned};

use super::context::Context;

pub(super) fn target_exists(cx: &mut Context<'_>) {
    for (_, _, relation) in cx.models().flat_map(relations) {
        if cx.is_model_missing(&relation.target.value) {
            let known = cx.model_names();
            cx.report(unknown_model(&relation.target, known));
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
        let mut taken: BTreeMap<&str, Span> =
            model.fields.values().map(|field| (field.name.value.as_str(), field.name.span)).collect();
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
        if relation.target.value == model.name.value && !field.is_nullable {
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
    for (_, field, relation) in relations(model).filter(|(_, _, relation)| relation.target.value != name) {
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
    Diagnostic::at(Code::RelationCycle, field.name.span, "relations form a cycle, which is not supported yet")
        .label(format!("the way is {}", way.join(" → ")))
        .help("remove one of these relations, or put it into a data model of its own")
}

fn requires_itself(field: &Field) -> Diagnostic {
    let message = format!("`{}` must refer to a record of its own kind", field.name.value);
    Diagnostic::at(Code::RelationCycle, field.name.span, message)
        .label("the first record could not be created")
        .help("add `null: true`")
}
