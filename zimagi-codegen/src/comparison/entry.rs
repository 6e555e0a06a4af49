//! Databases, roles, imports and openings.

use super::change::{Area, Changes, Class, matched};
use crate::plan::{ImportPlan, Plan, RolePlan};
use crate::render::import_text;

/// What stands in no model and is no command.
pub(super) fn compare_entries(changes: &mut Changes, before: &Plan, after: &Plan) {
    for database in after.databases.iter().filter(|one| !before.databases.contains(one)) {
        changes.plan(Class::Safe, MANIFEST, format!("migrations are written for {} too", database.word()));
    }
    for database in before.databases.iter().filter(|one| !after.databases.contains(one)) {
        changes.plan(Class::Breaking, MANIFEST, format!("no migrations are written for {} any more", database.word()));
    }
    compare_roles(changes, before, after);
    compare_imports(changes, before, after);
    for opening in &after.openings {
        if !before.openings.iter().any(|known| known.message == opening.message) {
            changes.add((Class::Opening, Area::Access), &opening.place, opening.message.clone());
        }
    }
}

const MANIFEST: &str = "zimagi.yml";

/// Roles have no place in a plan.
fn compare_roles(changes: &mut Changes, before: &Plan, after: &Plan) {
    let roles = matched(&before.roles, &after.roles, |role: &RolePlan| role.name.as_str());
    for role in roles.gone {
        changes.plan(Class::Breaking, "", format!("role {} is gone", role.name));
    }
    for role in roles.come {
        changes.plan(Class::Safe, "", format!("role {} is new", role.name));
    }
}

fn compare_imports(changes: &mut Changes, before: &Plan, after: &Plan) {
    let imports = matched(&before.imports, &after.imports, |import: &ImportPlan| import.name.as_str());
    for import in imports.gone {
        changes.plan(Class::Breaking, &import.place, format!("import {} is gone", import.name));
    }
    for (_, new) in imports.kept.into_iter().filter(|(old, new)| content(old) != content(new)) {
        changes.plan(Class::Safe, &new.place, format!("import {} reads or stores something else", new.name));
    }
    for import in imports.come {
        changes.plan(Class::Safe, &import.place, format!("import {} is new", import.name));
    }
}

/// An import without its first line, which says where it stands.
fn content(import: &ImportPlan) -> String {
    let text = import_text(import);
    text.split_once('\n').map(|(_, content)| content.to_owned()).unwrap_or_default()
}
