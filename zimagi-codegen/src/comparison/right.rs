//! Who may do what, and which requests are answered.

use zimagi_spec::descriptor::ADMIN;

use super::change::{Area, Changes, Class};
use crate::plan::{ModelPlan, Who};

/// What becomes possible with a new model.
pub(super) fn new_rights(changes: &mut Changes, model: &ModelPlan) {
    let mut routes = Vec::new();
    for right in model.rights() {
        let others = callers(&right.who).into_iter().filter(|caller| *caller != ADMIN).collect::<Vec<_>>();
        if !others.is_empty() {
            let message = format!("{} may {} {}", others.join(", "), right.act.word(), model.name);
            changes.add((Class::Opening, Area::Access), &model.place, message);
        }
        routes.extend(right.routes);
    }
    if !routes.is_empty() {
        changes.add((Class::Safe, Area::Routes), &model.place, format!("answers {}", routes.join(", ")));
    }
}

/// Callers that come or go, and requests with them.
pub(super) fn compare_rights(changes: &mut Changes, old: &ModelPlan, new: &ModelPlan) {
    for (before, after) in old.rights().zip(new.rights()) {
        let act = format!("{} {}", after.act.word(), new.name);
        let (had, have) = (callers(&before.who), callers(&after.who));
        let came: Vec<&str> = have.iter().copied().filter(|caller| !allows(&before.who, caller)).collect();
        let went: Vec<&str> = had.iter().copied().filter(|caller| !allows(&after.who, caller)).collect();
        if !came.is_empty() {
            let message = format!("{} may now {act}", came.join(", "));
            changes.add((Class::Opening, Area::Access), &new.place, message);
        }
        if !went.is_empty() {
            let message = format!("{} may no longer {act}", went.join(", "));
            changes.add((Class::Breaking, Area::Access), &new.place, message);
        }
        compare_routes(changes, new, (&before.routes, &after.routes));
    }
}

fn compare_routes(changes: &mut Changes, model: &ModelPlan, (before, after): (&[String], &[String])) {
    let missing = |of: &[String], from: &[String]| {
        of.iter().filter(|route| !from.contains(route)).cloned().collect::<Vec<_>>().join(", ")
    };
    let (gone, come) = (missing(before, after), missing(after, before));
    if !gone.is_empty() {
        let message = format!("no answer any more to {gone}");
        changes.add((Class::Breaking, Area::Routes), &model.place, message);
    }
    if !come.is_empty() {
        changes.add((Class::Safe, Area::Routes), &model.place, format!("answers {come}"));
    }
}

fn callers<'a>(who: &Who<'a>) -> Vec<&'a str> {
    match who {
        Who::Nobody => Vec::new(),
        Who::Roles(roles) => roles.clone(),
        Who::Everyone => vec![EVERYONE],
    }
}

const EVERYONE: &str = "everyone";

/// Whether a caller was or is among those who may.
fn allows(who: &Who<'_>, caller: &str) -> bool {
    match who {
        Who::Nobody => false,
        Who::Roles(roles) => roles.contains(&caller),
        Who::Everyone => true,
    }
}
