//! What a later contribution adds to a command.

use crate::document::{AudienceDoc, CommandDoc};
use crate::source::Spanned;

use super::join::last_word;
use super::merge::{Merge, same_names};

pub(super) fn join_command(mine: &mut CommandDoc, theirs: &CommandDoc, merge: &mut Merge<'_>) {
    merge.value("help", &mut mine.help, theirs.help.as_ref(), String::eq);
    merge.value("parse", &mut mine.parse, theirs.parse.as_ref(), |mine, theirs| same_names(mine, theirs));
    join_audience(mine, theirs, merge);
    join_api(mine, theirs, merge);
    for parameter in &theirs.parameters {
        let name = &parameter.name;
        match mine.parameters.iter_mut().find(|known| known.name.value == name.value) {
            Some(known) if merge.may_change(&name.value, name.span, Some(known.name.span)) => {
                *known = parameter.clone()
            }
            Some(_) => {}
            None => mine.parameters.push(parameter.clone()),
        }
    }
}

fn join_audience(mine: &mut CommandDoc, theirs: &CommandDoc, merge: &mut Merge<'_>) {
    let Some(wished) = &theirs.audience else { return };
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
