//! Columns that hold keys of other models: named like them, or full of their values.

use std::collections::{BTreeSet, HashSet};
use std::path::Path;

use zimagi_codegen::{KeyFile, KeyedModel};
use zimagi_spec::descriptor::ScalarKind;

use super::InferFailure;
use super::column::KEPT_MAX;
use super::file::Source;
use super::form::Kind;
use super::name::snake;
use super::table::{Table, digest};

/// A column that refers to records of a model.
#[derive(Debug)]
pub(super) struct Reference<'a> {
    pub(super) model: &'a KeyedModel<'a>,
    /// The import that fills the model.
    pub(super) import: Option<&'a str>,
    /// Whether every value was found.
    pub(super) is_whole: bool,
    pub(super) evidence: String,
}

/// A column and a model that may belong together.
struct Pair<'a> {
    column: usize,
    model: &'a KeyedModel<'a>,
    is_named: bool,
    known: Option<Known<'a>>,
    rows_missing: u64,
    missing: BTreeSet<String>,
}

/// The keys of a model in a file.
struct Known<'a> {
    file: &'a KeyFile<'a>,
    keys: HashSet<u64>,
}

/// Names of keys that say nothing of the model.
const GENERIC: &[&str] = &["id", "name", "key", "code", "number", "type", "title"];
/// So many values that are no keys are remembered.
const MISSING_MAX: usize = 1000;
/// A column of fewer different values proves nothing by them.
const VALUES_MIN: usize = 3;
/// Without a telling name, so many of a hundred rows must hold keys; with one, half of them.
const ROWS_MIN: [u64; 2] = [90, 50];

/// The references of all columns, in the order of the header.
pub(super) fn find_references<'a>(
    source: &Source,
    table: &Table,
    models: &'a [KeyedModel<'a>],
    files: &Path,
) -> Result<Vec<Option<Reference<'a>>>, InferFailure> {
    let mut pairs = pairs(table, models, files);
    source.rows(|record| {
        if record.len() == table.columns.len() {
            pairs.iter_mut().for_each(|pair| pair.see(table, &record[pair.column]));
        }
    })?;
    let best = |column: usize| {
        let fitting = pairs.iter().filter(|pair| pair.column == column && pair.holds(table));
        fitting.min_by_key(|pair| (!pair.is_named, pair.known.as_ref().map_or(0, |known| known.keys.len())))
    };
    Ok((0..table.columns.len()).map(|column| best(column).map(|pair| pair.reference(table))).collect())
}

fn pairs<'a>(table: &Table, models: &'a [KeyedModel<'a>], files: &Path) -> Vec<Pair<'a>> {
    let mut pairs = Vec::new();
    for model in models {
        let known = known_keys(model, files);
        for (column, seen) in table.columns.iter().enumerate().filter(|(_, seen)| is_kind_of(seen.kind(), model.kind)) {
            let is_named = is_named_for(&snake(&seen.name), model);
            let is_full = !is_named && matches!(model.kind, ScalarKind::String { .. }) && !seen.is_unique();
            if is_named || (is_full && known.is_some() && seen.few() >= VALUES_MIN) {
                let known = known.as_ref().map(|known| Known { file: known.file, keys: known.keys.clone() });
                pairs.push(Pair { column, model, is_named, known, rows_missing: 0, missing: BTreeSet::new() });
            }
        }
    }
    pairs
}

const fn is_kind_of(kind: Kind, key: ScalarKind) -> bool {
    match key {
        ScalarKind::String { .. } | ScalarKind::Text => matches!(kind, Kind::String { .. } | Kind::Integer),
        ScalarKind::Integer => matches!(kind, Kind::Integer),
        ScalarKind::Uuid => matches!(kind, Kind::Uuid),
        _ => false,
    }
}

fn is_named_for(column: &str, model: &KeyedModel<'_>) -> bool {
    let KeyedModel { name, field, .. } = model;
    let is_of_model = column.strip_prefix(name).is_some_and(|rest| {
        rest.is_empty() || rest.strip_prefix('_').is_some_and(|rest| rest == *field || GENERIC.contains(&rest))
    });
    is_of_model || (column == *field && !GENERIC.contains(field))
}

/// The keys in the first file of the model that can be read.
fn known_keys<'a>(model: &'a KeyedModel<'a>, files: &Path) -> Option<Known<'a>> {
    model.files.iter().find_map(|file| read_keys(file, files).ok().map(|keys| Known { file, keys }))
}

fn read_keys(file: &KeyFile<'_>, files: &Path) -> Result<HashSet<u64>, InferFailure> {
    let archive_file = file.archive_file.map(str::to_owned);
    let source = Source { path: files.join(file.file), archive_file, separator: file.separator };
    let header = source.header()?;
    let mut keys = HashSet::new();
    if let Some(column) = header.iter().position(|name| name == file.column) {
        source.rows(|record| {
            if let Some(cell) = record.get(column).filter(|_| keys.len() < KEPT_MAX) {
                keys.insert(digest(cell));
            }
        })?;
    }
    Ok(keys)
}

impl<'a> Pair<'a> {
    fn see(&mut self, table: &Table, cell: &[u8]) {
        let Some(known) = &self.known else { return };
        if known.keys.contains(&digest(cell)) {
            return;
        }
        let text = String::from_utf8_lossy(cell);
        if text.is_empty() || table.null_words().any(|(word, ..)| word == text) {
            return;
        }
        self.rows_missing += 1;
        if self.missing.len() < MISSING_MAX {
            self.missing.insert(text.into_owned());
        }
    }

    fn holds(&self, table: &Table) -> bool {
        let values = table.columns[self.column].values;
        let found = values.saturating_sub(self.rows_missing);
        self.known.is_none() || found * 100 >= values * ROWS_MIN[usize::from(self.is_named)]
    }

    fn reference(&self, table: &Table) -> Reference<'a> {
        Reference {
            model: self.model,
            import: self.known.as_ref().map(|known| known.file.import),
            is_whole: self.missing.is_empty(),
            evidence: self.evidence(table.columns[self.column].values),
        }
    }

    fn evidence(&self, values: u64) -> String {
        let key = format!("{}.{}", self.model.name, self.model.field);
        let Some(known) = &self.known else {
            return format!("named like `{key}`; no file of its values is known");
        };
        let file = known.file.file;
        if self.missing.is_empty() {
            return format!("every value is in `{key}` of {file}");
        }
        let shown: Vec<&str> = self.missing.iter().take(4).map(String::as_str).collect();
        let more = if self.missing.len() > shown.len() { ", …" } else { "" };
        let count = self.rows_missing;
        let missing = shown.join(", ");
        format!("{count} of {values} values are not in `{key}` of {file} and become null: {missing}{more}")
    }
}
