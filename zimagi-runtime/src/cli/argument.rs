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
            argument.value_name(parameter.name.to_uppercase()).allow_negative_numbers(true)
        }
    };
    match parameter.form {
        ParameterForm::Required => with_words(argument, parameter.kind).required(true),
        ParameterForm::Optional => with_words(argument, parameter.kind),
        ParameterForm::Option(name) => argument.long(name),
    }
}

/// The texts of a call, by parameter.
pub(super) fn given(command: &'static CommandDescriptor, leaf: &ArgMatches) -> GivenValues {
    command.parameters.iter().filter_map(|parameter| Some((parameter.name, texts(parameter, leaf)?))).collect()
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
    match parameter.default {
        Some(default) if parameter.kind != ParameterKind::Flag => {
            let text = format!("{} [default: {}]", parameter.help, default_text(default));
            text.trim_start().to_owned()
        }
        _ => parameter.help.to_owned(),
    }
}

fn default_text(default: DefaultDescriptor) -> String {
    match default {
        DefaultDescriptor::Boolean(value) => value.to_string(),
        DefaultDescriptor::Integer(value) => value.to_string(),
        DefaultDescriptor::Float(value) => value.to_string(),
        DefaultDescriptor::Text(value) | DefaultDescriptor::Json(value) => value.to_owned(),
    }
}
