//! Rust names.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic};
use crate::names::{is_rust_keyword, rust_ident, type_name};
use crate::resolve::{FieldKind, Model};
use crate::source::{Span, Spanned};

use super::context::Context;

pub(super) fn class_is_a_type_name(cx: &mut Context<'_>) {
    for model in cx.models() {
        let name = model.type_name.value.as_str();
        let is_begun = name.starts_with(|c: char| c.is_ascii_uppercase());
        let is_word = name.chars().all(|c| c.is_ascii_alphanumeric());
        if !(is_begun && is_word) && model.type_name.span != model.name.span || is_rust_keyword(name) {
            cx.report(bad_type_name(&model.type_name));
        }
    }
}

pub(super) fn type_names_are_distinct(cx: &mut Context<'_>) {
    let mut seen: BTreeMap<&str, &Model> = BTreeMap::new();
    for model in cx.models() {
        if let Some(first) = seen.get(model.type_name.value.as_str()) {
            cx.report(same_type_name(model, first));
        } else {
            seen.insert(&model.type_name.value, model);
        }
    }
}

/// Fields of one record, steps of one path, parameters of one command and words of one group are apart in Rust too.
pub(super) fn names_are_distinct(cx: &mut Context<'_>) {
    for model in cx.models() {
        let record = model.fields.values().map(|field| match field.kind {
            FieldKind::Scalar(_) => (&field.name, field.name.value.clone()),
            FieldKind::Relation(_) => (&field.name, field.column.clone()),
        });
        check(cx, record);
        check(cx, model.fields.values().map(|field| (&field.name, field.name.value.clone())));
    }
    for command in cx.resolved.commands.values() {
        check(cx, command.parameters.values().map(|parameter| (&parameter.name, parameter.name.value.clone())));
    }
    let models: Vec<_> = cx.models().map(|model| (&model.name, model.name.value.clone())).collect();
    check(cx, models.into_iter());
}

fn check<'n>(cx: &mut Context<'_>, names: impl Iterator<Item = (&'n Spanned<String>, String)>) {
    let mut seen: BTreeMap<String, &Spanned<String>> = BTreeMap::new();
    for (name, word) in names {
        let ident = rust_ident(&word);
        match seen.get(&ident) {
            Some(first) if first.value != name.value => cx.report(same_rust_name(name, first.span, &ident)),
            Some(_) => {}
            None => {
                seen.insert(ident, name);
            }
        }
    }
}

fn bad_type_name(name: &Spanned<String>) -> Diagnostic {
    Diagnostic::at(Code::BadTypeName, name.span, format!("`{}` is no Rust type name", name.value))
        .label("expected letters and digits, a capital first")
        .help(format!("write `{}`", type_name(&name.value)))
}

fn same_type_name(model: &Model, first: &Model) -> Diagnostic {
    let name = &model.type_name;
    let message = format!("two data models have the Rust type name `{}`", name.value);
    Diagnostic::at(Code::SameTypeName, name.span, message)
        .label("second")
        .with_other(first.type_name.span, "first")
        .help("add `class:` with another name to one of them")
}

fn same_rust_name(name: &Spanned<String>, first: Span, ident: &str) -> Diagnostic {
    Diagnostic::at(Code::SameRustName, name.span, format!("`{}` becomes `{ident}` in Rust, as another name does", name.value))
        .label("second")
        .with_other(first, "first")
        .help("rename one of them")
}
