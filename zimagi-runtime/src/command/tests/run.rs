//! Runs that come to their end.

use serde_json::json;

use super::fixture::{Backend, Fixture, request, request_of};
use crate::access::Caller;
use crate::command::{CommandError, Outcome, RunStatus};
use crate::command::{CommandResult, Context, RunRequest};
use crate::contract::{CommandFuture, CommandRun};
use crate::platform::lease::Lease;
use crate::platform::log::{Log, log};
use crate::platform::log_message::{LogMessage, log_message};

fn speak(cx: &mut Context, _: crate::contract::ParameterValues) -> CommandFuture<'_> {
    Box::pin(async move {
        cx.info("one");
        cx.progress("steps", 1, Some(2));
        cx.progress("steps", 2, Some(2));
        cx.data("answer", json!({ "value": 42 }));
        cx.table("answers", &["value"], vec![vec!["42".to_owned()]]);
        Ok(())
    })
}

async fn a_run_leaves_its_record_and_its_messages(backend: Backend) {
    let fixture = Fixture::new(backend).await;
    let (outcome, heard) = fixture.run(speak).await;
    let run = heard.run.clone().unwrap();
    assert_eq!(outcome, Outcome { run: run.clone(), status: RunStatus::Success, detail: None });
    let expected =
        ["info one", "data answer {\"value\":42}", "table answers {\"columns\":[\"value\"],\"rows\":[[\"42\"]]}"];
    assert_eq!(heard.lines(), expected);
    assert_eq!(heard.messages.iter().map(|message| message.sequence).collect::<Vec<_>>(), [1, 2, 3]);
    assert_eq!(heard.progress.last().map(|progress| progress.done), Some(2));

    let records = fixture.all(Log::query().filter(log().name().eq(&*run))).await;
    let [Log { command, user, os_user, status, parameters, fence, exit_code, finished, .. }] = &records[..] else {
        panic!("{records:?}")
    };
    assert_eq!((command.as_str(), user.as_str(), os_user.as_deref()), ("test", "admin", Some("ada")));
    assert_eq!((status.as_str(), parameters.as_str(), *fence, *exit_code), ("success", "{}", 1, Some(0)));
    assert!(finished.is_some());

    let stored = fixture.all(LogMessage::query().filter(log_message().log().eq(&*run))).await;
    let stored: Vec<_> =
        stored.iter().map(|m| (m.sequence, m.level.as_str(), m.name.as_deref(), m.data.as_str())).collect();
    let expected = [
        (0, "progress", Some("steps"), "{\"done\":2,\"total\":2}"),
        (1, "info", None, "\"one\""),
        (2, "data", Some("answer"), "{\"value\":42}"),
        (3, "table", Some("answers"), "{\"columns\":[\"value\"],\"rows\":[[\"42\"]]}"),
    ];
    assert_eq!(stored, expected);
    assert_eq!(fixture.all(Lease::query()).await, []);
}

fn fail(cx: &mut Context, _: crate::contract::ParameterValues) -> CommandFuture<'_> {
    Box::pin(async move {
        cx.warning("careful");
        Err(CommandError::fail("no flights in 1813"))
    })
}

fn fail_inside(_: &mut Context, _: crate::contract::ParameterValues) -> CommandFuture<'_> {
    Box::pin(async move {
        let _: u8 = "many".parse()?;
        Ok(())
    })
}

fn panic(_: &mut Context, _: crate::contract::ParameterValues) -> CommandFuture<'_> {
    Box::pin(async move { panic!("a bug") })
}

async fn status_and_exit_code(fixture: &Fixture, run: &str) -> (String, Option<i64>, Option<String>) {
    let mut records = fixture.all(Log::query().filter(log().name().eq(run))).await;
    let record = records.remove(0);
    (record.status, record.exit_code, record.detail)
}

async fn a_failure_is_told_and_recorded(backend: Backend) {
    let fixture = Fixture::new(backend).await;
    let cases: [(crate::contract::CommandFn, &[&str], &str); 3] = [
        (fail, &["warning careful", "error no flights in 1813"], "no flights in 1813"),
        (fail_inside, &["error invalid digit found in string"], "invalid digit found in string"),
        (panic, &["error the command panicked"], "the command panicked"),
    ];
    for (command, lines, detail) in cases {
        let (outcome, heard) = fixture.run(command).await;
        assert_eq!((outcome.status, outcome.exit_code()), (RunStatus::Failed, 1));
        assert_eq!(heard.lines(), lines);
        let recorded = status_and_exit_code(&fixture, &outcome.run).await;
        assert_eq!(recorded, ("failed".to_owned(), Some(1), Some(detail.to_owned())));
    }
}

fn wait_for_abortion(cx: &mut Context, _: crate::contract::ParameterValues) -> CommandFuture<'_> {
    Box::pin(async move {
        cx.cancelled().await;
        cx.check()
    })
}

async fn a_run_that_is_asked_to_stop_ends_as_aborted(backend: Backend) {
    let fixture = Fixture::new(backend).await;
    let request = request(wait_for_abortion);
    request.cancellation.cancel();
    let (outcome, _) = fixture.request(request).await.unwrap();
    assert_eq!((outcome.status, outcome.exit_code()), (RunStatus::Aborted, 130));
    let recorded = status_and_exit_code(&fixture, &outcome.run).await;
    assert_eq!(recorded, ("aborted".to_owned(), Some(130), Some("aborted".to_owned())));
}

async fn who_may_not_run_a_command_leaves_no_record(backend: Backend) {
    let fixture = Fixture::new(backend).await;
    let mut request = request(speak);
    request.caller = Caller::anonymous();
    let error = fixture.request(request).await.map(drop).unwrap_err();
    assert_eq!(error.to_string(), "you may not run `test`");
    assert_eq!(fixture.all(Log::query()).await, []);
    assert_eq!(fixture.all(Lease::query()).await, []);
}

async fn what_has_no_code_yet_says_so_and_leaves_no_record(backend: Backend) {
    let fixture = Fixture::new(backend).await;
    let pending = CommandRun::Pending("write `src/commands/test.rs`");
    let error = fixture.request(request_of(pending)).await.map(drop).unwrap_err();
    assert_eq!(error.to_string(), "`test` has no code yet: write `src/commands/test.rs`");
    let forbidden = RunRequest { caller: Caller::anonymous(), ..request_of(pending) };
    let error = fixture.request(forbidden).await.map(drop).unwrap_err();
    assert_eq!(error.to_string(), "you may not run `test`");
    assert_eq!(fixture.all(Log::query()).await, []);
}

/// More messages than wait anywhere: the command is slowed down, nothing is lost, and all are numbered in order.
fn speak_much(cx: &mut Context, _: crate::contract::ParameterValues) -> CommandFuture<'_> {
    Box::pin(async move {
        (1..=5000).for_each(|number: i64| cx.data("number", number));
        speak_nothing()
    })
}

const fn speak_nothing() -> CommandResult {
    Ok(())
}

async fn no_message_is_lost(backend: Backend) {
    let fixture = Fixture::new(backend).await;
    let (outcome, heard) = fixture.run(speak_much).await;
    assert_eq!(outcome.status, RunStatus::Success);
    let heard: Vec<_> = heard.messages.iter().map(|message| (message.sequence, message.message.content())).collect();
    assert_eq!(heard, (1..=5000).map(|number: i64| (number, json!(number))).collect::<Vec<_>>());
    let last = fixture.all(LogMessage::query().filter(log_message().sequence().ge(4999))).await;
    assert_eq!(last.iter().map(|message| message.data.as_str()).collect::<Vec<_>>(), ["4999", "5000"]);
}

async fn all(backend: Backend) {
    a_run_leaves_its_record_and_its_messages(backend).await;
    a_failure_is_told_and_recorded(backend).await;
    a_run_that_is_asked_to_stop_ends_as_aborted(backend).await;
    who_may_not_run_a_command_leaves_no_record(backend).await;
    what_has_no_code_yet_says_so_and_leaves_no_record(backend).await;
    no_message_is_lost(backend).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn runs_come_to_their_end_on_sqlite() {
    all(Backend::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn runs_come_to_their_end_on_postgresql() {
    all(Backend::Postgresql).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn runs_come_to_their_end_on_mysql() {
    all(Backend::Mysql).await;
}
