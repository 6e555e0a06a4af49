//! Roles of data models.

use crate::descriptor::ADMIN;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::document::{DataKind, Names, RolesDoc};
use crate::source::Spanned;

use super::Access;
use super::join::Joined;

/// The roles of a model; `admin` is never listed, it may do everything.
pub(super) fn resolve_access(roles: &RolesDoc) -> Access {
    Access { edit: listed(roles.edit.as_ref()), view: listed(roles.view.as_ref()) }
}

fn listed(names: Option<&Names>) -> Vec<Spanned<String>> {
    let mut roles: Vec<Spanned<String>> = Vec::new();
    for role in names.into_iter().flat_map(|names| &names.value).filter(|role| role.value != ADMIN) {
        if roles.iter().all(|known| known.value != role.value) {
            roles.push(role.clone());
        }
    }
    roles
}

/// Roles are not inherited: on a base or mixin they would open nothing, and look as if they did.
pub(super) fn check_places(joined: &Joined<'_>, diagnostics: &mut Diagnostics) {
    for ((kind, _), entry) in &joined.data {
        let roles = &entry.document.roles;
        let first = roles.edit.as_ref().or(roles.view.as_ref());
        if let (DataKind::Base | DataKind::Mixin, Some(names)) = (kind, first) {
            diagnostics.push(
                Diagnostic::at(Code::NotSupportedYet, names.span, "roles of a base or mixin are not supported yet")
                    .label("roles are not inherited")
                    .help("write `roles` on each data model"),
            );
        }
    }
}
