//! Rows of a model with hooks, stored one by one in one transaction, so that its hooks see each record as it was and as it will be.

use super::super::catalogue::Field;
use super::super::error::DataError;
use super::super::identify::Identify;
use super::super::session::Session;
use super::super::value::Value;
use super::super::view::View;
use super::Engine;
use super::changed::Changed;
use super::draft::Draft;
use super::store::{Effect, Writing};
use super::terms::{Ending, Extent, Undone};
use super::upsert::{Plan, Stored, is_compared};

impl Engine {
    /// Does with each row what a batch does with all.
    pub(super) async fn store_each(
        &self,
        view: View<'_>,
        plan: &Plan<'_>,
        rows: &[Vec<Value>],
        ending: Ending,
    ) -> Result<Stored, DataError> {
        let store = plan.model.descriptor.store;
        let writing = Writing { view, model: plan.model, extent: Extent::Given };
        let write = async |session: &mut Session| {
            self.check_fence(session, store).await?;
            let (mut stored, mut identify) = (Stored::default(), Identify::default());
            for row in rows {
                let mut row = row.clone();
                plan.complete(&mut row, &mut identify);
                match store_row(writing, plan, session, &row).await? {
                    Effect::Changed => stored.stored += 1,
                    Effect::Unchanged => stored.unchanged += 1,
                }
            }
            ending.end(stored)
        };
        Undone::settle(self.db.write(store, write).await)
    }
}

async fn store_row<'a>(
    writing: Writing<'a>,
    plan: &Plan<'a>,
    session: &mut Session,
    row: &[Value],
) -> Result<Effect, DataError> {
    let identifier = &row[plan.identifier];
    match Changed::read(session, writing.view, plan.model, identifier).await {
        Ok(mut changed) => {
            for (field, value) in plan.fields.iter().zip(row).take(plan.given) {
                if is_compared(plan.model, field) {
                    changed.set(field, value.clone());
                }
            }
            writing.store_changed(session, identifier, vec![changed], (&[], Vec::new())).await
        }
        Err(DataError::NotFound) => {
            let mut draft = Draft::new(plan.model);
            let is_made = |field: &Field| plan.model.has_hashed_identifier() && field.id == plan.model.identifier;
            for (field, value) in plan.fields.iter().zip(row).filter(|(field, _)| !is_made(field)) {
                draft.set(field.id, value.clone());
            }
            writing.store_new(session, vec![draft], (&[], Vec::new())).await?;
            Ok(Effect::Changed)
        }
        Err(error) => Err(error),
    }
}
