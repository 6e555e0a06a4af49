//! One parameter of a command as a clap argument, and back. Texts are not read here: every surface reads them the same way.

use clap::{Arg, ArgAction, ArgMatches};
use zimagi_spec::descriptor::{
    CommandDescriptor, DefaultDescriptor, ParameterDescriptor, ParameterForm, ParameterKind,
};

use super::GivenValues;

/// The argument of a parameter.
pub(super) fn build(parameter: &'static ParameterDescriptor) -> Arg {
    let argument = Arg::new(parameter.name).help(help(parameter)).action(action(parameter.kind));
    let argument = match parameter.kind {
        ParameterKind::Flag => argument,
        // `--depth -3` and `--depth=-3` mean the same.
        ParameterKind::One(_) | ParameterKind::Many(_) => {
            argument.value_name(value_name(parameter)).allow_negative_numbers(true)
        }
    };
    let argument = match parameter.short {
        Some(letter) => argument.short(letter),
        None => argument,
    };
    match parameter.form {
        ParameterForm::Required => with_words(argument, parameter.kind).required(true),
        ParameterForm::Optional => with_words(argument, parameter.kind),
        ParameterForm::Option(name) => argument.long(name),
    }
}

/// The parameters that are given on a command line.
pub(super) fn typed(command: &'static CommandDescriptor) -> impl Iterator<Item = &'static ParameterDescriptor> {
    command.parameters.iter().filter(|parameter| !parameter.is_system)
}

/// The argument that takes all words as they are, also those with dashes.
pub(super) fn everything(parameter: &'static ParameterDescriptor) -> Arg {
    build(parameter).trailing_var_arg(true).allow_hyphen_values(true)
}

fn value_name(parameter: &ParameterDescriptor) -> String {
    if parameter.label.is_empty() { parameter.name.to_uppercase() } else { parameter.label.to_owned() }
}

/// The texts of a call, by parameter.
pub(super) fn given(command: &'static CommandDescriptor, leaf: &ArgMatches) -> GivenValues {
    typed(command).filter_map(|parameter| Some((parameter.name, texts(parameter, leaf)?))).collect()
}

const fn action(kind: ParameterKind) -> ArgAction {
    match kind {
        ParameterKind::Flag => ArgAction::SetTrue,
        ParameterKind::One(_) => ArgAction::Set,
        ParameterKind::Many(_) => ArgAction::Append,
    }
}

/// A list without dashes takes all the words that are left.
fn with_words(argument: Arg, kind: ParameterKind) -> Arg {
    match kind {
        ParameterKind::Many(_) => argument.num_args(0..),
        ParameterKind::One(_) | ParameterKind::Flag => argument,
    }
}

fn texts(parameter: &ParameterDescriptor, leaf: &ArgMatches) -> Option<Vec<String>> {
    match parameter.kind {
        ParameterKind::Flag => leaf.get_flag(parameter.name).then(Vec::new),
        ParameterKind::One(_) | ParameterKind::Many(_) => {
            leaf.get_many::<String>(parameter.name).map(|texts| texts.cloned().collect())
        }
    }
}

fn help(parameter: &ParameterDescriptor) -> String {
    let choices: Vec<_> = parameter.choices.iter().map(|choice| default_text(choice.value)).collect();
    let choices = (!choices.is_empty()).then(|| format!("[one of: {}]", choices.join(", ")));
    let default = parameter.default.filter(|_| parameter.kind != ParameterKind::Flag);
    let default = default.map(|default| format!("[default: {}]", default_text(default)));
    let parts = [Some(parameter.help.to_owned()).filter(|help| !help.is_empty()), choices, default];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn default_text(default: DefaultDescriptor) -> String {
    match default {
        DefaultDescriptor::Boolean(value) => value.to_string(),
        DefaultDescriptor::Integer(value) => value.to_string(),
        DefaultDescriptor::Float(value) => value.to_string(),
        DefaultDescriptor::Text(value) | DefaultDescriptor::Json(value) => value.to_owned(),
    }
}
