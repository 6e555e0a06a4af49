//! Runs whose process goes away, or is thought to have.

use std::time::Duration;

use chrono::{NaiveDateTime, Utc};

use super::fixture::{Backend, Fixture, request};
use crate::command::Context;
use crate::command::record::{NewRun, Records};
use crate::command::{Outcome, RunStatus, RunnerOptions};
use crate::contract::{CommandFuture, ParameterValues};
use crate::data::Batch;
use crate::data::value::Value;
use crate::platform::lease::Lease;
use crate::platform::log::Log;

/// Long after every lease has expired.
fn later() -> NaiveDateTime {
    Utc::now().naive_utc() + Duration::from_secs(3600)
}

fn region(name: &str) -> Batch {
    Batch { fields: vec!["name"].into(), rows: vec![vec![Value::Text(name.to_owned())]] }
}

/// A process that stood still for so long that another one ended its run, and then goes on.
fn go_on_too_late(cx: &mut Context, _: ParameterValues) -> CommandFuture<'_> {
    Box::pin(async move {
        let permit = cx.gate().platform_permit();
        cx.engine().upsert(&permit, "region", region("in time")).await?;
        let other_process = Records::new(cx.engine().clone(), permit.clone());
        assert_eq!(other_process.sweep(later()).await?, 1);
        cx.engine().upsert(&permit, "region", region("too late")).await?;
        Ok(())
    })
}

async fn a_run_that_was_ended_by_others_writes_no_more(backend: Backend) {
    let fixture = Fixture::new(backend).await;
    let (outcome, _) = fixture.run(go_on_too_late).await;
    let detail = Some("interrupted".to_owned());
    assert_eq!(outcome, Outcome { run: outcome.run.clone(), status: RunStatus::Failed, detail: detail.clone() });
    let records = fixture.all(Log::query()).await;
    let [Log { status, fence, exit_code, detail: recorded, .. }] = &records[..] else { panic!("{records:?}") };
    assert_eq!((status.as_str(), *fence, *exit_code, recorded), ("failed", 2, Some(1), &detail));
    let found = fixture.find_regions(&["in time", "too late"]).await;
    assert_eq!(found, ["in time"]);
    assert_eq!(fixture.all(Lease::query()).await, []);
}

/// The process notices that its run was ended, and the command is asked to stop.
fn wait_until_the_lease_is_lost(cx: &mut Context, _: ParameterValues) -> CommandFuture<'_> {
    Box::pin(async move {
        let other_process = Records::new(cx.engine().clone(), cx.gate().platform_permit());
        assert_eq!(other_process.sweep(later()).await?, 1);
        cx.cancelled().await;
        cx.check()
    })
}

async fn a_run_that_was_ended_by_others_is_asked_to_stop(backend: Backend) {
    let fixture = Fixture::new(backend).await;
    let (outcome, _) = fixture.run(wait_until_the_lease_is_lost).await;
    assert_eq!((outcome.status, outcome.detail.as_deref()), (RunStatus::Failed, Some("interrupted")));
}

fn do_nothing(_: &mut Context, _: ParameterValues) -> CommandFuture<'_> {
    Box::pin(async { Ok(()) })
}

async fn a_run_without_a_process_is_ended_once(backend: Backend) {
    let fixture = Fixture::new(backend).await;
    let records = fixture.records();
    let new = NewRun::of(&request(do_nothing), &RunnerOptions::new(fixture.folder()));
    let run = records.accept(&new).await.unwrap();
    assert_eq!(fixture.runner.sweep().await.unwrap(), 0);
    assert!(run.renew(Duration::from_secs(15)).await.unwrap());

    let (one, other) = tokio::join!(records.sweep(later()), records.sweep(later()));
    assert_eq!(one.unwrap() + other.unwrap(), 1);
    assert_eq!(records.sweep(later()).await.unwrap(), 0);
    let logs = fixture.all(Log::query()).await;
    let [Log { status, detail, .. }] = &logs[..] else { panic!("{logs:?}") };
    assert_eq!((status.as_str(), detail.as_deref()), ("failed", Some("interrupted")));

    assert!(!run.renew(Duration::from_secs(15)).await.unwrap());
    assert!(!run.finish(RunStatus::Success, None).await.unwrap());
    assert_eq!(fixture.all(Log::query()).await, logs);
}

async fn all(backend: Backend) {
    a_run_that_was_ended_by_others_writes_no_more(backend).await;
    a_run_that_was_ended_by_others_is_asked_to_stop(backend).await;
    a_run_without_a_process_is_ended_once(backend).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn interrupted_runs_end_on_sqlite() {
    all(Backend::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn interrupted_runs_end_on_postgresql() {
    all(Backend::Postgresql).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn interrupted_runs_end_on_mysql() {
    all(Backend::Mysql).await;
}
