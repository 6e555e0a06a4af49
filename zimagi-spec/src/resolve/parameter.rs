//! The parameters of a command: its own, inherited ones, those made from data models and those that every command may take.

use crate::descriptor::{JsonShape, ParameterKind, ParameterRole, ScalarKind};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Suggestion};
use crate::document::{OptionalDoc, ParameterDoc, ParseDoc, ParserWord, TypeWord, ValueWord};
use crate::source::{Span, Spanned};

use super::adaptation::{Signature, adapt};
use super::command::Family;
use super::command_layers::strongest;
use super::{Choice, Form, Literal, Parameter};

/// What `parse` names; without it all that the command declares itself.
pub(super) fn resolve_parameters(family: &Family<'_>, diagnostics: &mut Diagnostics) -> Vec<Parameter> {
    let mut parameters: Vec<Parameter> = Vec::new();
    match strongest(&family.layers, |layer| layer.parse.as_ref()) {
        None => {
            let own = family.entry.document.parameters.iter();
            parameters.extend(own.filter_map(|one| resolve_parameter(family, one, diagnostics)));
        }
        Some(parse) => {
            for one in &parse.value {
                for parameter in parsed(family, one, "parse", diagnostics) {
                    if parameters.iter().all(|known| known.name.value != parameter.name.value) {
                        parameters.push(parameter);
                    }
                }
            }
        }
    }
    parameters
}

/// The parameter of a name with its adaptations, after those that come with it.
pub(super) fn parsed(
    family: &Family<'_>,
    parse: &ParseDoc,
    key: &str,
    diagnostics: &mut Diagnostics,
) -> Vec<Parameter> {
    let name = &parse.name;
    let declared = family
        .layers
        .iter()
        .rev()
        .find_map(|layer| layer.parameters.iter().find(|parameter| parameter.name.value == name.value));
    if let Some(document) = declared {
        let Some(mut parameter) = resolve_parameter(family, document, diagnostics) else { return Vec::new() };
        adapt(&mut parameter, Signature::of(document), parse, diagnostics);
        return vec![parameter];
    }
    let accessors = family.accessors();
    let made = accessors.make(name).or_else(|| built_in(name).map(|one| (vec![one.0], one.1)));
    let Some((mut parameters, signature)) = made else {
        if !accessors.is_lost {
            diagnostics.push(unknown_parameter(name, key, &known_names(family)));
        }
        return Vec::new();
    };
    if let Some(last) = parameters.last_mut() {
        adapt(last, signature, parse, diagnostics);
    }
    parameters
}

/// Every word that is typed, for a command that reads them itself.
pub(super) fn everything(place: Span) -> Parameter {
    let name = Spanned::new("args".to_owned(), place);
    let help = "All words as they are.".to_owned();
    Parameter { form: Form::Optional, ..plain(name, help, ParameterKind::Many(ScalarKind::Text)) }
}

/// A parameter of which nothing else is said.
pub(super) fn plain(name: Spanned<String>, help: String, kind: ParameterKind) -> Parameter {
    Parameter {
        form: Form::Option(name.value.clone()),
        name,
        help,
        kind,
        short: None,
        default: None,
        choices: Vec::new(),
        label: None,
        tags: Vec::new(),
        is_system: false,
        is_interpolated: false,
        role: ParameterRole::Plain,
        model: None,
        field: None,
    }
}

/// The parameters that every command may parse.
fn built_in(name: &Spanned<String>) -> Option<(Parameter, Signature)> {
    let (_, help) = BUILT_IN.iter().find(|(known, _)| *known == name.value)?;
    if name.value == "search" {
        let kind = ParameterKind::Many(ScalarKind::Text);
        let search = plain(name.clone(), (*help).to_owned(), kind);
        return Some((Parameter { form: Form::Optional, role: ParameterRole::Search, ..search }, Signature::Search));
    }
    Some((plain(name.clone(), (*help).to_owned(), ParameterKind::Flag), Signature::Nothing))
}

const BUILT_IN: &[(&str, &str)] = &[
    ("test", "Show what would be done, and do nothing."),
    ("force", "Do it without asking, and in spite of errors."),
    ("count", "Show only how many there are."),
    ("clear", "Remove what was there before."),
    ("search", "Terms that must be met."),
];

fn resolve_parameter(family: &Family<'_>, document: &ParameterDoc, diagnostics: &mut Diagnostics) -> Option<Parameter> {
    let kind = kind(document);
    let (form, short) = form(document, kind, diagnostics)?;
    let default = document.default.as_ref();
    let is_fields = document.parser.as_ref().is_some_and(|parser| parser.value == ParserWord::Fields);
    let may_interpolate = family.is_set(|layer| layer.interpolate.as_ref()).unwrap_or(true);
    Some(Parameter {
        form,
        short,
        default: default.and_then(|default| default.value.clone().map(|value| Spanned::new(value, default.span))),
        choices: document.choices.iter().flat_map(|choices| &choices.value).map(choice).collect(),
        label: document.label.as_ref().map(|label| label.value.to_uppercase()),
        tags: document.tags.iter().map(|tag| tag.value.clone()).collect(),
        is_system: document.system.as_ref().is_some_and(|one| one.value),
        is_interpolated: may_interpolate && document.interpolate.as_ref().is_some_and(|one| one.value),
        role: if is_fields { ParameterRole::Fields } else { ParameterRole::Plain },
        model: document.model.as_ref().map(|model| model.value.clone()),
        ..plain(document.name.clone(), document.help.as_ref().map(|help| help.value.clone()).unwrap_or_default(), kind)
    })
}

fn choice(document: &crate::document::ChoiceDoc) -> Choice {
    let text = match &document.value.value {
        Literal::Boolean(value) => value.to_string(),
        Literal::Integer(value) => value.to_string(),
        Literal::Float(value) => value.to_string(),
        Literal::Text(text) | Literal::Json(text) => text.clone(),
    };
    Choice { value: document.value.clone(), label: document.label.clone().unwrap_or(text) }
}

/// A boolean without a parser is a flag: as a variable every text but the empty one was true in the original.
fn kind(document: &ParameterDoc) -> ParameterKind {
    let type_ = document.type_.as_ref().map(|type_| type_.value);
    let parser = document.parser.as_ref().map(|parser| parser.value);
    match (parser, type_) {
        (Some(ParserWord::Flag), _) | (None, Some(ValueWord::One(TypeWord::Boolean))) => ParameterKind::Flag,
        (None, _) if document.flag.is_some() => ParameterKind::Flag,
        (Some(ParserWord::Fields), _) | (_, Some(ValueWord::List)) => ParameterKind::Many(ScalarKind::Text),
        (Some(ParserWord::Variables), _) => ParameterKind::Many(scalar(type_)),
        (Some(ParserWord::Variable) | None, _) => ParameterKind::One(scalar(type_)),
    }
}

fn scalar(type_: Option<ValueWord>) -> ScalarKind {
    match type_ {
        Some(ValueWord::Dict) => ScalarKind::Json(JsonShape::Dict),
        None | Some(ValueWord::List | ValueWord::One(TypeWord::Text | TypeWord::ForeignKey)) => ScalarKind::Text,
        Some(ValueWord::One(TypeWord::String { max_length })) => ScalarKind::String { max_length },
        Some(ValueWord::One(TypeWord::Integer)) => ScalarKind::Integer,
        Some(ValueWord::One(TypeWord::Float)) => ScalarKind::Float,
        Some(ValueWord::One(TypeWord::Boolean)) => ScalarKind::Boolean,
        Some(ValueWord::One(TypeWord::Date)) => ScalarKind::Date,
        Some(ValueWord::One(TypeWord::DateTime)) => ScalarKind::DateTime,
        Some(ValueWord::One(TypeWord::Identifier)) => ScalarKind::Identifier,
    }
}

type Written = (Form, Option<char>);

fn form(document: &ParameterDoc, kind: ParameterKind, diagnostics: &mut Diagnostics) -> Option<Written> {
    let name = &document.name;
    let is_fields = document.parser.as_ref().is_some_and(|parser| parser.value == ParserWord::Fields);
    match (kind, &document.optional, &document.flag) {
        (_, None, None) if is_fields => Some((Form::Required, None)),
        (_, None, None) => Some((Form::Option(name.value.clone()), None)),
        (ParameterKind::Flag, None, Some(flag)) => options(std::slice::from_ref(flag), flag.span, diagnostics),
        (ParameterKind::Flag, Some(optional), _) => match &optional.value {
            OptionalDoc::Options(texts) => options(texts, optional.span, diagnostics),
            OptionalDoc::Positional(_) => {
                diagnostics.push(shape(optional.span, name, "a flag is an option, it has no position"));
                None
            }
        },
        (ParameterKind::One(_) | ParameterKind::Many(_), _, Some(flag)) => {
            diagnostics.push(shape(flag.span, name, "`flag` is for flags; write `optional` for the option of a value"));
            None
        }
        (ParameterKind::One(_) | ParameterKind::Many(_), Some(optional), None) => optional_form(optional, diagnostics),
    }
}

/// What `optional` says of a value.
pub(super) fn optional_form(optional: &Spanned<OptionalDoc>, diagnostics: &mut Diagnostics) -> Option<Written> {
    match &optional.value {
        OptionalDoc::Positional(true) => Some((Form::Optional, None)),
        OptionalDoc::Positional(false) => Some((Form::Required, None)),
        OptionalDoc::Options(texts) => options(texts, optional.span, diagnostics),
    }
}

/// One option, and perhaps one letter with one dash.
pub(super) fn options(texts: &[Spanned<String>], place: Span, diagnostics: &mut Diagnostics) -> Option<Written> {
    let (mut long, mut short) = (None, None);
    for text in texts {
        match (long_option(&text.value), short_option(&text.value)) {
            (Some(name), _) if long.is_none() => long = Some(name.to_owned()),
            (_, Some(letter)) if short.is_none() => short = Some(letter),
            _ => {
                diagnostics.push(bad_option(text));
                return None;
            }
        }
    }
    match long {
        Some(long) => Some((Form::Option(long), short)),
        None => {
            let text = texts.first().cloned().unwrap_or_else(|| Spanned::new(String::new(), place));
            diagnostics.push(bad_option(&text));
            None
        }
    }
}

fn long_option(text: &str) -> Option<&str> {
    let is_word = |name: &&str| {
        !name.is_empty()
            && !name.starts_with('-')
            && name.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c))
    };
    text.strip_prefix("--").filter(is_word)
}

fn short_option(text: &str) -> Option<char> {
    let mut letters = text.strip_prefix('-')?.chars();
    letters.next().filter(|letter| letter.is_ascii_alphanumeric() && letters.next().is_none())
}

fn known_names(family: &Family<'_>) -> Vec<String> {
    let mut known: Vec<String> = Vec::new();
    let declared = family.layers.iter().rev().flat_map(|layer| &layer.parameters).map(|one| one.name.value.clone());
    for name in declared.chain(family.accessors().names()) {
        if !known.contains(&name) {
            known.push(name);
        }
    }
    known
}

fn bad_option(text: &Spanned<String>) -> Diagnostic {
    let word = text.value.trim_start_matches('-');
    Diagnostic::at(Code::BadOption, text.span, format!("`{}` is no option", text.value))
        .label("expected two dashes and a name")
        .help(format!("write `'--{}'`", if word.is_empty() { "name" } else { word }))
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

fn unknown_parameter(name: &Spanned<String>, key: &str, known: &[String]) -> Diagnostic {
    let known = known.iter().map(String::as_str).collect();
    Diagnostic::at(Code::UnknownParameter, name.span, format!("there is no parameter `{}`", name.value))
        .label(format!("named by `{key}`"))
        .help_if(Suggestion { what: "parameters", known }.text(&name.value))
}
