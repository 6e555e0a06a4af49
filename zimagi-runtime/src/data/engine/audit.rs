//! The record that every write request leaves, in the same transaction: who, from where, which fields, which record. Never
//! values.

use std::hash::{BuildHasher, Hasher, RandomState};

use serde_json::json;

use super::super::catalogue::Catalogue;
use super::super::error::DataError;
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
    Delete,
}

impl Verb {
    const fn command(self) -> &'static str {
        match self {
            Self::Create => "api create",
            Self::Update => "api update",
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
    let Some(model) = catalogue.find(MODEL) else { return Ok(()) };
    let now = now();
    let mut draft = Draft::new(model);
    let parameters = json!({"model": write.model, "record": write.record, "fields": write.fields, "from": origin.from});
    let texts = [
        ("name", audit_name(now)),
        ("command", write.verb.command().to_owned()),
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
