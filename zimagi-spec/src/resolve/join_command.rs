//! What a later contribution adds to a command.

use crate::document::{ArgumentsDoc, AudienceDoc, CommandDoc, CommandLevel, ParseDoc};
use crate::source::Spanned;

use super::join::last_word;
use super::merge::Merge;

pub(super) fn join_command(mine: &mut CommandDoc, theirs: &CommandDoc, merge: &mut Merge<'_>) {
    merge.value("help", &mut mine.help, theirs.help.as_ref(), String::eq);
    merge.value("parse", &mut mine.parse, theirs.parse.as_ref(), |mine, theirs| same_parse(mine, theirs));
    merge.value("base", &mut mine.base, theirs.base.as_ref(), String::eq);
    merge.value("priority", &mut mine.priority, theirs.priority.as_ref(), i64::eq);
    merge.value("confirm", &mut mine.confirm, theirs.confirm.as_ref(), bool::eq);
    merge.value("background", &mut mine.background, theirs.background.as_ref(), bool::eq);
    merge.value("worker_type", &mut mine.worker, theirs.worker.as_ref(), String::eq);
    merge.value("task_retries", &mut mine.retries, theirs.retries.as_ref(), i64::eq);
    merge.value("task_priority", &mut mine.urgency, theirs.urgency.as_ref(), i64::eq);
    merge.value("require_db", &mut mine.require_db, theirs.require_db.as_ref(), bool::eq);
    merge.value("interpolate_options", &mut mine.interpolate, theirs.interpolate.as_ref(), bool::eq);
    merge.value("parse_passthrough", &mut mine.passthrough, theirs.passthrough.as_ref(), bool::eq);
    Merge::union(&mut mine.mixins, &theirs.mixins);
    Merge::union(&mut mine.aliases, &theirs.aliases);
    mine.mentions.extend(theirs.mentions.iter().cloned());
    join_audience(mine, theirs, merge);
    join_api(mine, theirs, merge);
    join_parameters(mine, theirs, merge);
    for accessor in &theirs.accessors {
        let prefix = &accessor.prefix;
        match mine.accessors.iter_mut().find(|known| known.prefix.value == prefix.value) {
            Some(known) if known.is_same(accessor) => {}
            Some(known) if merge.may_change(&prefix.value, prefix.span, Some(known.prefix.span)) => {
                *known = accessor.clone();
            }
            Some(_) => {}
            None => mine.accessors.push(accessor.clone()),
        }
    }
    if let Some(resource) = &theirs.resource {
        let first = mine.resource.as_ref().map(|mine| mine.model.span);
        if merge.may_change("resource", resource.model.span, first) {
            mine.resource = Some(resource.clone());
        }
    }
}

fn join_parameters(mine: &mut CommandDoc, theirs: &CommandDoc, merge: &mut Merge<'_>) {
    for parameter in &theirs.parameters {
        let name = &parameter.name;
        match mine.parameters.iter_mut().find(|known| known.name.value == name.value) {
            Some(known) if merge.may_change(&name.value, name.span, Some(known.name.span)) => {
                *known = parameter.clone();
            }
            Some(_) => {}
            None => mine.parameters.push(parameter.clone()),
        }
    }
}

/// Whether two lists name the same parameters and adapt none.
fn same_parse(mine: &[ParseDoc], theirs: &[ParseDoc]) -> bool {
    let plain = |one: &ParseDoc| matches!(&one.arguments, ArgumentsDoc::Listed(items) if items.is_empty());
    mine.iter().chain(theirs).all(plain)
        && mine.iter().map(|one| &one.name.value).eq(theirs.iter().map(|one| &one.name.value))
}

/// What a node of the tree opens is compared with all that it inherits, once the whole module is joined.
fn join_audience(mine: &mut CommandDoc, theirs: &CommandDoc, merge: &mut Merge<'_>) {
    let Some(wished) = &theirs.audience else { return };
    if mine.level == CommandLevel::Command && !merge.is_own() {
        merge.take_over("groups_allowed");
        mine.audience = Some(wished.clone());
        return;
    }
    let first = mine.audience.as_ref().map_or_else(|| last_word(mine).span, |audience| audience.span);
    let is_allowed = match (mine.audience.as_ref().map(|audience| &audience.value), &wished.value) {
        (Some(AudienceDoc::Everyone), _) => true,
        (_, AudienceDoc::Everyone) => merge.may_open("groups_allowed", "false", wished.span, first),
        (now, AudienceDoc::Roles(roles)) => {
            let now = now.map_or(&[] as &[_], roles_of);
            let added = roles.iter().filter(|role| now.iter().all(|known| known.value != role.value));
            added.filter(|role| !merge.may_open("groups_allowed", &role.value, role.span, first)).count() == 0
        }
    };
    if is_allowed {
        mine.audience = Some(wished.clone());
    }
}

fn join_api(mine: &mut CommandDoc, theirs: &CommandDoc, merge: &mut Merge<'_>) {
    let Some(api) = &theirs.api_enabled else { return };
    if mine.level == CommandLevel::Command && !merge.is_own() {
        merge.take_over("api_enabled");
        mine.api_enabled = Some(api.clone());
        return;
    }
    let first = mine.api_enabled.as_ref().map_or_else(|| last_word(mine).span, |mine| mine.span);
    let is_opened = api.value && mine.api_enabled.as_ref().is_some_and(|mine| !mine.value);
    if !is_opened || merge.may_open("api_enabled", "true", api.span, first) {
        mine.api_enabled = Some(api.clone());
    }
}

fn roles_of(audience: &AudienceDoc) -> &[Spanned<String>] {
    match audience {
        AudienceDoc::Everyone => &[],
        AudienceDoc::Roles(roles) => roles,
    }
}
