//! Parameters of commands. Shapes are checked by the table; what cannot be known there is reported here.

use crate::diagnostic::Diagnostics;
use crate::document::Literal;
use crate::source::Spanned;
use crate::yaml::{Entry, Kind, Node, Style};

use super::choice::{ChoiceDoc, read_choices};
use super::key::{Key, dead, key, takes};
use super::literal::{Form, read_as};
use super::mapping::Mapping;
use super::option::setting;
use super::reader::{Reader, boolean};
use super::reference::is_template;
use super::takes::{Named, Takes};
use super::{TypeWord, part};

/// A parameter as written.
#[derive(Debug, Clone, PartialEq)]
pub struct ParameterDoc {
    /// Its name.
    pub name: Spanned<String>,
    /// `help`.
    pub help: Option<Spanned<String>>,
    /// `parser`.
    pub parser: Option<Spanned<ParserWord>>,
    /// `type`.
    pub type_: Option<Spanned<ValueWord>>,
    /// `optional`.
    pub optional: Option<Spanned<OptionalDoc>>,
    /// `flag`.
    pub flag: Option<Spanned<String>>,
    /// `default`; the inner `None` is null.
    pub default: Option<Spanned<Option<Literal>>>,
    /// `choices`.
    pub choices: Option<Spanned<Vec<ChoiceDoc>>>,
    /// `value_label`.
    pub label: Option<Spanned<String>>,
    /// `tags`.
    pub tags: Vec<Spanned<String>>,
    /// `system`.
    pub system: Option<Spanned<bool>>,
    /// `interpolate`.
    pub interpolate: Option<Spanned<bool>>,
    /// `data`.
    pub model: Option<Spanned<String>>,
}

/// How many values a parameter takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParserWord {
    /// None: it is there or not.
    Flag,
    /// One.
    Variable,
    /// Several.
    Variables,
    /// Several, each a name and its value.
    Fields,
}

/// What the values of a parameter are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValueWord {
    /// A value of this type.
    One(TypeWord),
    /// Several texts.
    List,
    /// A mapping.
    Dict,
}

/// `optional` as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OptionalDoc {
    /// `true`: a word that may be left out; `false`: a word that must be there.
    Positional(bool),
    /// Options, with their dashes.
    Options(Vec<Spanned<String>>),
}

const PARSERS: &[(&str, ParserWord)] = &[
    ("flag", ParserWord::Flag),
    ("variable", ParserWord::Variable),
    ("variables", ParserWord::Variables),
    ("fields", ParserWord::Fields),
];

const TYPES: &[(&str, ValueWord)] = &[
    ("string", ValueWord::One(TypeWord::String { max_length: 256 })),
    ("text", ValueWord::One(TypeWord::Text)),
    ("integer", ValueWord::One(TypeWord::Integer)),
    ("float", ValueWord::One(TypeWord::Float)),
    ("boolean", ValueWord::One(TypeWord::Boolean)),
    ("date", ValueWord::One(TypeWord::Date)),
    ("datetime", ValueWord::One(TypeWord::DateTime)),
    ("str", ValueWord::One(TypeWord::Text)),
    ("int", ValueWord::One(TypeWord::Integer)),
    ("bool", ValueWord::One(TypeWord::Boolean)),
    ("list", ValueWord::List),
    ("dict", ValueWord::Dict),
];

pub(super) const KEYS: &[Key] = &[
    takes(
        "parser",
        Takes::Word(&["flag", "variable", "variables", "fields"]),
        "How many values it takes; a variable by default.",
    ),
    takes(
        "type",
        Takes::Word(&[
            "string", "text", "integer", "float", "boolean", "date", "datetime", "str", "int", "bool", "list", "dict",
        ]),
        "What its values are; text by default.",
    ),
    key("optional", "true, false or an option", "A positional word or an option; `--NAME` by default.")
        .takes(Takes::Either(&[Takes::Scalar, Takes::List(&Takes::Text)])),
    key("flag", "an option", "The option of a flag; `--NAME` by default.").takes(Takes::Text),
    key("default", "one value", "The value if none is given."),
    takes("help", Takes::Text, "What it does."),
    takes("value_label", Takes::Text, "The word for its value in the help; its name by default."),
    takes("tags", Takes::Texts, "Labels for programs that show it."),
    takes("system", Takes::Boolean, "Whether only programs give it: it is not on the command line."),
    takes("interpolate", Takes::Boolean, "Whether its value may be parsed; false by default. Nothing parses it yet."),
    takes(
        "choices",
        Takes::Either(&[Takes::List(&Takes::Scalar), Takes::Entries(&Takes::Scalar)]),
        "The values that are possible; a mapping says what people call them.",
    ),
    takes("data", Takes::Name(Named::Model), "The data model whose fields `fields` takes."),
    dead("default_callback", "write the default itself; what depends on the moment belongs into the command's code"),
    dead("help_callback", "write the lines in `help`"),
    dead("callback_args", "write the lines in `help`"),
    dead("callback_options", "write the lines in `help`"),
    dead("postprocessor", "change the value in the command's code"),
];

pub(super) fn read_parameter(entry: &Entry, reader: &mut Reader<'_>) -> Option<ParameterDoc> {
    let name = entry.key.clone();
    let silent = &mut Diagnostics::default();
    let quiet = &mut Reader::new(silent);
    let mapping = Mapping::open(name.span, name.value.as_str(), &entry.value, KEYS, quiet)?;
    let is_text = !matches!(mapping.text("type", quiet), Some(word) if NUMBERS.contains(&word.value.as_str()));
    let choices = mapping.entry("choices");
    Some(ParameterDoc {
        help: mapping.text("help", quiet),
        parser: mapping.word("parser", PARSERS, quiet),
        type_: mapping.word("type", TYPES, quiet),
        optional: mapping.entry("optional").and_then(|entry| read_optional(&entry.value)),
        flag: mapping.text("flag", quiet),
        default: read_default(&mapping, reader),
        choices: choices.and_then(|entry| read_choices(&entry.value, Form::Word, is_text, "choices", quiet)),
        label: mapping.text("value_label", quiet),
        tags: part::texts(&mapping, "tags"),
        system: mapping.boolean("system", quiet),
        interpolate: mapping.boolean("interpolate", quiet),
        model: mapping.text("data", quiet),
        name,
    })
}

/// Types whose constants are no texts.
const NUMBERS: &[&str] = &["integer", "float", "boolean", "int", "bool"];

/// A constant, a list or a mapping. A setting of the running original is not known when specs are compiled.
fn read_default(mapping: &Mapping<'_>, reader: &mut Reader<'_>) -> Option<Spanned<Option<Literal>>> {
    let node = &mapping.written("default")?.value;
    if let Kind::Scalar(scalar) = &node.kind
        && is_template(&scalar.text)
    {
        reader.report(setting(&Spanned::new(scalar.text.clone(), node.span)));
        return None;
    }
    let form = if matches!(node.kind, Kind::Sequence(_) | Kind::Mapping(_)) { Form::Json } else { Form::Word };
    read_as(form, node, &mapping.what("default"), reader)
}

/// A word, or the options that stand for it.
pub(super) fn read_optional(node: &Node) -> Option<Spanned<OptionalDoc>> {
    let text = |item: &Node| match &item.kind {
        Kind::Scalar(scalar) => Some(Spanned::new(scalar.text.clone(), item.span)),
        Kind::Null | Kind::Sequence(_) | Kind::Mapping(_) => None,
    };
    let value = match &node.kind {
        Kind::Scalar(scalar) => match boolean(&scalar.text).filter(|_| scalar.style == Style::Plain) {
            Some(value) => OptionalDoc::Positional(value),
            None => OptionalDoc::Options(text(node).into_iter().collect()),
        },
        Kind::Sequence(items) => OptionalDoc::Options(items.iter().filter_map(text).collect()),
        Kind::Null | Kind::Mapping(_) => return None,
    };
    Some(Spanned::new(value, node.span))
}
