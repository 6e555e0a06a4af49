//! Writing many records by one call: created, changed, stored by key or deleted, all of them or as many as can be.
//!
//! Knows nothing of the form of calls and of their answers.

mod create;
mod locate;
mod record;

use serde_json::{Map, Value as Json};

use super::super::catalogue::Model;
use super::super::error::DataError;
use super::super::mistake::{FieldError, FieldFault};
use super::super::session::Session;
use super::super::value::Value;
use super::super::view::View;
use super::address::identifiers;
use super::audit::{self, Verb, WriteMany};
use super::delete::Deletion;
use super::terms::{Terms, Undone};
use super::{Engine, require_writable, require_writable_line};
use crate::data::question::asked::resolve_filters;
use crate::data::question::condition::Condition;
use crate::data::question::lookup::LIST_MAX;
use crate::data::question::query::AskedFilter;

/// What is to be done.
#[derive(Debug, Clone)]
pub(crate) enum Task {
    Create(Vec<Map<String, Json>>),
    /// Each record has its identifier or its key among its values.
    Update(Vec<Map<String, Json>>),
    /// Records that are there are changed, others made.
    Upsert(Vec<Map<String, Json>>),
    /// By identifiers, keys, or objects with one of them.
    Delete(Vec<Json>),
    /// All records for which the filters hold, which may not be all there are.
    DeleteWhere(Vec<AskedFilter>),
    /// All there are.
    DeleteAll,
}

/// What becomes of the others if one cannot be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Nothing is written.
    Atomic,
    /// They are written.
    Each,
}

/// What was done, in the order of the call.
#[derive(Debug, Clone, Default)]
pub(crate) struct Report {
    pub(crate) outcomes: Vec<Outcome>,
}

/// What became of one record.
#[derive(Debug, Clone)]
pub(crate) enum Outcome {
    Done(Deed, Value),
    Failed(Vec<FieldError>),
}

/// What was done to a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Deed {
    Created,
    Updated,
    Unchanged,
    Deleted,
}

impl Engine {
    /// Writes many records in one transaction. If one of them may not be written the report says why, and whether the others
    /// were is the mode's to say.
    ///
    /// # Errors
    ///
    /// If the caller may not write, a filter names no field, or the database fails.
    pub(crate) async fn write_many(
        &self,
        terms: Terms<'_>,
        model: &str,
        task: &Task,
        mode: Mode,
    ) -> Result<Report, DataError> {
        let view = self.view(terms.permit);
        let model = match task {
            Task::Update(_) => require_writable(view, model)?,
            Task::Create(_) | Task::Upsert(_) | Task::Delete(_) | Task::DeleteWhere(_) | Task::DeleteAll => {
                require_writable_line(view, model)?
            }
        };
        let many = Many { view, model };
        let doomed = match task {
            Task::DeleteWhere(filters) => Some(many.resolve(filters)?),
            Task::DeleteAll => Some(Condition::All(Vec::new())),
            Task::Create(_) | Task::Update(_) | Task::Upsert(_) | Task::Delete(_) => None,
        };
        let write = async |session: &mut Session| {
            self.check_fence(session, model.descriptor.store).await?;
            let report = match &doomed {
                Some(doomed) => many.delete_where(session, doomed).await?,
                None => many.write(session, task).await?,
            };
            if mode == Mode::Atomic && report.outcomes.iter().any(Outcome::is_failed) {
                return Err(Undone::Rehearsed(report));
            }
            let write = WriteMany {
                verb: task.verb(),
                model: model.name(),
                records: report.written(),
                fields: task.fields(view, model),
            };
            audit::record_many(session, self.catalogue(), terms.origin, write).await?;
            terms.ending.end(report)
        };
        Undone::settle(self.db.write(model.descriptor.store, write).await)
    }
}

impl Report {
    /// The identifiers of the records that differ now.
    fn written(&self) -> Vec<&Value> {
        let written = self.outcomes.iter().filter_map(|outcome| match outcome {
            Outcome::Done(Deed::Created | Deed::Updated | Deed::Deleted, identifier) => Some(identifier),
            Outcome::Done(Deed::Unchanged, _) | Outcome::Failed(_) => None,
        });
        written.collect()
    }
}

impl Outcome {
    const fn is_failed(&self) -> bool {
        matches!(self, Self::Failed(_))
    }
}

impl Task {
    const fn verb(&self) -> Verb {
        match self {
            Self::Create(_) => Verb::Create,
            Self::Update(_) => Verb::Update,
            Self::Upsert(_) => Verb::Upsert,
            Self::Delete(_) | Self::DeleteWhere(_) | Self::DeleteAll => Verb::Delete,
        }
    }

    /// The names of the fields and links that records give, as the model has them; what the caller invented is left out.
    fn fields<'c>(&self, view: View<'c>, model: &'c Model) -> Vec<&'c str> {
        let records = match self {
            Self::Create(records) | Self::Update(records) | Self::Upsert(records) => records.as_slice(),
            Self::Delete(_) | Self::DeleteWhere(_) | Self::DeleteAll => &[],
        };
        let lineage = view.lineage(model);
        let known = lineage.flat_map(|model| {
            let fields = view.fields(model).map(|field| field.name());
            fields.chain(view.links(model).map(|link| link.name()))
        });
        known.filter(|name| records.iter().any(|record| record.contains_key(*name))).collect()
    }
}

/// Emptied groups and searches hold for every record, which is seldom what is meant.
pub(crate) const ALL_RECORDS: &str = "the filter means all records: write `{}` and say `\"all\": true` too";

/// What all steps of one call know.
#[derive(Debug, Clone, Copy)]
struct Many<'a> {
    view: View<'a>,
    model: &'a Model,
}

impl<'a> Many<'a> {
    async fn write(self, session: &mut Session, task: &Task) -> Result<Report, DataError> {
        if let Task::Create(records) = task
            && let Some(created) = self.create_together(session, records).await?
        {
            let outcomes = created.into_iter().map(|identifier| Outcome::Done(Deed::Created, identifier)).collect();
            return Ok(Report { outcomes });
        }
        self.write_each(session, task).await
    }

    fn resolve(self, filters: &[AskedFilter]) -> Result<Condition<'a>, DataError> {
        let mut mistakes = Vec::new();
        let condition = resolve_filters(self.view, self.model, filters, &mut mistakes);
        if !mistakes.is_empty() {
            return Err(DataError::Query(mistakes));
        }
        if condition.holds_always() {
            return Err(DataError::Invalid(vec![FieldError::new("filter", FieldFault::Invalid, ALL_RECORDS)]));
        }
        Ok(condition)
    }

    async fn delete_where(self, session: &mut Session, condition: &Condition<'a>) -> Result<Report, DataError> {
        let mut report = Report::default();
        loop {
            let doomed = identifiers(session, self.view, self.model, condition, LIST_MAX as u64).await?;
            if doomed.is_empty() {
                return Ok(report);
            }
            report.outcomes.extend(doomed.iter().map(|one| Outcome::Done(Deed::Deleted, one.clone())));
            Deletion { view: self.view }.whole_records(session, self.model, doomed, 0).await?;
        }
    }
}
