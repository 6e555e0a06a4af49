//! Relations by key: a batch's keys become the identifiers of related records.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::batch::{Reason, Rejection, Row, TargetBatch, shown};
use super::bind::{BoundTarget, Filling, Lookup, Slot, Unresolved};
use super::cache::Cache;
use super::report::TargetReport;
use crate::data::value::Value;
use crate::data::{DataError, Engine, address_text};
use crate::permit::Permit;

/// Finds related records, and remembers them for the rows to come.
pub(super) struct Resolver {
    engine: Engine,
    permit: Arc<Permit>,
    /// By model and key field.
    caches: HashMap<(&'static str, &'static str), Cache>,
}

impl Resolver {
    pub(super) fn new(engine: Engine, permit: Arc<Permit>) -> Self {
        Self { engine, permit, caches: HashMap::new() }
    }

    /// Replaces the keys of every row by identifiers; rows that cannot be are rejected, relations left null are counted.
    pub(super) async fn resolve(
        &mut self,
        target: &BoundTarget,
        batch: &mut TargetBatch,
        report: &mut TargetReport,
    ) -> Result<(), DataError> {
        let relations = relations(target);
        for relation in &relations {
            self.look_up(relation, &batch.rows).await?;
        }
        let TargetBatch { rows, rejections } = batch;
        rows.retain_mut(|row| match self.replace(&relations, row, report) {
            Ok(()) => true,
            Err(rejection) => {
                rejections.push(rejection);
                false
            }
        });
        Ok(())
    }

    /// Records of this model were stored: keys that did not exist may exist now.
    pub(super) fn model_changed(&mut self, model: &str) {
        self.caches.iter_mut().filter(|((name, _), _)| *name == model).for_each(|(_, cache)| cache.forget_missing());
    }

    async fn look_up(&mut self, relation: &Relation<'_>, rows: &[Row]) -> Result<(), DataError> {
        let Lookup { model, key_field, .. } = relation.lookup;
        let cache = self.caches.entry((model, key_field)).or_default();
        let keys = rows.iter().map(|row| &row.values[relation.index]).filter(|key| **key != Value::Null);
        let unknown: HashSet<&Value> = keys.filter(|key| cache.get(key).is_none()).collect();
        let unknown: Vec<Value> = unknown.into_iter().cloned().collect();
        if unknown.is_empty() {
            return Ok(());
        }
        let mut found = self.engine.find_keys(&self.permit, model, key_field, &unknown).await?;
        for key in unknown {
            let identifier = found.remove(&key);
            cache.insert(key, identifier);
        }
        Ok(())
    }

    fn replace(
        &mut self,
        relations: &[Relation<'_>],
        row: &mut Row,
        report: &mut TargetReport,
    ) -> Result<(), Rejection> {
        // What is left null is counted only once it is known that the row stays.
        let mut left_null = LeftNull::default();
        for (position, relation) in relations.iter().enumerate() {
            let value = &mut row.values[relation.index];
            if *value == Value::Null {
                left_null.empty |= 1 << position;
                continue;
            }
            match self.find(relation.lookup, value) {
                Some(identifier) => *value = identifier,
                None if relation.lookup.unresolved == Unresolved::Rejects => return Err(unresolved(relation, row)),
                None => {
                    left_null.unresolved |= 1 << position;
                    *value = Value::Null;
                }
            }
        }
        report.count_relations(left_null);
        Ok(())
    }

    fn find(&mut self, lookup: Lookup, key: &Value) -> Option<Value> {
        self.caches.get_mut(&(lookup.model, lookup.key_field))?.get(key)?.clone()
    }
}

/// The relations of a row that are null, as bits in the order of the target's relations. A model has at most 32 columns.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct LeftNull {
    /// The source had no key.
    pub(super) empty: u64,
    /// The source had a key that leads nowhere.
    pub(super) unresolved: u64,
}

/// A slot that holds a key.
struct Relation<'a> {
    index: usize,
    slot: &'a Slot,
    lookup: Lookup,
}

fn relations(target: &BoundTarget) -> Vec<Relation<'_>> {
    let slots = target.slots.iter().enumerate();
    let relations = slots.filter_map(|(index, slot)| match slot.filling {
        Filling::Key { lookup, .. } => Some(Relation { index, slot, lookup }),
        Filling::Cell { .. } | Filling::Constant(_) => None,
    });
    relations.collect()
}

fn unresolved(relation: &Relation<'_>, row: &Row) -> Rejection {
    let value = relation.slot.is_shown().then(|| shown(&address_text(&row.values[relation.index])));
    Rejection {
        place: row.place,
        column: relation.slot.column(),
        value,
        reason: Reason::Unresolved(relation.lookup.model),
    }
}
