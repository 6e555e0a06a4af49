//! Data models behind a plugin (`meta.provider_name`): the plugin exists, and records have a place for its settings.

use crate::diagnostic::{Code, Diagnostic, Suggestion};
use crate::resolve::{Model, PartKind};
use crate::source::Spanned;

use super::context::Context;

/// The fields of the mixin `provider`.
const FIELDS: &[&str] = &["provider_type", "variables"];

pub(super) fn plugins_exist(cx: &mut Context<'_>) {
    let parts = cx.resolved.parts.iter().map(|part| &part.document).filter(|part| part.kind == PartKind::Plugin);
    let known: Vec<_> = parts.map(|part| part.name.value.as_str()).collect();
    for (_, name) in named(cx) {
        if !known.contains(&name.value.as_str()) && !cx.resolved.reported.has_lost_files {
            cx.report(unknown(name, known.clone()));
        }
    }
}

pub(super) fn settings_are_kept(cx: &mut Context<'_>) {
    for (model, name) in named(cx) {
        if FIELDS.iter().any(|field| !model.fields.contains_key(*field)) {
            cx.report(without_fields(model, name));
        }
    }
}

fn named<'a>(cx: &Context<'a>) -> Vec<(&'a Model, &'a Spanned<String>)> {
    cx.whole_models().filter_map(|model| Some((model, model.provider_name.as_ref()?))).collect()
}

fn unknown(name: &Spanned<String>, known: Vec<&str>) -> Diagnostic {
    Diagnostic::at(Code::UnknownPlugin, name.span, format!("unknown plugin `{}`", name.value))
        .label("not declared")
        .help_if(Suggestion { what: "plugins", known }.text(&name.value))
}

fn without_fields(model: &Model, name: &Spanned<String>) -> Diagnostic {
    let message = format!("records of `{}` cannot say which `{}` they have", model.name.value, name.value);
    Diagnostic::at(Code::ProviderMixin, name.span, message)
        .label("needs the fields `provider_type` and `variables`")
        .help("add `mixins: [provider]` to the data model")
}
