//! Rows into the database. If it refuses some, those are found and the others stored.

use std::sync::Arc;

use super::batch::{Reason, Rejection, Row, TargetBatch};
use super::bind::BoundTarget;
use super::report::TargetReport;
use crate::data::{Batch, DataError, Engine, Stored};
use crate::permit::Permit;

/// Whether anything is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// Rows are stored.
    Write,
    /// Rows are stored and taken back.
    DryRun,
}

/// Stores the rows of one import.
pub(super) struct Store {
    engine: Engine,
    permit: Arc<Permit>,
    mode: Mode,
}

impl Store {
    pub(super) const fn new(engine: Engine, permit: Arc<Permit>, mode: Mode) -> Self {
        Self { engine, permit, mode }
    }

    /// Stores the rows of a batch in one transaction; if the database refuses one, in as many as it takes to find it.
    pub(super) async fn store(
        &self,
        target: &BoundTarget,
        batch: &mut TargetBatch,
        report: &mut TargetReport,
    ) -> Result<(), DataError> {
        let mut open = vec![std::mem::take(&mut batch.rows)];
        while let Some(mut rows) = open.pop() {
            if rows.is_empty() {
                continue;
            }
            match (self.upsert(target, &mut rows).await, rows.as_slice()) {
                (Ok(Stored { stored, unchanged }), _) => report.count_stored(stored, unchanged),
                (Err(error), [row]) => batch.rejections.push(refused(row, error)?),
                (Err(error), _) if error.refusal().is_some() => {
                    let second = rows.split_off(rows.len() / 2);
                    open.push(second);
                    open.push(rows);
                }
                (Err(error), _) => return Err(error),
            }
        }
        Ok(())
    }
}

impl Store {
    /// Ends the storing of rows for a model, of which many may be new.
    pub(super) async fn finish(&self, target: &BoundTarget) -> Result<(), DataError> {
        match self.mode {
            Mode::Write => self.engine.refresh_statistics(&self.permit, target.model.name).await,
            Mode::DryRun => Ok(()),
        }
    }

    /// The rows lend their values: they are needed again if the database refuses one of them.
    async fn upsert(&self, target: &BoundTarget, rows: &mut [Row]) -> Result<Stored, DataError> {
        let values = rows.iter_mut().map(|row| std::mem::take(&mut row.values)).collect();
        let mut batch = Batch { fields: target.fields.to_vec().into(), rows: values };
        let stored = match self.mode {
            Mode::Write => self.engine.upsert(&self.permit, target.model.name, &mut batch).await,
            Mode::DryRun => self.engine.rehearse_upsert(&self.permit, target.model.name, &mut batch).await,
        };
        rows.iter_mut().zip(batch.rows).for_each(|(row, values)| row.values = values);
        stored
    }
}

fn refused(row: &Row, error: DataError) -> Result<Rejection, DataError> {
    match error.refusal() {
        Some(reason) => Ok(Rejection { place: row.place, column: None, value: None, reason: Reason::Refused(reason) }),
        None => Err(error),
    }
}
