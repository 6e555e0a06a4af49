//! Models: what they are, how their records are found, and their fields and links.

use super::change::{Area, Changes, Class, matched};
use super::field::{added_field, compare_field};
use super::right::{compare_rights, new_rights};
use crate::plan::{FieldPlan, LinkPlan, ModelPlan, Plan, ReversePlan};
use crate::render::identifier_text;

/// All models of two plans.
pub(super) fn compare_models(changes: &mut Changes, before: &Plan, after: &Plan) {
    let models = matched(&before.models, &after.models, |model: &ModelPlan| model.name.as_str());
    for model in models.gone {
        changes.plan(Class::Breaking, &model.place, format!("model {} is gone", model.name));
        let routes: Vec<String> = model.rights().flat_map(|right| right.routes).collect();
        if !routes.is_empty() {
            let message = format!("no answer any more to {}", routes.join(", "));
            changes.add((Class::Breaking, Area::Routes), &model.place, message);
        }
    }
    for (old, new) in models.kept {
        compare_model(changes, old, new);
    }
    for model in models.come {
        changes.plan(Class::Safe, &model.place, format!("model {} is new", model.name));
        new_rights(changes, model);
    }
}

fn compare_model(changes: &mut Changes, old: &ModelPlan, new: &ModelPlan) {
    compare_addresses(changes, old, new);
    compare_unique(changes, old, new);
    compare_fields(changes, old, new);
    compare_links(changes, old, new);
    compare_reverse(changes, old, new);
    match (&old.record_groups, &new.record_groups) {
        (None, Some(_)) => {
            let message = format!("records of {} are shown to their groups only", new.name);
            changes.add((Class::Breaking, Area::Access), &new.place, message);
        }
        (Some(_), None) => {
            let message = format!("records of {} are no longer kept to their groups", new.name);
            changes.add((Class::Opening, Area::Access), &new.place, message);
        }
        (None, None) | (Some(_), Some(_)) => {}
    }
    compare_rights(changes, old, new);
}

/// How records are found and in which order they come.
fn compare_addresses(changes: &mut Changes, old: &ModelPlan, new: &ModelPlan) {
    let words = |model: &ModelPlan| {
        let key = model.key.clone().unwrap_or_else(|| "none".to_owned());
        let ordering: Vec<String> =
            model.ordering.iter().map(|step| format!("{} {:?}", step.field, step.direction)).collect();
        [
            ("identifier", identifier_text(&model.identifier), Class::Breaking),
            ("key", key, Class::Breaking),
            ("scope", model.scope.join(", "), Class::Breaking),
            ("base by extension", model.extends.clone().unwrap_or_default(), Class::Breaking),
            ("default order", ordering.join(", ").to_lowercase(), Class::Safe),
        ]
    };
    for ((what, before, class), (_, after, _)) in words(old).into_iter().zip(words(new)) {
        if before != after {
            changes.plan(class, &new.place, format!("{what} of {}: {}", new.name, from_to(&before, &after)));
        }
    }
}

/// `name to code`; what was or is not there is called nothing.
pub(super) fn from_to(before: &str, after: &str) -> String {
    let word = |text: &str| if text.is_empty() { "nothing".to_owned() } else { text.to_owned() };
    format!("{} to {}", word(before), word(after))
}

fn compare_unique(changes: &mut Changes, old: &ModelPlan, new: &ModelPlan) {
    for set in new.unique.iter().filter(|set| !old.unique.contains(set)) {
        let message = format!("no two records of {} share {} any more", new.name, set.join(" and "));
        changes.plan(Class::Breaking, &new.place, message);
    }
    for set in old.unique.iter().filter(|set| !new.unique.contains(set)) {
        let message = format!("records of {} may share {}", new.name, set.join(" and "));
        changes.plan(Class::Safe, &new.place, message);
    }
}

fn compare_fields(changes: &mut Changes, old: &ModelPlan, new: &ModelPlan) {
    let fields = matched(&old.fields, &new.fields, |field: &FieldPlan| field.name.as_str());
    for field in fields.gone {
        changes.plan(Class::Breaking, &old.place, format!("field {}.{} is gone", new.name, field.name));
    }
    for (before, after) in fields.kept {
        compare_field(changes, new, (before, after));
    }
    for field in fields.come {
        added_field(changes, new, field);
    }
}

fn compare_links(changes: &mut Changes, old: &ModelPlan, new: &ModelPlan) {
    let links = matched(&old.links, &new.links, |link: &LinkPlan| link.name.as_str());
    for link in links.gone {
        changes.plan(Class::Breaking, &old.place, format!("link {}.{} is gone", new.name, link.name));
    }
    for (before, after) in links.kept.into_iter().filter(|(before, after)| before.target != after.target) {
        let targets = from_to(&before.target, &after.target);
        changes.plan(Class::Breaking, &new.place, format!("link {}.{}: {targets}", new.name, after.name));
    }
    for link in links.come {
        changes.plan(Class::Safe, &new.place, format!("link {}.{} is new", new.name, link.name));
    }
}

fn compare_reverse(changes: &mut Changes, old: &ModelPlan, new: &ModelPlan) {
    let all = matched(&old.reverse, &new.reverse, |reverse: &ReversePlan| reverse.name.as_str());
    for reverse in all.gone {
        changes.plan(Class::Breaking, &old.place, format!("relation {}.{} is gone", new.name, reverse.name));
    }
    for reverse in all.come {
        changes.plan(Class::Safe, &new.place, format!("relation {}.{} is new", new.name, reverse.name));
    }
}
