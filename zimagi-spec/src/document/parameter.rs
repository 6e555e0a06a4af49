//! Parameters of commands.

use crate::document::Literal;
use crate::source::Spanned;
use crate::yaml::{Entry, Kind, Style};

use super::TypeWord;
use super::key::{Key, ignored, key, not_yet};
use super::mapping::{Mapping, not_supported_yet};
use super::reader::{Reader, boolean};

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
    pub type_: Option<Spanned<TypeWord>>,
    /// `optional`.
    pub optional: Option<Spanned<OptionalDoc>>,
    /// `flag`.
    pub flag: Option<Spanned<String>>,
    /// `default`; the inner `None` is null.
    pub default: Option<Spanned<Option<Literal>>>,
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
}

/// `optional` as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OptionalDoc {
    /// `true`: a word that may be left out; `false`: a word that must be there.
    Positional(bool),
    /// An option, with its dashes.
    Option(String),
}

const PARSERS: &[(&str, ParserWord)] =
    &[("flag", ParserWord::Flag), ("variable", ParserWord::Variable), ("variables", ParserWord::Variables)];

const TYPES: &[(&str, TypeWord)] = &[
    ("string", TypeWord::String { max_length: 256 }),
    ("text", TypeWord::Text),
    ("integer", TypeWord::Integer),
    ("float", TypeWord::Float),
    ("boolean", TypeWord::Boolean),
    ("date", TypeWord::Date),
    ("datetime", TypeWord::DateTime),
    ("str", TypeWord::Text),
    ("int", TypeWord::Integer),
    ("bool", TypeWord::Boolean),
];

pub(super) const KEYS: &[Key] = &[
    key("parser", "flag, variable or variables", "How many values it takes; a variable by default."),
    key("type", "a word", "What its values are; text by default."),
    key("optional", "true, false or an option", "A positional word or an option; `--NAME` by default."),
    key("flag", "an option", "The option of a flag; `--NAME` by default."),
    key("default", "one value", "The value if none is given."),
    key("help", "text", "What it does."),
    ignored("value_label", "The original's word in the help."),
    ignored("tags", "The original's labels."),
    not_yet("choices", "The values that are possible."),
    not_yet("default_callback", "A method that gives the default."),
    not_yet("postprocessor", "A method applied to the value."),
    not_yet("system", "Whether only the API takes it."),
    not_yet("interpolate", "Whether its value is parsed."),
    not_yet("data", "The data model of a `fields` parameter."),
    not_yet("help_callback", "A method that gives help lines."),
    not_yet("callback_args", "Arguments of that method."),
    not_yet("callback_options", "Arguments of that method."),
];

pub(super) fn read_parameter(entry: &Entry, reader: &mut Reader<'_>) -> Option<ParameterDoc> {
    let name = entry.key.clone();
    let what = format!("the parameter `{}`", name.value);
    let mapping = Mapping::open(name.span, what, &entry.value, KEYS, reader)?;
    Some(ParameterDoc {
        help: mapping.text("help", reader),
        parser: mapping.word("parser", PARSERS, reader),
        type_: mapping.word("type", TYPES, reader),
        optional: read_optional(&mapping, reader),
        flag: mapping.text("flag", reader),
        default: mapping.literal("default", reader),
        name,
    })
}

fn read_optional(mapping: &Mapping<'_>, reader: &mut Reader<'_>) -> Option<Spanned<OptionalDoc>> {
    let node = &mapping.entry("optional")?.value;
    let value = match &node.kind {
        Kind::Scalar(scalar) => match boolean(&scalar.text).filter(|_| scalar.style == Style::Plain) {
            Some(value) => OptionalDoc::Positional(value),
            None => OptionalDoc::Option(scalar.text.clone()),
        },
        Kind::Sequence(_) => {
            reader.report(not_supported_yet(node.span, "an option with several names"));
            return None;
        }
        Kind::Null | Kind::Mapping(_) => {
            reader.wrong_shape(node, "`optional`", "`true`, `false` or an option");
            return None;
        }
    };
    Some(Spanned::new(value, node.span))
}
