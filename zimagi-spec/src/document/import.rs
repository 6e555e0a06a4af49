//! Imports.

use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Span, Spanned};
use crate::yaml::Entry;

use super::import_target::{TargetDoc, read_target};
use super::key::{Key, ignored, key, takes, waiting};
use super::mapping::{Mapping, named};
use super::reader::Reader;
use super::table::Table;
use super::takes::{Named, Takes};
use super::{SpecDoc, import_waits};

/// An import as written.
#[derive(Debug)]
pub struct ImportDoc {
    /// Its name.
    pub name: Spanned<String>,
    /// Whether reading it failed somewhere: what depends on it is not reported.
    pub is_mistaken: bool,
    /// `tags`.
    pub tags: Vec<Spanned<String>>,
    /// `requires`.
    pub requires: Vec<Spanned<String>>,
    /// `source` with its settings.
    pub source: SourceDoc,
    /// `data`, in order.
    pub targets: Vec<TargetDoc>,
}

/// Where rows come from, as written.
#[derive(Debug, PartialEq, Eq)]
pub struct SourceDoc {
    /// `file`.
    pub file: Spanned<String>,
    /// `archive_file`.
    pub archive_file: Option<Spanned<String>>,
    /// `separator`.
    pub separator: u8,
    /// `null_values`.
    pub null_values: Vec<String>,
}

pub(super) const KEYS: &[Key] = &[
    takes("source", Takes::Name(Named::ProviderOf("source")), "The kind of source.").required(CSV_FILE),
    key("file", "a path", "The file, relative to the files folder.").takes(Takes::Text),
    key("archive_file", "a path", "The member to read if `file` is a zip archive.").takes(Takes::Text),
    key("separator", "one ASCII character", "What stands between cells; `,` by default.").takes(Takes::Text),
    takes("null_values", Takes::Texts, "Cells that mean null; only the empty cell by default."),
    key("tags", "a name or a list of names", "Labels to select by.").takes(Takes::Texts),
    key("requires", "an import or a list of imports", "Imports that must run earlier.").takes(Takes::Texts),
    key("data", "a mapping of data models", "What is stored of each row.")
        .takes(Takes::EntriesOf(Named::Model, &Takes::Entry(Table::Target)))
        .required("{model: {map: {field: column}}}"),
    ignored("data_type", "The original's type of all columns: the fields decide.").takes(Takes::Text),
    waiting("header", Takes::Integer, "The line that names the columns; it is the first."),
    waiting("disable_save", Takes::Boolean, "Only validates."),
];

const CSV_FILE: &str = "csv_file";

const SOURCES: &[(&str, ())] = &[(CSV_FILE, ())];

/// Reads an import; one that uses what has no meaning yet waits, because its rows would be others.
pub(super) fn read_import(entry: &Entry, spec: &mut SpecDoc, reader: &mut Reader<'_>) {
    if let Some(rest) = import_waits::waits(entry) {
        return spec.parts.push(import_waits::read_waiting(entry, rest, reader));
    }
    let (document, is_fine) = reader.watch(|reader| read_entry(entry, reader));
    spec.imports.extend(document.map(|document| ImportDoc { is_mistaken: !is_fine, ..document }));
}

fn read_entry(entry: &Entry, reader: &mut Reader<'_>) -> Option<ImportDoc> {
    let name = entry.key.clone();
    let what = format!("the import `{}`", name.value);
    let mapping = Mapping::open(name.span, what, &entry.value, KEYS, reader)?;
    mapping.missing("source", "csv_file", reader);
    mapping.missing("file", "data/rows.csv", reader);
    mapping.missing("data", "{model: {map: {field: column}}}", reader);
    mapping.word("source", SOURCES, reader);
    let file = mapping.text("file", reader);
    let archive_file = mapping.text("archive_file", reader);
    let separator = read_separator(&mapping, reader);
    let null_values = mapping.names("null_values", reader);
    Some(ImportDoc {
        is_mistaken: false,
        tags: mapping.names("tags", reader).map(|tags| tags.value).unwrap_or_default(),
        requires: mapping.names("requires", reader).map(|requires| requires.value).unwrap_or_default(),
        targets: read_targets(&mapping, reader),
        source: SourceDoc {
            file: file?,
            archive_file,
            separator,
            null_values: null_values.map_or_else(|| vec![String::new()], texts),
        },
        name,
    })
}

fn texts(names: super::Names) -> Vec<String> {
    names.value.into_iter().map(|name| name.value).collect()
}

fn read_targets(mapping: &Mapping<'_>, reader: &mut Reader<'_>) -> Vec<TargetDoc> {
    let Some(entry) = mapping.entry("data") else { return Vec::new() };
    let targets = named(&entry.value, "`data`", reader);
    targets.iter().filter_map(|target| read_target(target, reader)).collect()
}

fn read_separator(mapping: &Mapping<'_>, reader: &mut Reader<'_>) -> u8 {
    let Some(separator) = mapping.text("separator", reader) else { return b',' };
    match separator.value.as_bytes() {
        [byte] if byte.is_ascii() && !matches!(byte, b'"' | b'\n' | b'\r') => *byte,
        _ => {
            reader.report(bad_separator(separator.span, &separator.value));
            b','
        }
    }
}

fn bad_separator(span: Span, text: &str) -> Diagnostic {
    Diagnostic::at(Code::BadSeparator, span, format!("`{}` cannot separate cells", text.escape_default()))
        .label("expected one ASCII character other than the quote")
        .help("write `','`, `';'` or `\"\\t\"`")
}
