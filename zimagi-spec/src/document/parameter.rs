//! Parameters of commands.

use crate::document::Literal;
use crate::source::Spanned;
use crate::yaml::{Entry, Kind, Style};

use super::TypeWord;
use super::key::{Key, Standing, ignored, key, takes, waiting};
use super::mapping::Mapping;
use super::reader::{Reader, boolean};
use super::reference::is_template;
use super::takes::{Named, Takes};

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
    ignored("value_label", "The original's word in the help.").takes(Takes::Text),
    ignored("tags", "The original's labels.").takes(Takes::Texts),
    waiting(
        "choices",
        Takes::Either(&[Takes::List(&Takes::Scalar), Takes::Entries(&Takes::Scalar)]),
        "The values that are possible.",
    ),
    waiting("default_callback", Takes::Text, "A method that gives the default."),
    waiting("postprocessor", Takes::Text, "A method applied to the value."),
    waiting("system", Takes::Boolean, "Whether only the API takes it."),
    waiting("interpolate", Takes::Boolean, "Whether its value is parsed."),
    waiting("data", Takes::Name(Named::Model), "The data model of a `fields` parameter."),
    waiting("help_callback", Takes::Text, "A method that gives help lines."),
    waiting("callback_args", Takes::Anything, "Arguments of that method."),
    waiting("callback_options", Takes::Anything, "Arguments of that method."),
];

/// Whether it uses what has no meaning yet: a command that takes it waits.
pub(super) fn waits(entry: &Entry) -> bool {
    let uses =
        |key: &Key| key.standing == Standing::Waiting && entry.value.get(key.name).is_some_and(|node| !node.is_null());
    let says = |key: &str, words: &[&str]| matches!(entry.value.get(key).map(|node| &node.kind), Some(Kind::Scalar(one)) if words.contains(&one.text.as_str()));
    let is_list =
        |key: &str| matches!(entry.value.get(key).map(|node| &node.kind), Some(Kind::Sequence(_) | Kind::Mapping(_)));
    let is_reference =
        matches!(entry.value.get("default").map(|node| &node.kind), Some(Kind::Scalar(one)) if is_template(&one.text));
    KEYS.iter().any(uses)
        || says("parser", &["fields"])
        || says("type", &["list", "dict"])
        || is_list("optional")
        || is_list("default")
        || is_reference
}

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
        Kind::Null | Kind::Sequence(_) | Kind::Mapping(_) => {
            reader.wrong_shape(node, "`optional`", "`true`, `false` or an option");
            return None;
        }
    };
    Some(Spanned::new(value, node.span))
}
