//! Rust names.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic};
use crate::names::{is_rust_keyword, is_used_by_generated_code, rust_ident, type_name};
use crate::resolve::{Command, Model};
use crate::source::Spanned;

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

pub(super) fn type_names_hide_nothing(cx: &mut Context<'_>) {
    for model in cx.models().filter(|model| is_used_by_generated_code(&model.type_name.value)) {
        let name = &model.type_name;
        cx.report(hides_rust(name, &name.value, &format!("add `class: {}Record` to the data model", name.value)));
    }
    for command in cx.resolved.commands.values() {
        let last = command.path.last().expect("a command has a word");
        let name = type_name(&last.value);
        if is_used_by_generated_code(&name) {
            cx.report(hides_rust(last, &name, "give the command another word, such as a verb"));
        }
    }
}

/// Each command has a file and a module of its own, and a struct for its parameters beside those of its group.
pub(super) fn commands_are_distinct(cx: &mut Context<'_>) {
    let mut seen: BTreeMap<String, &Command> = BTreeMap::new();
    for command in cx.resolved.commands.values() {
        let words: Vec<_> = command.path.iter().map(|word| rust_ident(&word.value)).collect();
        let (last, group) = words.split_last().expect("a command has a word");
        for ident in [words.join("_"), format!("{}::{}", group.join("::"), type_name(last))] {
            match seen.get(&ident) {
                Some(first) => cx.report(same_rust_name(command, first, ident.trim_start_matches(':'))),
                None => {
                    seen.insert(ident, command);
                }
            }
        }
    }
}

fn bad_type_name(name: &Spanned<String>) -> Diagnostic {
    Diagnostic::at(Code::BadTypeName, name.span, format!("`{}` is no Rust type name", name.value))
        .label("expected letters and digits, a capital first")
        .help(format!("write `{}`", type_name(&name.value)))
}

fn hides_rust(place: &Spanned<String>, name: &str, edit: &str) -> Diagnostic {
    Diagnostic::at(Code::HidesRust, place.span, format!("the Rust type `{name}` would hide Rust's own"))
        .label("generated code needs both")
        .help(edit)
}

fn same_type_name(model: &Model, first: &Model) -> Diagnostic {
    let name = &model.type_name;
    let message = format!("two data models have the Rust type name `{}`", name.value);
    Diagnostic::at(Code::SameTypeName, name.span, message)
        .label("second")
        .with_other(first.type_name.span, "first")
        .help("add `class:` with another name to one of them")
}

fn same_rust_name(command: &Command, first: &Command, ident: &str) -> Diagnostic {
    let place = |command: &Command| command.path.last().expect("a command has a word").span;
    Diagnostic::at(Code::SameRustName, place(command), format!("two commands become `{ident}` in Rust"))
        .label("second")
        .with_other(place(first), "first")
        .help("rename one of them")
}
