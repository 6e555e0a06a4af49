//! Commands: who may run them, and with what.

use zimagi_spec::descriptor::ADMIN;

use super::change::{Area, Changes, Class, matched};
use super::model::from_to;
use crate::plan::{AudiencePlan, CommandPlan, FormPlan, ParameterPlan, Plan};
use crate::render::{form_text, parameter_kind_text};

/// All commands of two plans.
pub(super) fn compare_commands(changes: &mut Changes, before: &Plan, after: &Plan) {
    let commands = matched(&before.commands, &after.commands, |command: &CommandPlan| command.path.as_slice());
    for command in commands.gone {
        changes.plan(Class::Breaking, &command.place, format!("command {} is gone", words(command)));
    }
    for (old, new) in commands.kept {
        compare_command(changes, old, new);
    }
    for command in commands.come {
        changes.plan(Class::Safe, &command.place, format!("command {} is new", words(command)));
        let others: Vec<&str> = callers(&command.audience).into_iter().filter(|caller| *caller != ADMIN).collect();
        if !others.is_empty() {
            let message = format!("{} may run {}", others.join(", "), words(command));
            changes.add((Class::Opening, Area::Access), &command.place, message);
        }
    }
}

fn compare_command(changes: &mut Changes, old: &CommandPlan, new: &CommandPlan) {
    let name = words(new);
    let (had, have) = (callers(&old.audience), callers(&new.audience));
    let came: Vec<&str> = have.iter().copied().filter(|caller| !allows(&had, caller)).collect();
    let went: Vec<&str> = had.iter().copied().filter(|caller| !allows(&have, caller)).collect();
    if !came.is_empty() {
        let message = format!("{} may now run {name}", came.join(", "));
        changes.add((Class::Opening, Area::Access), &new.place, message);
    }
    if !went.is_empty() {
        let message = format!("{} may no longer run {name}", went.join(", "));
        changes.add((Class::Breaking, Area::Access), &new.place, message);
    }
    match (old.is_offered, new.is_offered) {
        (false, true) => {
            changes.add((Class::Opening, Area::Access), &new.place, format!("command {name} is offered by the API"));
        }
        (true, false) => {
            let message = format!("command {name} is no longer offered by the API");
            changes.add((Class::Breaking, Area::Access), &new.place, message);
        }
        (true, true) | (false, false) => {}
    }
    compare_parameters(changes, old, new);
}

fn compare_parameters(changes: &mut Changes, old: &CommandPlan, new: &CommandPlan) {
    let name = words(new);
    let parameters = matched(&old.parameters, &new.parameters, |one: &ParameterPlan| one.name.as_str());
    for parameter in parameters.gone {
        changes.plan(Class::Breaking, &new.place, format!("parameter {} of {name} is gone", parameter.name));
    }
    for (before, after) in parameters.kept {
        let text = |one: &ParameterPlan| format!("{}, {}", parameter_kind_text(one.kind), form_text(&one.form));
        let (old, new_text) = (text(before), text(after));
        if old != new_text {
            let message = format!("parameter {} of {name}: {}", after.name, from_to(&old, &new_text));
            changes.plan(Class::Breaking, &new.place, message);
        }
        if let Some(class) = narrowed(before, after) {
            changes.plan(class, &new.place, format!("parameter {} of {name} has other choices", after.name));
        }
    }
    for parameter in parameters.come {
        let (class, must) = match parameter.form {
            FormPlan::Required => (Class::Breaking, " and must be given"),
            FormPlan::Optional | FormPlan::Option(_) => (Class::Safe, ""),
        };
        changes.plan(class, &new.place, format!("parameter {} of {name} is new{must}", parameter.name));
    }
}

/// Whether values that were taken are refused now, or only others are taken.
fn narrowed(before: &ParameterPlan, after: &ParameterPlan) -> Option<Class> {
    let values = |one: &ParameterPlan| one.choices.iter().map(|(value, _)| value.clone()).collect::<Vec<_>>();
    let (before, after) = (values(before), values(after));
    let loses = !after.is_empty() && (before.is_empty() || before.iter().any(|value| !after.contains(value)));
    (before != after).then_some(if loses { Class::Breaking } else { Class::Safe })
}

fn words(command: &CommandPlan) -> String {
    command.path.join(" ")
}

fn callers(audience: &AudiencePlan) -> Vec<&str> {
    match audience {
        AudiencePlan::Admin => vec![ADMIN],
        AudiencePlan::Roles(roles) => {
            std::iter::once(ADMIN).chain(roles.iter().map(String::as_str).filter(|role| *role != ADMIN)).collect()
        }
        AudiencePlan::Authenticated => vec![AUTHENTICATED],
    }
}

const AUTHENTICATED: &str = "everyone with credentials";

fn allows(callers: &[&str], caller: &str) -> bool {
    callers.contains(&AUTHENTICATED) || callers.contains(&caller)
}
