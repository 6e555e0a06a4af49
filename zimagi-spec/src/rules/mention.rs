//! Names in entries that wait for their meaning: what they name exists.

use std::collections::BTreeSet;

use crate::descriptor::{ADMIN, PUBLIC};
use crate::diagnostic::{Code, Diagnostic, Suggestion};
use crate::resolve::{Named, PartDoc, PartKind};
use crate::source::Spanned;

use super::access::undeclared;
use super::context::Context;
use super::relation::unknown_model;

/// Bases of the platform that are no entries.
const BASES: &[&str] = &["action"];

/// Workers that exist always; `none` runs a command in the process that was asked.
const WORKERS: &[&str] = &["default", "none"];

/// Command mixins that many modules list and nobody ever declared.
const NEVER_DECLARED: &[&str] = &["id_resource", "name_resource"];

pub(super) fn command_bases_exist(cx: &mut Context<'_>) {
    let known: Vec<_> = names(cx, PartKind::CommandBase).chain(BASES.iter().copied()).collect();
    for name in mentioned(cx, Named::CommandBase) {
        report_unknown(cx, name, Code::UnknownBase, "command base", "command bases", &known);
    }
}

pub(super) fn command_mixins_exist(cx: &mut Context<'_>) {
    let known: Vec<_> = names(cx, PartKind::CommandMixin).collect();
    for name in mentioned(cx, Named::CommandMixin) {
        if NEVER_DECLARED.contains(&name.value.as_str()) && !known.contains(&name.value.as_str()) {
            cx.report(never_existed(name));
        } else {
            report_unknown(cx, name, Code::UnknownMixin, "command mixin", "command mixins", &known);
        }
    }
}

pub(super) fn plugin_mixins_exist(cx: &mut Context<'_>) {
    let known: Vec<_> = names(cx, PartKind::PluginMixin).collect();
    for name in mentioned(cx, Named::PluginMixin) {
        report_unknown(cx, name, Code::UnknownMixin, "plugin mixin", "plugin mixins", &known);
    }
}

pub(super) fn models_exist(cx: &mut Context<'_>) {
    for name in mentioned(cx, Named::Model) {
        if cx.is_model_missing(&name.value) {
            let known = cx.model_names();
            cx.report(unknown_model(name, known));
        }
    }
}

pub(super) fn roles_are_declared(cx: &mut Context<'_>) {
    let resolved = cx.resolved;
    for role in mentioned(cx, Named::Role) {
        let is_known = [ADMIN, PUBLIC].contains(&role.value.as_str()) || resolved.roles.contains_key(&role.value);
        if !is_known && !resolved.reported.has_lost_files {
            cx.report(undeclared(role, resolved.roles.keys().map(String::as_str).collect()));
        }
    }
}

pub(super) fn workers_exist(cx: &mut Context<'_>) {
    let known: Vec<_> = names(cx, PartKind::Worker).chain(WORKERS.iter().copied()).collect();
    for name in mentioned(cx, Named::Worker) {
        report_unknown(cx, name, Code::UnknownWorker, "worker", "workers", &known);
    }
}

pub(super) fn providers_exist(cx: &mut Context<'_>) {
    for part in parts(cx).collect::<Vec<_>>() {
        for mention in &part.mentions {
            let plugin = match mention.named {
                Named::Provider => part.name.value.as_str(),
                Named::ProviderOf(plugin) => plugin,
                _ => continue,
            };
            let known: Vec<_> = providers(cx, plugin).collect();
            if !known.contains(&mention.name.value.as_str()) && !cx.resolved.reported.has_lost_files {
                cx.report(unknown_provider(&mention.name, plugin, known));
            }
        }
    }
}

pub(super) fn requirements_exist(cx: &mut Context<'_>) {
    for (named, kind) in [(Named::Calculation, PartKind::Calculation), (Named::Service, PartKind::Service)] {
        let known: Vec<_> = names(cx, kind).collect();
        for name in mentioned(cx, named) {
            report_unknown(cx, name, Code::UnknownRequirement, kind.words(), &format!("{}s", kind.words()), &known);
        }
    }
}

/// What a command takes is declared by itself, or by a base or mixin that it inherits from.
pub(super) fn parse_names_parameters(cx: &mut Context<'_>) {
    for part in parts(cx).filter(|part| part.kind == PartKind::Agent).collect::<Vec<_>>() {
        let Some(family) = family(cx, part) else { continue };
        let known: BTreeSet<_> =
            family.iter().flat_map(|one| &one.parameters).map(|name| name.value.as_str()).collect();
        let has_accessors = family.iter().any(|one| one.kind == PartKind::CommandMixin && !one.parts.is_empty());
        for name in part.mentioned(Named::Parameter) {
            let is_made = has_accessors && MADE.iter().any(|ending| name.value.ends_with(ending));
            if !known.contains(name.value.as_str()) && !BUILT_IN.contains(&name.value.as_str()) && !is_made {
                cx.report(unknown_parameter(name, known.iter().copied().collect()));
            }
        }
    }
}

/// Parameters that every command may parse.
const BUILT_IN: &[&str] = &["test", "force", "count", "clear", "search"];

/// How parameters end that mixins make from data models and their relations.
const MADE: &[&str] = &[
    "_id",
    "_key",
    "_keys",
    "_fields",
    "_search",
    "_search_or",
    "_order",
    "_limit",
    "_count",
    "_provider_name",
    "_scope",
    "_relations",
];

/// An entry and all that it inherits from, unless a part of it is not known.
fn family<'a>(cx: &Context<'a>, part: &'a PartDoc) -> Option<Vec<&'a PartDoc>> {
    let mut family = vec![part];
    let mut at = 0;
    while let Some(one) = family.get(at).copied() {
        for mention in &one.mentions {
            let kind = match mention.named {
                Named::CommandBase => PartKind::CommandBase,
                Named::CommandMixin => PartKind::CommandMixin,
                _ => continue,
            };
            let name = mention.name.value.as_str();
            let has_name = |one: &&PartDoc| one.kind == kind && all_names(one).any(|known| known == name);
            match parts(cx).find(has_name) {
                Some(above) if family.iter().any(|known| std::ptr::eq(*known, above)) => {}
                Some(above) => family.push(above),
                None if BASES.contains(&name) || NEVER_DECLARED.contains(&name) => {}
                None => return None,
            }
        }
        at += 1;
    }
    Some(family)
}

fn parts<'a>(cx: &Context<'a>) -> impl Iterator<Item = &'a PartDoc> + use<'a> {
    cx.resolved.parts.iter().map(|part| &part.document)
}

fn names<'a>(cx: &Context<'a>, kind: PartKind) -> impl Iterator<Item = &'a str> + use<'a> {
    parts(cx).filter(move |part| part.kind == kind).flat_map(all_names)
}

fn all_names(part: &PartDoc) -> impl Iterator<Item = &str> {
    std::iter::once(&part.name).chain(&part.aliases).map(|name| name.value.as_str())
}

/// Each owner may add providers to a plugin.
fn providers<'a>(cx: &Context<'a>, plugin: &str) -> impl Iterator<Item = &'a str> + use<'a> {
    let plugins: Vec<_> = parts(cx).filter(|part| part.kind == PartKind::Plugin && part.name.value == plugin).collect();
    plugins.into_iter().flat_map(|part| &part.parts).map(|name| name.value.as_str())
}

fn mentioned<'a>(cx: &Context<'a>, named: Named) -> Vec<&'a Spanned<String>> {
    let resolved = cx.resolved;
    let mentions = resolved.parts.iter().flat_map(|part| &part.document.mentions).chain(&resolved.mentions);
    mentions.filter(|mention| mention.named == named).map(|mention| &mention.name).collect()
}

fn report_unknown(cx: &mut Context<'_>, name: &Spanned<String>, code: Code, one: &str, several: &str, known: &[&str]) {
    if !known.contains(&name.value.as_str()) && !cx.resolved.reported.has_lost_files {
        cx.report(
            Diagnostic::at(code, name.span, format!("unknown {one} `{}`", name.value))
                .label("not declared")
                .help_if(Suggestion { what: several, known: known.to_vec() }.text(&name.value)),
        );
    }
}

fn unknown_provider(name: &Spanned<String>, plugin: &str, known: Vec<&str>) -> Diagnostic {
    let message = format!("the plugin `{plugin}` has no provider `{}`", name.value);
    Diagnostic::at(Code::UnknownProvider, name.span, message)
        .label("not declared")
        .help_if(Suggestion { what: "providers", known }.text(&name.value))
}

fn unknown_parameter(name: &Spanned<String>, known: Vec<&str>) -> Diagnostic {
    Diagnostic::at(Code::UnknownParameter, name.span, format!("there is no parameter `{}`", name.value))
        .label("named by `parse`")
        .help_if(Suggestion { what: "parameters", known }.text(&name.value))
}

fn never_existed(name: &Spanned<String>) -> Diagnostic {
    Diagnostic::at(Code::MixinNeverExisted, name.span, format!("the command mixin `{}` never existed", name.value))
        .label("has always been passed over")
        .help("remove it")
}
