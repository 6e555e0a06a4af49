//! Models that extend another: one record in two tables, whose fields have names of their own.

use crate::diagnostic::{Code, Diagnostic};
use crate::resolve::{Model, lineage};
use crate::source::Spanned;

use super::context::Context;
use super::relation::members;

/// The fields that every model has.
const TIMES: [&str; 2] = ["created", "updated"];

pub(super) fn fields_are_not_those_of_the_extended(cx: &mut Context<'_>) {
    for model in cx.whole_models() {
        let line = lineage(&cx.resolved.models, model);
        for name in members(model).filter(|name| !TIMES.contains(&name.value.as_str())) {
            let extended = line[1..].iter();
            let taken = extended
                .filter_map(|one| members(one).find(|other| other.value == name.value).map(|other| (one, other)));
            for (extended, other) in taken.take(1) {
                cx.report(same_field(name, extended, other));
            }
        }
    }
}

/// Longer ways round are cycles of relations.
pub(super) fn nothing_extends_itself(cx: &mut Context<'_>) {
    for model in cx.models() {
        if let Some(extends) = model.extends.as_ref().filter(|extends| extends.model.value == model.name.value) {
            cx.report(extends_itself(&extends.model));
        }
    }
}

fn extends_itself(name: &Spanned<String>) -> Diagnostic {
    Diagnostic::at(Code::InheritanceCycle, name.span, format!("`{}` extends itself", name.value))
        .label("the model itself")
        .help("name another data model, or remove `extend`")
}

fn same_field(name: &Spanned<String>, extended: &Model, other: &Spanned<String>) -> Diagnostic {
    let message = format!("`{}` is a field of `{}`, which is extended", name.value, extended.name.value);
    Diagnostic::at(Code::ExtendedField, name.span, message)
        .label("would be a second field of the name")
        .with_other(other.span, "first field")
        .help("remove it, or give it another name")
}
