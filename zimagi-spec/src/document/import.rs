//! Imports.

use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Span, Spanned};
use crate::yaml::Entry;

use super::import_target::{TargetDoc, read_target};
use super::key::{Key, ignored, key, not_yet};
use super::mapping::{Mapping, named};
use super::reader::Reader;

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
    key("source", "csv_file", "The kind of source."),
    key("file", "a path", "The file, relative to the files folder."),
    key("archive_file", "a path", "The member to read if `file` is a zip archive."),
    key("separator", "one ASCII character", "What stands between cells; `,` by default."),
    key("null_values", "a text or a list of texts", "Cells that mean null; only the empty cell by default."),
    key("tags", "a name or a list of names", "Labels to select by."),
    key("requires", "an import or a list of imports", "Imports that must run earlier."),
    key("data", "a mapping of data models", "What is stored of each row."),
    ignored("data_type", "The original's type of all columns: the fields decide."),
    not_yet("header", "The line that names the columns; it is the first."),
    not_yet("disable_save", "Only validates."),
];

const SOURCES: &[(&str, ())] = &[("csv_file", ())];

pub(super) fn read_import(entry: &Entry, reader: &mut Reader<'_>) -> Option<ImportDoc> {
    let (document, is_fine) = reader.watch(|reader| read_entry(entry, reader));
    document.map(|document| ImportDoc { is_mistaken: !is_fine, ..document })
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
