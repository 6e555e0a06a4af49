//! The record that every write request leaves, in the same transaction: who, from where, which fields, which record. Never
//! values.

use std::hash::{BuildHasher, Hasher, RandomState};

use serde_json::{Value as Json, json};

use super::super::catalogue::Catalogue;
use super::super::error::DataError;
use super::super::json::address_text;
use super::super::session::Session;
use super::super::value::Value;
use super::draft::{Draft, insert, now};

/// Who writes, and from where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Origin {
    /// The user's name.
    pub(crate) user: String,
    /// An address or a machine; empty if not known.
    pub(crate) from: String,
}

/// What was done.
#[derive(Debug)]
pub(super) struct Write<'a> {
    pub(super) verb: Verb,
    pub(super) model: &'a str,
    /// The identifier as people write it.
    pub(super) record: String,
    pub(super) fields: Vec<&'a str>,
}

/// The kinds of writing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verb {
    Create,
    Update,
    /// Created or changed, whichever was needed.
    Upsert,
    Delete,
}

impl Verb {
    const fn command(self) -> &'static str {
        match self {
            Self::Create => "api create",
            Self::Update => "api update",
            Self::Upsert => "api upsert",
            Self::Delete => "api delete",
        }
    }
}

/// Where audit records are kept, beside the records of runs.
const MODEL: &str = "log";

/// Stores the record of a write. An application without a model for it keeps none.
pub(super) async fn record(
    session: &mut Session,
    catalogue: &Catalogue,
    origin: &Origin,
    write: Write<'_>,
) -> Result<(), DataError> {
    let parameters = json!({"model": write.model, "record": write.record, "fields": write.fields, "from": origin.from});
    store(session, catalogue, origin, (write.verb, parameters)).await
}

/// What one call did to many records.
#[derive(Debug)]
pub(super) struct WriteMany<'a> {
    pub(super) verb: Verb,
    pub(super) model: &'a str,
    /// The identifiers of the records that were written.
    pub(super) records: Vec<&'a Value>,
    pub(super) fields: Vec<&'a str>,
}

/// So many records of a call are named; all are counted.
const NAMED_MAX: usize = 100;

/// Stores one record for all that a call wrote; a call that wrote nothing leaves none.
pub(super) async fn record_many(
    session: &mut Session,
    catalogue: &Catalogue,
    origin: &Origin,
    write: WriteMany<'_>,
) -> Result<(), DataError> {
    if write.records.is_empty() {
        return Ok(());
    }
    let names: Vec<String> = write.records.iter().take(NAMED_MAX).map(|record| address_text(record)).collect();
    let parameters = json!({
        "model": write.model,
        "count": write.records.len(),
        "records": names,
        "fields": write.fields,
        "from": origin.from,
    });
    store(session, catalogue, origin, (write.verb, parameters)).await
}

async fn store(
    session: &mut Session,
    catalogue: &Catalogue,
    origin: &Origin,
    (verb, parameters): (Verb, Json),
) -> Result<(), DataError> {
    let Some(model) = catalogue.find(MODEL) else { return Ok(()) };
    let now = now();
    let mut draft = Draft::new(model);
    let texts = [
        ("name", audit_name(now)),
        ("command", verb.command().to_owned()),
        ("user", origin.user.clone()),
        ("status", "success".to_owned()),
        ("parameters", parameters.to_string()),
    ];
    for (field, text) in texts {
        draft.set_named(field, Value::Text(text));
    }
    draft.set_named("exit_code", Value::Integer(0));
    for field in ["started", "finished"] {
        draft.set_named(field, Value::DateTime(now));
    }
    if !draft.complete(now).is_empty() {
        return Err(DataError::Broken("the model of runs has a field that audit records do not know"));
    }
    session.execute(&insert(model, draft.finish())).await?;
    Ok(())
}

/// Sorted by time; the digits at the end tell writes of the same microsecond apart.
fn audit_name(now: chrono::NaiveDateTime) -> String {
    let random = RandomState::new().build_hasher().finish();
    format!("{}-{random:016x}", now.format("%Y%m%d%H%M%S%6f"))
}
