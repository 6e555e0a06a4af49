//! Roles.

use std::collections::BTreeMap;

use crate::descriptor::{ADMIN, PUBLIC};
use crate::diagnostic::{Code, Diagnostic, Suggestion};
use crate::resolve::Runs;
use crate::source::Spanned;

use super::context::Context;

/// A word that is not declared opens nothing, and looks as if it did.
pub(super) fn roles_are_declared(cx: &mut Context<'_>) {
    let resolved = cx.resolved;
    let accesses = cx.models().map(|model| &model.access).chain(&resolved.reported.lost_access);
    for role in accesses.flat_map(|access| access.edit.iter().chain(&access.view)) {
        let is_known = [ADMIN, PUBLIC].contains(&role.value.as_str()) || resolved.roles.contains_key(&role.value);
        if !is_known && !resolved.reported.has_lost_files {
            cx.report(undeclared(role, resolved.roles.keys().map(String::as_str).collect()));
        }
    }
}

/// `admin` may do everything and `public` is everyone: both exist always.
pub(super) fn reserved_roles_stay_reserved(cx: &mut Context<'_>) {
    for role in cx.resolved.roles.values().filter(|role| [ADMIN, PUBLIC].contains(&role.name.value.as_str())) {
        cx.report(declared(&role.name));
    }
    for role in cx.models().flat_map(|model| &model.access.edit).filter(|role| role.value == PUBLIC) {
        cx.report(public_writes(role));
    }
    let own = cx.resolved.commands.values().filter(|command| command.kind == Runs::Own);
    let groups = own.flat_map(|command| command.groups_allowed.iter().flatten());
    let public: BTreeMap<_, _> = groups.filter(|role| role.value == PUBLIC).map(|role| (role.span, role)).collect();
    public.into_values().for_each(|role| cx.report(public_runs(role)));
}

pub(super) fn undeclared(role: &Spanned<String>, known: Vec<&str>) -> Diagnostic {
    let suggestion = Suggestion { what: "roles", known }.text(&role.value);
    let help = suggestion.unwrap_or_default();
    let declare = format!("declare it: `roles: {{{}: what it is for}}`", role.value);
    Diagnostic::at(Code::UndeclaredRole, role.span, format!("the role `{}` is not declared", role.value))
        .label("not declared")
        .help(if help.starts_with("did you mean") { help } else { declare })
}

fn declared(role: &Spanned<String>) -> Diagnostic {
    Diagnostic::at(Code::ReservedRole, role.span, format!("the role `{}` cannot be declared", role.value))
        .label("exists always")
        .help("remove it")
}

fn public_writes(role: &Spanned<String>) -> Diagnostic {
    Diagnostic::at(Code::ReservedRole, role.span, "`public` cannot write")
        .label("everyone, also without credentials")
        .help("name a role; `public` may stand in `view`")
}

fn public_runs(role: &Spanned<String>) -> Diagnostic {
    Diagnostic::at(Code::ReservedRole, role.span, "`public` cannot run commands")
        .label("everyone, also without credentials")
        .help("name a role, or write `groups_allowed: false` for everyone with credentials")
}
