//! The records of runs in the database: the run itself, its lease, its messages.
//!
//! `log` is in the main file, `lease` and `log_message` are in the other one, so no transaction spans them. The order of writes makes
//! every interruption harmless: a lease is written before its run and deleted after the run has ended, so a run that is
//! `running` always has a lease that will expire.

mod message;
mod new_run;
mod sweep;

use std::sync::Arc;
use std::time::Duration;

use chrono::{NaiveDateTime, Utc};

use super::{Outcome, RunStatus};
use crate::data::value::Value;
use crate::data::{Batch, DataError, Engine, Fence};
use crate::permit::Permit;
use crate::platform::lease::{Lease, lease};
use crate::platform::log::{Log, log};
pub(super) use new_run::NewRun;

/// The records of all runs.
#[derive(Debug, Clone)]
pub(super) struct Records {
    engine: Engine,
    permit: Arc<Permit>,
}

/// The record of one run, in the hands of the process that runs it.
#[derive(Debug, Clone)]
pub(super) struct RunRecord {
    records: Records,
    name: Arc<str>,
    /// Whoever takes the run away counts this up in the record; then nothing of this process is accepted any more.
    fence: i64,
}

/// The reason in the record of a run whose process went away.
const INTERRUPTED: &str = "interrupted";
const FIRST_FENCE: i64 = 1;

impl Records {
    pub(super) const fn new(engine: Engine, permit: Arc<Permit>) -> Self {
        Self { engine, permit }
    }

    /// Writes the record of a run that begins now.
    pub(super) async fn accept(&self, new: &NewRun) -> Result<RunRecord, DataError> {
        self.insert::<Lease>(&new.lease_fields()).await?;
        self.insert::<Log>(&new.run_fields()).await?;
        Ok(RunRecord { records: self.clone(), name: Arc::from(new.name()), fence: FIRST_FENCE })
    }

    async fn insert<M: crate::data::typed::Model>(&self, fields: &[(&'static str, Value)]) -> Result<(), DataError> {
        let (names, values) = fields.iter().cloned().unzip::<_, _, Vec<_>, Vec<_>>();
        self.engine.upsert(&self.permit, M::NAME, Batch { fields: names.into(), rows: vec![values] }).await?;
        Ok(())
    }
}

impl RunRecord {
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// What the run's writes have to present.
    pub(super) fn fence(&self) -> Fence {
        Fence { run: self.name.to_string(), number: self.fence }
    }

    /// Says that the process lives. `false`: someone else has ended the run.
    pub(super) async fn renew(&self, lease_time: Duration) -> Result<bool, DataError> {
        let mine = lease().name().eq(&*self.name).and(lease().fence().eq(self.fence));
        let expires = Value::DateTime(after(Utc::now().naive_utc(), lease_time));
        let renewed = self.records.engine.update_where(&self.records.permit, mine, &[("expires", expires)]).await?;
        Ok(renewed > 0)
    }

    /// Writes the end of the run. `false`: someone else has ended it before.
    pub(super) async fn finish(&self, status: RunStatus, detail: Option<&str>) -> Result<bool, DataError> {
        let is_ended = self.records.end(&self.name, self.fence, self.fence, status, detail).await?;
        self.records.release(&self.name, self.fence).await?;
        Ok(is_ended)
    }

    /// The outcome if someone else has ended the run.
    pub(super) fn interrupted(&self) -> Outcome {
        self.failed(INTERRUPTED)
    }

    /// The outcome if the end could not be written: the lease expires and another process writes it.
    pub(super) fn broken(&self) -> Outcome {
        self.failed("the end of the run could not be recorded")
    }

    fn failed(&self, detail: &str) -> Outcome {
        Outcome { run: self.name.to_string(), status: RunStatus::Failed, detail: Some(detail.to_owned()) }
    }
}

impl Records {
    /// Ends a run if it still runs under this fence.
    async fn end(
        &self,
        name: &str,
        fence: i64,
        next_fence: i64,
        status: RunStatus,
        detail: Option<&str>,
    ) -> Result<bool, DataError> {
        let running = log().status().eq(RunStatus::Running.word());
        let same = log().name().eq(name).and(log().fence().eq(fence)).and(running);
        let end = [
            ("status", Value::Text(status.word().to_owned())),
            ("detail", detail.map_or(Value::Null, |detail| Value::Text(detail.to_owned()))),
            ("exit_code", Value::Integer(i64::from(status.exit_code()))),
            ("finished", Value::DateTime(Utc::now().naive_utc())),
            ("fence", Value::Integer(next_fence)),
        ];
        Ok(self.engine.update_where(&self.permit, same, &end).await? > 0)
    }

    async fn release(&self, name: &str, fence: i64) -> Result<(), DataError> {
        let same = lease().name().eq(name).and(lease().fence().eq(fence));
        self.engine.delete_where(&self.permit, same).await?;
        Ok(())
    }
}

/// A moment later. Durations are settings of at most hours, so the sum is a moment.
fn after(moment: NaiveDateTime, duration: Duration) -> NaiveDateTime {
    moment + chrono::Duration::from_std(duration).unwrap_or(chrono::Duration::MAX)
}
