//! What an import stores of each row.

use crate::diagnostic::{Code, Diagnostic};
use crate::document::Literal;
use crate::source::{Span, Spanned};
use crate::yaml::{Entry, Kind};

use super::key::{Key, ignored, key, takes, waiting};
use super::mapping::{Mapping, given_twice, named};
use super::reader::Reader;
use super::table::Table;
use super::takes::{Named, Takes};

/// What is stored for one data model, as written.
#[derive(Debug)]
pub struct TargetDoc {
    /// The data model.
    pub model: Spanned<String>,
    /// `requires`.
    pub requires: Vec<Spanned<String>>,
    /// `map`, in order.
    pub map: Vec<MapDoc>,
    /// `relations`, in order.
    pub relations: Vec<RelationDoc>,
}

/// How one plain field is filled, as written.
#[derive(Debug)]
pub struct MapDoc {
    /// The field.
    pub field: Spanned<String>,
    /// Where its value comes from.
    pub value: ColumnDoc,
}

/// Where a value comes from, as written.
#[derive(Debug)]
pub enum ColumnDoc {
    /// `column`.
    Column(Spanned<String>),
    /// `value`.
    Constant(Spanned<Option<Literal>>),
}

/// How one relation is filled, as written.
#[derive(Debug)]
pub struct RelationDoc {
    /// The field, or its column.
    pub field: Spanned<String>,
    /// `data`.
    pub model: Option<Spanned<String>>,
    /// `column`.
    pub column: Spanned<String>,
    /// `key_field`.
    pub key_field: Option<Spanned<String>>,
    /// `required`.
    pub required: Option<Spanned<bool>>,
}

const RELATIONS: Takes = Takes::Entries(&Takes::Entry(Table::Relation));

/// A formatter, one with its settings, or several that are applied in turn.
pub(super) const FORMATTER: Takes =
    Takes::Either(&[ONE_FORMATTER[0], ONE_FORMATTER[1], Takes::List(&Takes::Either(ONE_FORMATTER))]);

const ONE_FORMATTER: &[Takes] = &[Takes::Name(Named::ProviderOf("formatter")), Takes::Entry(Table::Formatter)];

/// Validators with their settings; all must accept.
pub(super) const VALIDATORS: Takes =
    Takes::EntriesOf(Named::ProviderOf("validator"), &Takes::Entries(&Takes::Anything));

pub(super) const KEYS: &[Key] = &[
    key("map", "a mapping of fields to columns", "Plain fields.")
        .takes(Takes::Entries(&Takes::Either(&[Takes::Text, Takes::Entry(Table::Map)]))),
    key("relations", "a mapping of relations", "Relations, found by a key.").takes(RELATIONS),
    key("requires", "a data model or a list of them", "Data models of this import that are stored first.")
        .takes(Takes::Texts),
    ignored("extra_columns", "The original's columns for validators.").takes(Takes::Texts),
    waiting("group", Takes::Text, "Which of several series is used."),
];

pub(super) const MAP_KEYS: &[Key] = &[
    key("column", "a column", "The column with the value.").takes(Takes::Texts),
    key("value", "one value", "The same value for every row.").takes(Takes::Scalar),
    waiting("formatter", FORMATTER, "Changes the value."),
    waiting("validators", VALIDATORS, "Refuses values."),
    waiting("required", Takes::Boolean, "Rejects rows without a value: fields that cannot be null do so."),
];

pub(super) const RELATION_KEYS: &[Key] = &[
    key("data", "a data model", "The data model referred to; the relation's own by default.")
        .takes(Takes::Name(Named::Model)),
    key("column", "a column", "The column with the key.").takes(Takes::Text),
    key("key_field", "a field", "The field of the other data model that is compared; its key by default.")
        .takes(Takes::Text),
    takes("required", Takes::Boolean, "Whether a key that is not found rejects the row; false by default."),
    ignored("warn", "The original's warning: every rejected row is reported.").takes(Takes::Boolean),
    waiting("multiple", Takes::Boolean, "Several keys in one cell."),
    waiting(
        "scope",
        Takes::Entries(&Takes::Either(&[Takes::Scalar, Takes::Entry(Table::Relation)])),
        "The scope of the key: a column, a constant or another relation for each relation of it.",
    ),
    waiting("formatter", FORMATTER, "Changes the key."),
    waiting("validators", VALIDATORS, "Refuses keys."),
    waiting("value", Takes::Scalar, "The same record for every row."),
    waiting("separator", Takes::Text, "What stands between several keys."),
];

pub(super) const FORMATTER_KEYS: &[Key] =
    &[takes("provider", Takes::Name(Named::ProviderOf("formatter")), "The formatter; other keys are its settings.")
        .required("string")];

pub(super) fn read_target(entry: &Entry, reader: &mut Reader<'_>) -> Option<TargetDoc> {
    let model = entry.key.clone();
    let mapping = Mapping::open(model.span, format!("`{}`", model.value), &entry.value, KEYS, reader)?;
    let requires = mapping.names("requires", reader).map(|names| names.value).unwrap_or_default();
    let map = entries(&mapping, "map", reader).iter().filter_map(|entry| read_map(entry, reader)).collect();
    let relations = entries(&mapping, "relations", reader);
    let relations = relations.iter().filter_map(|entry| read_relation(entry, reader)).collect();
    Some(TargetDoc { model, requires, map, relations })
}

fn entries<'n>(mapping: &Mapping<'n>, key: &str, reader: &mut Reader<'_>) -> &'n [Entry] {
    mapping.entry(key).map_or(&[], |entry| named(&entry.value, &format!("`{key}`"), reader))
}

fn read_map(entry: &Entry, reader: &mut Reader<'_>) -> Option<MapDoc> {
    let field = entry.key.clone();
    let what = format!("the map of `{}`", field.value);
    if let Kind::Scalar(_) = &entry.value.kind {
        let column = reader.text(&entry.value, &what)?;
        return Some(MapDoc { field, value: ColumnDoc::Column(column) });
    }
    let mapping = Mapping::open(field.span, what.as_str(), &entry.value, MAP_KEYS, reader)?;
    let column = mapping.text("column", reader);
    let constant = mapping.literal("value", reader);
    let value = match (column, constant) {
        (Some(column), Some(constant)) => {
            reader.report(given_twice(constant.span, column.span, "the value"));
            ColumnDoc::Column(column)
        }
        (Some(column), None) => ColumnDoc::Column(column),
        (None, Some(constant)) => ColumnDoc::Constant(constant),
        (None, None) => {
            reader.report(no_value(field.span, &what));
            return None;
        }
    };
    Some(MapDoc { field, value })
}

fn read_relation(entry: &Entry, reader: &mut Reader<'_>) -> Option<RelationDoc> {
    let field = entry.key.clone();
    let what = format!("the relation `{}`", field.value);
    let mapping = Mapping::open(field.span, what, &entry.value, RELATION_KEYS, reader)?;
    mapping.missing("column", "COLUMN", reader);
    Some(RelationDoc {
        model: mapping.text("data", reader),
        key_field: mapping.text("key_field", reader),
        required: mapping.boolean("required", reader),
        column: mapping.text("column", reader)?,
        field,
    })
}

fn no_value(span: Span, what: &str) -> Diagnostic {
    Diagnostic::at(Code::MissingKey, span, format!("{what} has neither `column` nor `value`"))
        .label("where does the value come from?")
        .help("add `column: COLUMN`, or `value: VALUE` for the same value in every row")
}
