//! Commands and their parameters.

use indexmap::IndexMap;

use crate::descriptor::{ADMIN, ParameterKind, ScalarKind};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Suggestion};
use crate::document::{AudienceDoc, CommandDoc, Names, OptionalDoc, ParameterDoc, ParserWord, TypeWord};
use crate::source::{Span, Spanned};

use super::join::{CommandEntry, Joined};
use super::{Command, Form, Parameter};

pub(super) fn resolve_commands(joined: &Joined<'_>, diagnostics: &mut Diagnostics) -> IndexMap<String, Command> {
    joined.commands.iter().map(|(path, entry)| (path.clone(), resolve_command(entry, diagnostics))).collect()
}

fn resolve_command(entry: &CommandEntry, diagnostics: &mut Diagnostics) -> Command {
    let document = &entry.document;
    Command {
        path: document.path.clone(),
        owner: entry.owner,
        help: document.help.as_ref().map(|help| help.value.clone()).unwrap_or_default(),
        groups_allowed: groups(document.audience.as_ref().map(|audience| &audience.value)),
        is_offered: document.api_enabled.as_ref().is_none_or(|one| one.value),
        parameters: parameters(document, diagnostics),
    }
}

/// Closed by default: without a word it is for `admin` only.
fn groups(audience: Option<&AudienceDoc>) -> Option<Vec<Spanned<String>>> {
    match audience {
        None => Some(Vec::new()),
        Some(AudienceDoc::Everyone) => None,
        Some(AudienceDoc::Roles(roles)) => Some(roles.iter().filter(|role| role.value != ADMIN).cloned().collect()),
    }
}

fn parameters(document: &CommandDoc, diagnostics: &mut Diagnostics) -> IndexMap<String, Parameter> {
    let chosen: Vec<&ParameterDoc> = match &document.parse {
        None => document.parameters.iter().collect(),
        Some(parse) => chosen(parse, &document.parameters, diagnostics),
    };
    let resolved = chosen.into_iter().filter_map(|parameter| resolve_parameter(parameter, diagnostics));
    resolved.map(|parameter| (parameter.name.value.clone(), parameter)).collect()
}

fn chosen<'d>(parse: &Names, all: &'d [ParameterDoc], diagnostics: &mut Diagnostics) -> Vec<&'d ParameterDoc> {
    let mut chosen = Vec::new();
    for name in &parse.value {
        match all.iter().find(|parameter| parameter.name.value == name.value) {
            Some(parameter) => chosen.push(parameter),
            None => diagnostics.push(unknown_parameter(name, all)),
        }
    }
    chosen
}

fn resolve_parameter(document: &ParameterDoc, diagnostics: &mut Diagnostics) -> Option<Parameter> {
    let kind = kind(document);
    let form = form(document, kind, diagnostics)?;
    let default = document.default.as_ref();
    Some(Parameter {
        name: document.name.clone(),
        help: document.help.as_ref().map(|help| help.value.clone()).unwrap_or_default(),
        kind,
        form,
        default: default.and_then(|default| default.value.clone().map(|value| Spanned::new(value, default.span))),
    })
}

/// A boolean without a parser is a flag: as a variable every text but the empty one was true in the original.
fn kind(document: &ParameterDoc) -> ParameterKind {
    let type_ = document.type_.as_ref().map(|type_| type_.value);
    let parser = document.parser.as_ref().map(|parser| parser.value);
    match (parser, type_) {
        (Some(ParserWord::Flag), _) | (None, Some(TypeWord::Boolean)) => ParameterKind::Flag,
        (None, _) if document.flag.is_some() => ParameterKind::Flag,
        (Some(ParserWord::Variables), _) => ParameterKind::Many(scalar(type_)),
        (Some(ParserWord::Variable) | None, _) => ParameterKind::One(scalar(type_)),
    }
}

fn scalar(type_: Option<TypeWord>) -> ScalarKind {
    match type_ {
        None | Some(TypeWord::Text | TypeWord::ForeignKey) => ScalarKind::Text,
        Some(TypeWord::String { max_length }) => ScalarKind::String { max_length },
        Some(TypeWord::Integer) => ScalarKind::Integer,
        Some(TypeWord::Float) => ScalarKind::Float,
        Some(TypeWord::Boolean) => ScalarKind::Boolean,
        Some(TypeWord::Date) => ScalarKind::Date,
        Some(TypeWord::DateTime) => ScalarKind::DateTime,
        Some(TypeWord::Identifier) => ScalarKind::Identifier,
    }
}

fn form(document: &ParameterDoc, kind: ParameterKind, diagnostics: &mut Diagnostics) -> Option<Form> {
    let name = &document.name;
    match (kind, &document.optional, &document.flag) {
        (ParameterKind::Flag, None, None) | (ParameterKind::One(_) | ParameterKind::Many(_), None, None) => {
            Some(Form::Option(name.value.clone()))
        }
        (ParameterKind::Flag, None, Some(flag)) => option(flag, diagnostics),
        (ParameterKind::Flag, Some(optional), _) => match &optional.value {
            OptionalDoc::Option(text) => option(&Spanned::new(text.clone(), optional.span), diagnostics),
            OptionalDoc::Positional(_) => {
                diagnostics.push(shape(optional.span, name, "a flag is an option, it has no position"));
                None
            }
        },
        (ParameterKind::One(_) | ParameterKind::Many(_), _, Some(flag)) => {
            diagnostics.push(shape(flag.span, name, "`flag` is for flags; write `optional` for the option of a value"));
            None
        }
        (ParameterKind::One(_) | ParameterKind::Many(_), Some(optional), None) => match &optional.value {
            OptionalDoc::Positional(true) => Some(Form::Optional),
            OptionalDoc::Positional(false) => Some(Form::Required),
            OptionalDoc::Option(text) => option(&Spanned::new(text.clone(), optional.span), diagnostics),
        },
    }
}

fn option(text: &Spanned<String>, diagnostics: &mut Diagnostics) -> Option<Form> {
    let is_word = |name: &&str| {
        !name.is_empty()
            && !name.starts_with('-')
            && name.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c))
    };
    let name = text.value.strip_prefix("--").filter(is_word);
    if name.is_none() {
        diagnostics.push(bad_option(text));
    }
    name.map(|name| Form::Option(name.to_owned()))
}

fn bad_option(text: &Spanned<String>) -> Diagnostic {
    let word = text.value.trim_start_matches('-');
    Diagnostic::at(Code::BadOption, text.span, format!("`{}` is no option", text.value))
        .label("expected two dashes and a name")
        .help(format!("write `'--{word}'`"))
}

fn shape(span: Span, name: &Spanned<String>, text: &str) -> Diagnostic {
    Diagnostic::at(
        Code::ParameterShape,
        span,
        format!("the keys of the parameter `{}` do not fit together", name.value),
    )
    .label(text)
    .with_other(name.span, "the parameter")
    .help("remove this key")
}

fn unknown_parameter(name: &Spanned<String>, all: &[ParameterDoc]) -> Diagnostic {
    let known = all.iter().map(|parameter| parameter.name.value.as_str()).collect();
    Diagnostic::at(Code::UnknownParameter, name.span, format!("there is no parameter `{}`", name.value))
        .label("named by `parse`")
        .help_if(Suggestion { what: "parameters", known }.text(&name.value))
}
