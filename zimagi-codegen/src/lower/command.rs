//! Commands: parameter types, modules and the constant that runs each.

use zimagi_spec::descriptor::{ParameterKind, ScalarKind};
use zimagi_spec::names;
use zimagi_spec::resolve::{Command, Form, Literal, Parameter, Runs};

use super::field::rust_type;
use super::literal::lower_literal;
use super::{Context, sorted, texts};
use crate::plan::{
    AudiencePlan, CodePlan, CommandPlan, FormPlan, Home, MemberPlan, Outstanding, ParameterPlan, code_file,
    parameters_path,
};

/// All commands, by path.
pub(super) fn lower_commands(cx: &Context<'_>) -> Vec<CommandPlan> {
    sorted(cx.resolved.commands.values().map(|command| lower_command(cx, command)), |command: &CommandPlan| {
        command.path.clone()
    })
}

fn lower_command(cx: &Context<'_>, command: &Command) -> CommandPlan {
    let path = texts(&command.path);
    let (last, groups) = path.split_last().expect("a command has at least one word");
    let place = command.path.last().map(|word| cx.place(word.span)).unwrap_or_default();
    let home = cx.home(command.owner, "implementations");
    let parameter_modules: Vec<String> = groups.iter().map(|word| names::module_ident(word)).collect();
    let parameters_type = names::type_name(last);
    CommandPlan {
        code: match &command.kind {
            Runs::Resource { model, operation } => CodePlan::Resource { model: model.clone(), operation: *operation },
            Runs::Own if is_written(cx, command, &path) => CodePlan::Written(constant(&home, &path)),
            Runs::Own => CodePlan::Pending(Outstanding {
                command: path.join(" "),
                module: cx.owner_name(command.owner),
                place: place.clone(),
                file: code_file(path.iter().map(String::as_str)),
                parameters: parameters_path(&parameter_modules, &parameters_type),
            }),
        },
        aliases: texts(&command.aliases),
        inherits: command.inherits.clone(),
        priority: command.priority,
        traits: command.traits.clone(),
        worker: command.worker.as_ref().map(|worker| worker.value.clone()),
        retries: command.retries.as_ref().and_then(|one| u32::try_from(one.value).ok()).unwrap_or_default(),
        urgency: command.urgency.as_ref().and_then(|one| u8::try_from(one.value).ok()),
        place: format!("command.{}  {place}", path.join(".")),
        owner: cx.owner_name(command.owner),
        help: command.help.clone(),
        audience: lower_audience(command),
        is_offered: command.is_offered,
        static_name: names::static_ident(&path.join("_")),
        module: names::module_ident(&path.join("_")),
        parameter_modules,
        parameters_type,
        parameters: command.parameters.values().map(lower_parameter).collect(),
        home,
        path,
    }
}

/// A module of specs alone has no code, and the application supplies what it wants of it. All other code is demanded.
fn is_written(cx: &Context<'_>, command: &Command, path: &[String]) -> bool {
    !cx.resolved.is_vendored(command.owner) || cx.beside.written.contains(&path.join(" "))
}

/// A crate's own code lies where a person put it; other crates list theirs.
fn constant(home: &Home, path: &[String]) -> String {
    match home {
        Home::Own => {
            let words: Vec<String> = path.iter().map(|word| names::module_ident(word)).collect();
            format!("crate::commands::{}::COMMAND", words.join("::"))
        }
        Home::External(implementations) => format!("{implementations}::{}", names::static_ident(&path.join("_"))),
    }
}

fn lower_audience(command: &Command) -> AudiencePlan {
    match &command.groups_allowed {
        None => AudiencePlan::Authenticated,
        Some(groups) if groups.is_empty() => AudiencePlan::Admin,
        Some(groups) => AudiencePlan::Roles(texts(groups)),
    }
}

fn lower_parameter(parameter: &Parameter) -> ParameterPlan {
    let name = parameter.name.value.clone();
    let default = lower_default(parameter);
    ParameterPlan {
        help: parameter.help.clone(),
        kind: parameter.kind,
        member: MemberPlan { ident: names::rust_ident(&name), type_: member_type(parameter) },
        form: lower_form(&parameter.form),
        short: parameter.short,
        default,
        choices: parameter
            .choices
            .iter()
            .map(|one| (lower_value(parameter, &one.value.value), one.label.clone()))
            .collect(),
        label: parameter.label.clone(),
        tags: parameter.tags.clone(),
        is_system: parameter.is_system,
        is_interpolated: parameter.is_interpolated,
        role: parameter.role,
        model: parameter.model.clone(),
        field: parameter.field.clone(),
        name,
    }
}

fn lower_default(parameter: &Parameter) -> Option<Literal> {
    parameter.default.as_ref().map(|default| lower_value(parameter, &default.value))
}

fn lower_value(parameter: &Parameter, value: &Literal) -> Literal {
    match parameter.kind {
        ParameterKind::Flag => lower_literal(value, ScalarKind::Boolean),
        ParameterKind::One(kind) | ParameterKind::Many(kind) => lower_literal(value, kind),
    }
}

/// A list is empty and a flag false if nothing is given; one value may be missing unless it is required or has a default.
fn member_type(parameter: &Parameter) -> String {
    match parameter.kind {
        ParameterKind::Flag => "bool".to_owned(),
        ParameterKind::Many(kind) => format!("Vec<{}>", rust_type(kind)),
        ParameterKind::One(kind) if is_always_given(parameter) => rust_type(kind).to_owned(),
        ParameterKind::One(kind) => format!("Option<{}>", rust_type(kind)),
    }
}

fn is_always_given(parameter: &Parameter) -> bool {
    parameter.form == Form::Required || parameter.default.is_some()
}

fn lower_form(form: &Form) -> FormPlan {
    match form {
        Form::Required => FormPlan::Required,
        Form::Optional => FormPlan::Optional,
        Form::Option(name) => FormPlan::Option(name.clone()),
    }
}
