//! What became of the rows of an import, by target: every row is counted once.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

use super::batch::{Rejection, TargetBatch};
use super::bind::{BoundImport, BoundTarget, Filling};
use super::relation::LeftNull;
use crate::command::{Context, Level};

/// The counts of one target.
#[derive(Debug)]
pub(super) struct TargetReport {
    import: &'static str,
    model: &'static str,
    read: u64,
    stored: u64,
    unchanged: u64,
    rejected: u64,
    relations: Vec<RelationReport>,
    /// Rejected rows by column and reason.
    reasons: BTreeMap<(Option<&'static str>, String), u64>,
    /// The first rejected rows.
    first: Vec<Rejection>,
}

/// How often a relation was left null.
#[derive(Debug)]
struct RelationReport {
    field: &'static str,
    empty: u64,
    unresolved: u64,
}

/// How many rejected rows are shown one by one.
const FIRST_MAX: usize = 10;
/// How many reasons are counted apart; the database may give any number of them.
const REASONS_MAX: usize = 100;
const OTHER_REASONS: &str = "other reasons";

/// Empty reports of all targets.
pub(super) fn reports(import: &BoundImport) -> Vec<TargetReport> {
    import.targets.iter().map(|target| TargetReport::new(import.name, target)).collect()
}

impl TargetReport {
    fn new(import: &'static str, target: &BoundTarget) -> Self {
        let relations = target.slots.iter().filter(|slot| matches!(slot.filling, Filling::Key { .. }));
        Self {
            import,
            model: target.model.name,
            read: 0,
            stored: 0,
            unchanged: 0,
            rejected: 0,
            relations: relations
                .map(|slot| RelationReport { field: slot.field.name, empty: 0, unresolved: 0 })
                .collect(),
            reasons: BTreeMap::new(),
            first: Vec::new(),
        }
    }

    /// Counts rows of the source.
    pub(super) const fn count_read(&mut self, rows: u64) {
        self.read += rows;
    }

    /// Counts rows that were stored, and such that were there already just so.
    pub(super) const fn count_stored(&mut self, stored: u64, unchanged: u64) {
        self.stored += stored;
        self.unchanged += unchanged;
    }

    /// Whether any row was stored.
    pub(super) const fn has_stored(&self) -> bool {
        self.stored > 0
    }

    /// Counts the relations that a row leaves null.
    pub(super) fn count_relations(&mut self, left_null: LeftNull) {
        for (position, relation) in self.relations.iter_mut().enumerate() {
            relation.empty += left_null.empty >> position & 1;
            relation.unresolved += left_null.unresolved >> position & 1;
        }
    }

    /// Counts the rejected rows of a batch, and keeps the first.
    pub(super) fn count_rejected(&mut self, batch: &mut TargetBatch) {
        batch.rejections.sort_by_key(|rejection| rejection.place.row);
        for rejection in batch.rejections.drain(..) {
            self.rejected += 1;
            let reason = (rejection.column, rejection.reason.to_string());
            let is_countable = self.reasons.len() < REASONS_MAX || self.reasons.contains_key(&reason);
            let reason = if is_countable { reason } else { (None, OTHER_REASONS.to_owned()) };
            *self.reasons.entry(reason).or_default() += 1;
            if self.first.len() < FIRST_MAX {
                self.first.push(rejection);
            }
        }
    }

    /// Says what became of the rows: a line for people, a table of rejected rows, and all of it for programs.
    pub(super) fn say(&self, cx: &mut Context, level: Level) {
        cx.say(level, self.line());
        for relation in self.relations.iter().filter(|relation| relation.empty + relation.unresolved > 0) {
            let RelationReport { field, empty, unresolved } = relation;
            cx.info(format!("{}.{field}: {empty} null, {unresolved} unresolved", self.model));
        }
        if self.rejected > 0 {
            cx.table(format!("rejected rows of {}", self.import), &["rows", "column", "reason"], self.reason_rows());
            let title = format!("first rejected rows of {}", self.import);
            cx.table(title, &["row", "line", "column", "value", "reason"], self.first_rows());
        }
        cx.data("import", self.to_json());
    }

    fn line(&self) -> String {
        let Self { import, model, read, stored, unchanged, rejected, .. } = self;
        format!("{import}: {read} rows read, {model}: {stored} stored, {unchanged} unchanged, {rejected} rejected")
    }

    fn reason_rows(&self) -> Vec<Vec<String>> {
        let rows = self.reasons.iter().map(|((column, reason), count)| {
            vec![count.to_string(), column.unwrap_or_default().to_owned(), reason.clone()]
        });
        rows.collect()
    }

    fn first_rows(&self) -> Vec<Vec<String>> {
        let rows = self.first.iter().map(|Rejection { place, column, value, reason }| {
            vec![
                place.row.to_string(),
                place.line.to_string(),
                column.unwrap_or_default().to_owned(),
                value.clone().unwrap_or_default(),
                reason.to_string(),
            ]
        });
        rows.collect()
    }

    fn to_json(&self) -> Json {
        let relations = self.relations.iter().map(|RelationReport { field, empty, unresolved }| {
            json!({ "field": field, "null": empty, "unresolved": unresolved })
        });
        let reasons = self
            .reasons
            .iter()
            .map(|((column, reason), count)| json!({ "column": column, "reason": reason, "rows": count }));
        let first = self.first.iter().map(|Rejection { place, column, value, reason }| {
            json!({
                "row": place.row, "line": place.line, "column": column, "value": value, "reason": reason.to_string()
            })
        });
        json!({
            "import": self.import,
            "model": self.model,
            "read": self.read,
            "stored": self.stored,
            "unchanged": self.unchanged,
            "rejected": self.rejected,
            "relations": relations.collect::<Vec<_>>(),
            "reasons": reasons.collect::<Vec<_>>(),
            "first_rejected": first.collect::<Vec<_>>(),
        })
    }
}
