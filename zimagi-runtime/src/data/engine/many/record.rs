//! One record among many: written by itself, so that the others can be if it cannot.

use serde_json::{Map, Value as Json};

use super::super::super::error::DataError;
use super::super::super::mistake::{FieldError, FieldFault};
use super::super::super::session::Session;
use super::super::super::value::Value;
use super::super::delete::Deletion;
use super::super::input::read_input;
use super::super::store::{Effect, Writing};
use super::super::terms::Extent;
use super::locate::Located;
use super::{Deed, Many, Outcome, Report, Task};

/// One step of a task.
enum Step<'t> {
    Create(&'t Map<String, Json>),
    Update(&'t Map<String, Json>),
    Upsert(&'t Map<String, Json>),
    Delete(&'t Json),
}

impl Many<'_> {
    /// Writes records one after the other.
    pub(super) async fn write_each(self, session: &mut Session, task: &Task) -> Result<Report, DataError> {
        let steps: Vec<Step<'_>> = match task {
            Task::Create(records) => records.iter().map(Step::Create).collect(),
            Task::Update(records) => records.iter().map(Step::Update).collect(),
            Task::Upsert(records) => records.iter().map(Step::Upsert).collect(),
            Task::Delete(records) => records.iter().map(Step::Delete).collect(),
            Task::DeleteWhere(_) | Task::DeleteAll => Vec::new(),
        };
        let mut report = Report::default();
        for step in steps {
            session.savepoint().await?;
            let outcome = match self.take(session, step).await {
                Ok((deed, identifier)) => {
                    session.release().await?;
                    Outcome::Done(deed, identifier)
                }
                Err(error) => {
                    session.undo().await?;
                    Outcome::Failed(refused(error)?)
                }
            };
            report.outcomes.push(outcome);
        }
        Ok(report)
    }

    async fn take(self, session: &mut Session, step: Step<'_>) -> Result<(Deed, Value), DataError> {
        match step {
            Step::Create(record) => self.create(session, record).await,
            Step::Update(record) => {
                let identifier = self.locate(session, record).await?.required()?;
                self.update(session, identifier, record).await
            }
            Step::Upsert(record) => match self.locate(session, record).await? {
                Located::Found(identifier) => self.update(session, identifier, record).await,
                Located::Missing(_) => self.create(session, record).await,
            },
            Step::Delete(record) => {
                let located = match record {
                    Json::Object(record) => self.locate(session, record).await?,
                    name => self.locate_named(session, name).await?,
                };
                let identifier = located.required()?;
                let deletion = Deletion { view: self.view };
                deletion.whole_records(session, self.model, vec![identifier.clone()], 0).await?;
                Ok((Deed::Deleted, identifier))
            }
        }
    }

    async fn create(self, session: &mut Session, record: &Map<String, Json>) -> Result<(Deed, Value), DataError> {
        let mut errors = Vec::new();
        let input = read_input(self.view, self.model, record, &mut errors);
        let writing = Writing { view: self.view, model: self.model, extent: Extent::Given };
        Ok((Deed::Created, writing.create(session, &input, errors).await?))
    }

    async fn update(
        self,
        session: &mut Session,
        identifier: Value,
        record: &Map<String, Json>,
    ) -> Result<(Deed, Value), DataError> {
        let mut errors = Vec::new();
        let input = read_input(self.view, self.model, record, &mut errors);
        let writing = Writing { view: self.view, model: self.model, extent: Extent::Given };
        let deed = match writing.update(session, &identifier, &input, errors).await? {
            Effect::Changed => Deed::Updated,
            Effect::Unchanged => Deed::Unchanged,
        };
        Ok((deed, identifier))
    }
}

/// What is wrong with the record, if that was the reason; anything else ends the call.
fn refused(error: DataError) -> Result<Vec<FieldError>, DataError> {
    match error {
        DataError::Invalid(errors) => Ok(errors),
        DataError::Conflict { fields, .. } if fields.is_empty() => {
            let message = "another record has the same values, or refers to this one";
            Ok(vec![FieldError::new("", FieldFault::Unique, message)])
        }
        DataError::Conflict { fields, .. } => Ok(fields),
        other => Err(other),
    }
}
