//! What a command changes of a parameter that it takes: the arguments of the parameter's reading, in the original's order
//! or by their names.

use crate::descriptor::ParameterKind;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Suggestion};
use crate::document::{ArgumentDoc, ArgumentsDoc, ParameterDoc, ParseDoc, ParserWord};
use crate::source::{Span, Spanned};

use super::Parameter;
use super::parameter::{optional_form, options};

/// Which arguments a parameter has, by how it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Signature {
    Flag,
    Value,
    Fields,
    /// Made from a data model.
    Made,
    /// The fields of a data model.
    MadeFields,
    /// The switch that counts records of a data model.
    Count,
    Search,
    /// It is as it is.
    Nothing,
}

/// One argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Argument {
    Flag,
    Optional,
    Help,
    Label,
    Tags,
    System,
    /// A method of the original or its arguments.
    Callback,
}

const CALLBACK: Argument = Argument::Callback;

impl Signature {
    pub(super) fn of(document: &ParameterDoc) -> Self {
        match document.parser.as_ref().map(|parser| parser.value) {
            Some(ParserWord::Fields) => Self::Fields,
            Some(ParserWord::Flag) => Self::Flag,
            None if document.flag.is_some() => Self::Flag,
            Some(ParserWord::Variable | ParserWord::Variables) | None => Self::Value,
        }
    }

    const fn arguments(self) -> &'static [(&'static str, Argument)] {
        match self {
            Self::Flag => &[
                ("flag", Argument::Flag),
                ("help_text", Argument::Help),
                ("tags", Argument::Tags),
                ("system", Argument::System),
            ],
            Self::Value => &[
                ("optional", Argument::Optional),
                ("help_text", Argument::Help),
                ("value_label", Argument::Label),
                ("tags", Argument::Tags),
                ("system", Argument::System),
            ],
            Self::Fields => &[
                ("optional", Argument::Optional),
                ("help_callback", CALLBACK),
                ("callback_args", CALLBACK),
                ("callback_options", CALLBACK),
                ("tags", Argument::Tags),
                ("system", Argument::System),
            ],
            Self::Made => &[("optional", Argument::Optional), ("help_text", Argument::Help), ("tags", Argument::Tags)],
            Self::MadeFields => &[
                ("optional", Argument::Optional),
                ("help_callback", CALLBACK),
                ("exclude_fields", CALLBACK),
                ("tags", Argument::Tags),
            ],
            Self::Count => &[("help_text", Argument::Help), ("tags", Argument::Tags)],
            Self::Search => &[("optional", Argument::Optional), ("help_text", Argument::Help)],
            Self::Nothing => &[],
        }
    }
}

/// Changes a parameter by what the command says of it.
pub(super) fn adapt(parameter: &mut Parameter, signature: Signature, parse: &ParseDoc, diagnostics: &mut Diagnostics) {
    let arguments = signature.arguments();
    match &parse.arguments {
        ArgumentsDoc::Listed(given) => {
            for (at, one) in given.iter().enumerate() {
                match arguments.get(at) {
                    Some((name, argument)) => set(parameter, (name, *argument), one, diagnostics),
                    None => diagnostics.push(too_many(&parse.name, one.span, arguments.len())),
                }
            }
        }
        ArgumentsDoc::Named(given) => {
            for (key, one) in given {
                match arguments.iter().find(|(name, _)| *name == key.value) {
                    Some((name, argument)) => set(parameter, (name, *argument), one, diagnostics),
                    None => diagnostics.push(unknown(&parse.name, key, arguments)),
                }
            }
        }
    }
}

fn set(
    parameter: &mut Parameter,
    (name, argument): (&str, Argument),
    given: &ArgumentDoc,
    diagnostics: &mut Diagnostics,
) {
    if given.is_null {
        return;
    }
    let text = given.text.clone();
    let is_set = match argument {
        Argument::Flag => text.is_some_and(|flag| {
            set_form(parameter, options(&[Spanned::new(flag, given.span)], given.span, diagnostics))
        }),
        Argument::Optional => match given.optional.as_ref().filter(|_| parameter.kind != ParameterKind::Flag) {
            Some(optional) => set_form(parameter, optional_form(optional, diagnostics)),
            None => false,
        },
        Argument::Help => text.map(|help| parameter.help = help).is_some(),
        Argument::Label => text.map(|label| parameter.label = Some(label.to_uppercase())).is_some(),
        Argument::Tags => given.texts.clone().map(|tags| parameter.tags = tags).is_some(),
        Argument::System => {
            text.and_then(|text| text.parse().ok()).map(|system| parameter.is_system = system).is_some()
        }
        Argument::Callback => {
            diagnostics.push(dead(name, given.span));
            true
        }
    };
    if !is_set {
        diagnostics.push(unfit(name, argument, &parameter.name, given.span));
    }
}

/// A form that is mistaken was reported.
fn set_form(parameter: &mut Parameter, form: Option<(super::Form, Option<char>)>) -> bool {
    if let Some((form, short)) = form {
        (parameter.form, parameter.short) = (form, short);
    }
    true
}

fn too_many(name: &Spanned<String>, place: Span, count: usize) -> Diagnostic {
    let takes = match count {
        0 => "it is taken as it is".to_owned(),
        1 => "it takes one argument".to_owned(),
        count => format!("it takes at most {count} arguments"),
    };
    Diagnostic::at(Code::ParseArgument, place, format!("`parse` says too much of `{}`", name.value))
        .label(takes)
        .help("remove this argument")
}

fn unknown(name: &Spanned<String>, key: &Spanned<String>, arguments: &[(&str, Argument)]) -> Diagnostic {
    let known: Vec<_> = arguments.iter().map(|(name, _)| *name).collect();
    let help = match known.is_empty() {
        true => Some("remove it: this parameter is taken as it is".to_owned()),
        false => Suggestion { what: "arguments", known }.text(&key.value),
    };
    let message = format!("the reading of `{}` has no argument `{}`", name.value, key.value);
    Diagnostic::at(Code::ParseArgument, key.span, message).label("unknown argument").help_if(help)
}

fn unfit(key: &str, argument: Argument, name: &Spanned<String>, place: Span) -> Diagnostic {
    let expected = match argument {
        Argument::Flag => "an option such as `'--name'`",
        Argument::Optional => "`true`, `false` or an option such as `'--name'`",
        Argument::Help | Argument::Label | Argument::Callback => "text",
        Argument::Tags => "a text or a list of texts",
        Argument::System => "`true` or `false`",
    };
    Diagnostic::at(Code::ParseArgument, place, format!("`{key}` of `{}` in `parse` does not fit", name.value))
        .label(format!("expected {expected}"))
        .help("change this argument")
}

fn dead(name: &str, place: Span) -> Diagnostic {
    Diagnostic::at(Code::DeadKey, place, format!("`{name}` has no effect"))
        .label("a method of the original's command, or what is given to it")
        .help("remove it")
}
