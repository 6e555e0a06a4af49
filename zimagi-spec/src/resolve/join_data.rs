//! What a later contribution adds to a data entry.

use crate::document::{DataDoc, FieldBody, FieldDoc, Names, RolesDoc};
use crate::source::Spanned;

use super::OwnerId;
use super::join::DataEntry;
use super::merge::{Merge, same_names};

pub(super) fn join_data(known: &mut DataEntry, owner: OwnerId, theirs: &DataDoc, merge: &mut Merge<'_>) {
    let mine = &mut known.document;
    let is_hooked = mine.hooks.as_ref().is_some_and(|hooks| hooks.value);
    merge.value("hooks", &mut mine.hooks, theirs.hooks.as_ref(), bool::eq);
    if !is_hooked && mine.hooks.as_ref().is_some_and(|hooks| hooks.value) {
        known.hooked_by = Some(owner);
    }
    merge.value("help", &mut mine.help, theirs.help.as_ref(), String::eq);
    merge.value("class", &mut mine.class, theirs.class.as_ref(), String::eq);
    merge.value("base", &mut mine.base, theirs.base.as_ref(), String::eq);
    merge.value("extend", &mut mine.extend, theirs.extend.as_ref(), String::eq);
    merge.value("id", &mut mine.id, theirs.id.as_ref(), String::eq);
    merge.value("id_fields", &mut mine.id_fields, theirs.id_fields.as_ref(), |mine, theirs| same_names(mine, theirs));
    merge.value("key", &mut mine.key, theirs.key.as_ref(), String::eq);
    merge.value("ordering", &mut mine.ordering, theirs.ordering.as_ref(), |mine, theirs| same_names(mine, theirs));
    merge.value("scope", &mut mine.scope, theirs.scope.as_ref(), |mine, theirs| same_names(mine, theirs));
    merge.value("verbose_name_plural", &mut mine.plural, theirs.plural.as_ref(), String::eq);
    merge.value("diesel", &mut mine.diesel, theirs.diesel.as_ref(), bool::eq);
    merge.value("store", &mut mine.store, theirs.store.as_ref(), |mine, theirs| mine == theirs);
    merge.value("display", &mut mine.display, theirs.display.as_ref(), String::eq);
    merge.value("auto_create", &mut mine.auto_create, theirs.auto_create.as_ref(), bool::eq);
    merge.value("provider_name", &mut mine.provider_name, theirs.provider_name.as_ref(), String::eq);
    Merge::union(&mut mine.mixins, &theirs.mixins);
    Merge::union(&mut mine.aliases, &theirs.aliases);
    add_names(&mut mine.dynamic_fields, theirs.dynamic_fields.as_ref());
    add_names(&mut mine.triggers.check, theirs.triggers.check.as_ref());
    add_names(&mut mine.triggers.save, theirs.triggers.save.as_ref());
    add_disabled(mine, theirs);
    add_sets(&mut mine.unique, theirs.unique.as_ref());
    add_sets(&mut mine.index, theirs.index.as_ref());
    join_roles(&mut mine.roles, &theirs.roles, merge);
    join_api(mine, theirs, merge);
    join_hidden(mine, theirs, merge);
    mine.is_mistaken |= theirs.is_mistaken;
    for field in &theirs.fields {
        join_field(known, owner, field, merge);
    }
}

fn join_field(known: &mut DataEntry, owner: OwnerId, theirs: &FieldDoc, merge: &mut Merge<'_>) {
    let name = &theirs.name.value;
    match known.document.fields.iter_mut().find(|mine| mine.name.value == *name) {
        Some(mine) => {
            let is_changed =
                !is_same_field(mine, theirs) && merge.may_change(name, theirs.name.span, Some(mine.name.span));
            if is_changed && may_store(mine, theirs, merge) {
                *mine = theirs.clone();
            }
        }
        None if theirs.body.is_none() && !merge.is_own() && !merge.may_change(name, theirs.name.span, None) => {}
        None => {
            known.document.fields.push(theirs.clone());
            if owner != known.owner {
                known.additions.insert(name.clone(), owner);
            }
        }
    }
}

/// A field that is removed is not shown to anybody; one in plain form is, to those who read the database.
fn may_store(mine: &FieldDoc, theirs: &FieldDoc, merge: &mut Merge<'_>) -> bool {
    let is_sealed = mine.body.as_ref().is_some_and(FieldBody::is_sealed);
    let is_plain = theirs.body.as_ref().is_some_and(|body| !body.is_sealed());
    !(is_sealed && is_plain) || merge.may_open("encrypted", "false", theirs.encryption_span(), mine.encryption_span())
}

fn is_same_field(mine: &FieldDoc, theirs: &FieldDoc) -> bool {
    match (&mine.body, &theirs.body) {
        (Some(mine), Some(theirs)) => mine.says_the_same(theirs),
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    }
}

fn join_roles(mine: &mut RolesDoc, theirs: &RolesDoc, merge: &mut Merge<'_>) {
    let may_edit = role_names(mine.edit.as_ref());
    let may_view: Vec<_> = may_edit.iter().cloned().chain(role_names(mine.view.as_ref())).collect();
    merge.roles("edit", &mut mine.edit, theirs.edit.as_ref(), &may_edit);
    let is_public = may_view.iter().any(|role| role == crate::descriptor::PUBLIC);
    let wished = theirs.view.as_ref().filter(|_| !is_public);
    merge.roles("view", &mut mine.view, wished, &may_view);
    if is_public && theirs.view.is_some() {
        mine.view.clone_from(&theirs.view);
    }
}

fn role_names(names: Option<&Names>) -> Vec<String> {
    let stated = names.into_iter().flat_map(|names| &names.value).map(|role| role.value.clone());
    stated.chain([crate::descriptor::ADMIN.to_owned()]).collect()
}

/// What one takes away another does not give back.
fn add_disabled(mine: &mut DataDoc, theirs: &DataDoc) {
    for operation in &theirs.disabled {
        if mine.disabled.iter().all(|known| known.value != operation.value) {
            mine.disabled.push(operation.clone());
        }
    }
}

fn join_api(mine: &mut DataDoc, theirs: &DataDoc, merge: &mut Merge<'_>) {
    let Some(api) = &theirs.api else { return };
    let is_opened = api.value && mine.api.as_ref().is_some_and(|mine| !mine.value);
    let first = mine.api.as_ref().map_or(mine.name.span, |mine| mine.span);
    if !is_opened || merge.may_open("api", "true", api.span, first) {
        mine.api = Some(api.clone());
    }
}

/// Hidden fields are added; only an application that says `override` replaces the list.
fn join_hidden(mine: &mut DataDoc, theirs: &DataDoc, merge: &mut Merge<'_>) {
    let Some(hidden) = &theirs.hidden_fields else { return };
    let Some(first) = &mut mine.hidden_fields else {
        mine.hidden_fields = Some(hidden.clone());
        return;
    };
    if !merge.is_overridden("hidden_fields") {
        Merge::union(&mut first.value, &hidden.value);
    } else if merge.may_open("hidden_fields", "[…]", hidden.span, first.span) {
        *first = hidden.clone();
    }
}

fn add_names(mine: &mut Option<Names>, theirs: Option<&Names>) {
    match (mine, theirs) {
        (Some(mine), Some(theirs)) => Merge::union(&mut mine.value, &theirs.value),
        (mine @ None, Some(theirs)) => *mine = Some(theirs.clone()),
        (_, None) => {}
    }
}

fn add_sets(mine: &mut Option<Spanned<Vec<Names>>>, theirs: Option<&Spanned<Vec<Names>>>) {
    let Some(theirs) = theirs else { return };
    match mine {
        Some(mine) => mine.value.extend(theirs.value.iter().cloned()),
        None => *mine = Some(theirs.clone()),
    }
}
