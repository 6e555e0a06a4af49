//! Commands as text.

use zimagi_spec::descriptor::ParameterKind;

use super::page::{Page, kind_text, literal_text};
use crate::plan::{AudiencePlan, CodePlan, CommandPlan, FormPlan, ParameterPlan};

pub(super) fn render_command(page: &mut Page, command: &CommandPlan) {
    page.line(0, format_args!("command {}  {}", command.path.join(" "), command.place));
    page.entry("help", &command.help);
    page.entry("owner", &command.owner);
    match &command.code {
        CodePlan::Written(constant) => page.entry("runs", constant),
        CodePlan::Pending(outstanding) => page.entry("pending", format_args!("no code in `{}`", outstanding.file)),
    }
    page.entry("audience", audience_text(&command.audience));
    page.entry("api", if command.is_offered { "" } else { "not offered" });
    page.entry("parameters", command.parameters_path());
    for parameter in &command.parameters {
        render_parameter(page, parameter);
    }
}

fn render_parameter(page: &mut Page, parameter: &ParameterPlan) {
    let member = format!("{}: {}", parameter.member.ident, parameter.member.type_);
    page.line(1, format_args!("parameter {:<16} {:<24} {member}", parameter.name, parameter_kind_text(parameter.kind)));
    let default = parameter.default.as_ref().map(|default| format!(", default {}", literal_text(default)));
    page.line(2, format_args!("{}{}", form_text(&parameter.form), default.unwrap_or_default()));
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
