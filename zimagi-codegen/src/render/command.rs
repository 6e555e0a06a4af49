//! Commands as text.

use zimagi_spec::descriptor::{CommandTrait, ParameterKind, ParameterRole};

use super::page::{Page, kind_text, literal_text};
use crate::plan::{AudiencePlan, CodePlan, CommandPlan, FormPlan, ParameterPlan};

pub(super) fn render_command(page: &mut Page, command: &CommandPlan) {
    page.line(0, format_args!("command {}  {}", command.path.join(" "), command.place));
    page.entry("help", &command.help);
    page.entry("owner", &command.owner);
    match &command.code {
        CodePlan::Written(constant) => page.entry("runs", constant),
        CodePlan::Resource { model, operation } => page.entry("runs", format_args!("{} of {model}", operation.word())),
        CodePlan::Pending(outstanding) => page.entry("pending", format_args!("no code in `{}`", outstanding.file)),
    }
    page.entry("inherits", command.inherits.join(", "));
    page.entry("aliases", command.aliases.join(", "));
    page.entry("audience", audience_text(&command.audience));
    page.entry("api", if command.is_offered { "" } else { "not offered" });
    page.entry("runs as", settings_text(command));
    if !command.is_resource() {
        page.entry("parameters", command.parameters_path());
    }
    for parameter in &command.parameters {
        render_parameter(page, parameter);
    }
}

fn render_parameter(page: &mut Page, parameter: &ParameterPlan) {
    let member = format!("{}: {}", parameter.member.ident, parameter.member.type_);
    page.line(1, format_args!("parameter {:<16} {:<24} {member}", parameter.name, parameter_kind_text(parameter.kind)));
    page.line(2, format_args!("{}", facts(parameter).join(", ")));
}

fn facts(parameter: &ParameterPlan) -> Vec<String> {
    let ParameterPlan { short, default, choices, label, tags, role, model, field, .. } = parameter;
    let choices: Vec<_> = choices.iter().map(|(value, _)| literal_text(value)).collect();
    let about = role_text(*role).map(|role| match model {
        Some(model) => format!("{role} of {model}"),
        None => role.to_owned(),
    });
    let facts = [
        Some(form_text(&parameter.form)),
        short.map(|letter| format!("-{letter}")),
        default.as_ref().map(|default| format!("default {}", literal_text(default))),
        (!choices.is_empty()).then(|| format!("one of {}", choices.join(" "))),
        label.as_ref().map(|label| format!("shown as {label}")),
        about,
        field.as_ref().map(|field| format!("for {field}")),
        (!tags.is_empty()).then(|| format!("tags {}", tags.join(" "))),
        parameter.is_system.then(|| "not on the command line".to_owned()),
        parameter.is_interpolated.then(|| "parsed".to_owned()),
    ];
    facts.into_iter().flatten().collect()
}

const fn role_text(role: ParameterRole) -> Option<&'static str> {
    match role {
        ParameterRole::Plain => None,
        ParameterRole::Id => Some("identifier"),
        ParameterRole::Key => Some("key"),
        ParameterRole::Keys => Some("keys"),
        ParameterRole::Scope => Some("scope key"),
        ParameterRole::Fields => Some("values"),
        ParameterRole::Search => Some("search"),
        ParameterRole::SearchOr => Some("search alternative"),
        ParameterRole::Order => Some("order"),
        ParameterRole::Limit => Some("limit"),
        ParameterRole::Count => Some("count"),
        ParameterRole::Columns => Some("columns"),
        ParameterRole::Provider => Some("provider"),
    }
}

/// What is unusual about the way it is run.
fn settings_text(command: &CommandPlan) -> String {
    let traits = command.traits.iter().map(|one| match one {
        CommandTrait::Confirm => "asks first".to_owned(),
        CommandTrait::Foreground => "never by a worker".to_owned(),
        CommandTrait::WithoutDatabase => "without database".to_owned(),
        CommandTrait::Passthrough => "all words as they are".to_owned(),
    });
    let worker = command.worker.iter().map(|worker| format!("workers {worker}"));
    let retries = (command.retries > 0).then(|| format!("retries {}", command.retries));
    let urgency = command.urgency.map(|urgency| format!("urgency {urgency}"));
    let priority = (command.priority != 1).then(|| format!("place {} in the help", command.priority));
    traits.chain(worker).chain(retries).chain(urgency).chain(priority).collect::<Vec<_>>().join(", ")
}

fn audience_text(audience: &AudiencePlan) -> String {
    match audience {
        AudiencePlan::Admin => "admin".to_owned(),
        AudiencePlan::Roles(roles) => roles.join(", "),
        AudiencePlan::Authenticated => "everyone with credentials".to_owned(),
    }
}

/// What a parameter takes.
pub(crate) fn parameter_kind_text(kind: ParameterKind) -> String {
    match kind {
        ParameterKind::Flag => "flag".to_owned(),
        ParameterKind::One(kind) => kind_text(kind),
        ParameterKind::Many(kind) => format!("list of {}", kind_text(kind)),
    }
}

/// How a parameter is written.
pub(crate) fn form_text(form: &FormPlan) -> String {
    match form {
        FormPlan::Required => "required word".to_owned(),
        FormPlan::Optional => "optional word".to_owned(),
        FormPlan::Option(name) => format!("option --{name}"),
    }
}
