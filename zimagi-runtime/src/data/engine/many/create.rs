//! New records stored together: related records are found by one statement for each relation, and rows stored by few. If anything
//! is wrong the records are left to be written one by one, which tells what and where.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json};

use super::super::super::error::DataError;
use super::super::super::session::Session;
use super::super::super::sql::{Conflict, Insert, Statement};
use super::super::super::value::Value;
use super::super::super::view::View;
use super::super::draft::{Draft, now};
use super::super::input::{Input, Reference, find_references, read_input};
use super::super::store::Writing;
use super::super::terms::Extent;
use super::super::upsert::rows_max;
use super::Many;

impl<'a> Many<'a> {
    /// The identifiers of the new records, or none of them and nothing stored.
    pub(super) async fn create_together(
        self,
        session: &mut Session,
        records: &[Map<String, Json>],
    ) -> Result<Option<Vec<Value>>, DataError> {
        let Some(inputs) = self.read_plain(records) else { return Ok(None) };
        let Some(related) = find_related(session, self.view, &inputs).await? else { return Ok(None) };
        let Some(rows) = self.complete(&inputs, related) else { return Ok(None) };
        let identifier = self.model.identifier.index();
        let identifiers = rows.iter().map(|row| row[identifier].clone()).collect();
        session.savepoint().await?;
        match self.insert(session, rows).await {
            Ok(()) => session.release().await.map(|()| Some(identifiers)),
            Err(DataError::Conflict { .. }) => session.undo().await.map(|()| None),
            Err(error) => Err(error),
        }
    }

    /// What the records give, if it can be read and they have no links, no groups to be given to, no hooks, and extend nothing.
    fn read_plain(self, records: &[Map<String, Json>]) -> Option<Vec<Input<'a>>> {
        let needs_group = self.view.limiting_groups(self.model).is_some();
        if needs_group || self.model.parent.is_some() || self.model.hooks.is_some() {
            return None;
        }
        let writing = Writing { view: self.view, model: self.model, extent: Extent::Given };
        let mut errors = Vec::new();
        let inputs = records.iter().map(|record| {
            let input = read_input(self.view, self.model, record, &mut errors);
            let is_plain =
                input.links.is_empty() && input.assignments.iter().all(|given| !writing.is_set_by_runtime(given.field));
            (is_plain && errors.is_empty()).then_some(input)
        });
        inputs.collect()
    }

    /// A value for every field of every record, if all have what they need.
    fn complete(self, inputs: &[Input<'a>], related: Related) -> Option<Vec<Vec<Value>>> {
        let now = now();
        let mut related: BTreeMap<&str, std::vec::IntoIter<Value>> =
            related.into_iter().map(|(name, found)| (name, found.into_iter())).collect();
        let mut rows = Vec::with_capacity(inputs.len());
        for input in inputs {
            let mut draft = Draft::new(self.model);
            for given in &input.assignments {
                let value = match given.value() {
                    Some(value) => value.clone(),
                    None => related.get_mut(given.field.name())?.next()?,
                };
                draft.set(given.field.id, value);
            }
            if !draft.complete(now).is_empty() {
                return None;
            }
            rows.push(draft.finish());
        }
        Some(rows)
    }

    /// Statements of a few sizes only, so that databases know them.
    async fn insert(self, session: &mut Session, rows: Vec<Vec<Value>>) -> Result<(), DataError> {
        let columns: Vec<_> = self.model.fields.iter().map(|field| (field.column(), field.kind)).collect();
        let most = rows_max(columns.len());
        let mut rows = rows.into_iter();
        while rows.len() > 0 {
            let size = 1 << rows.len().min(most).ilog2();
            let statement = Statement::Insert(Insert {
                table: self.model.descriptor.table,
                columns: columns.clone(),
                rows: rows.by_ref().take(size).collect(),
                conflict: Conflict::Fail,
            });
            session.execute(&statement).await?;
        }
        Ok(())
    }
}

/// The identifiers of related records by relation, in the order of the records that refer to them.
type Related = Vec<(&'static str, Vec<Value>)>;

async fn find_related(
    session: &mut Session,
    view: View<'_>,
    inputs: &[Input<'_>],
) -> Result<Option<Related>, DataError> {
    let mut wanted: BTreeMap<&'static str, Vec<Reference<'_>>> = BTreeMap::new();
    for given in inputs.iter().flat_map(|input| &input.assignments) {
        if let Some(reference) = given.reference() {
            wanted.entry(given.field.descriptor.name).or_default().push(reference.clone());
        }
    }
    let (mut related, mut errors) = (Related::new(), Vec::new());
    for (name, references) in wanted {
        let found = find_references(session, view, references[0].target(), &references, name, &mut errors).await?;
        related.push((name, found));
    }
    Ok(errors.is_empty().then_some(related))
}
