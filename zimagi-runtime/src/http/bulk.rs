//! Calls that write many records, and the reports on them.
//!
//! `{"operation": "upsert", "records": […], "mode": "each"}`

use serde_json::{Map, Value as Json, json};
use zimagi_spec::descriptor::Operation;

use super::error::ApiError;
use super::resource::offers;
use super::service::Service;
use super::status::by_field;
use crate::data::{
    ALL_RECORDS, AskedFilter, DataError, Deed, FILTER, FieldError, FieldFault, Mode, Outcome, Report, Task, Terms,
    address_text,
};

/// Does what a body says, and reports what became of each record.
pub(super) async fn write(
    service: &Service,
    terms: Terms<'_>,
    type_: &str,
    mut body: Map<String, Json>,
) -> Result<Json, ApiError> {
    let (task, mode) = read(&mut body, service.limits.bulk_records_max).map_err(DataError::Invalid)?;
    let needed = match task {
        Task::Create(_) | Task::Update(_) | Task::Upsert(_) => Operation::Update,
        Task::Delete(_) | Task::DeleteWhere(_) | Task::DeleteAll => Operation::Destroy,
    };
    let model = service.catalogue().find(type_).ok_or(ApiError::NotFound)?;
    if !offers(model.descriptor, needed) {
        return Err(ApiError::Forbidden);
    }
    let report = service.engine.write_many(terms, type_, &task, mode).await?;
    let failed: Vec<_> = failures(&report).collect();
    if mode == Mode::Atomic && !failed.is_empty() {
        let records = failed.into_iter().map(|(index, errors)| (index, errors.to_vec())).collect();
        return Err(ApiError::Refused { records });
    }
    Ok(render(&report))
}

/// Every mistake of a body at once.
fn read(body: &mut Map<String, Json>, records_max: usize) -> Result<(Task, Mode), Vec<FieldError>> {
    let mut errors = Vec::new();
    let mode = read_mode(body.remove("mode"));
    let operation = body.remove("operation");
    let task = match operation.as_ref().and_then(Json::as_str) {
        Some("create") => records(body, records_max).map(Task::Create),
        Some("update") => records(body, records_max).map(Task::Update),
        Some("upsert") => records(body, records_max).map(Task::Upsert),
        Some("delete") if body.contains_key("filter") => read_filter(body),
        Some("delete") => list(body, records_max).map(Task::Delete),
        _ => Err(wrong("operation", "expected `create`, `update`, `upsert` or `delete`")),
    };
    errors.extend(mode.as_ref().err().cloned());
    errors.extend(task.as_ref().err().cloned());
    errors.extend(
        body.keys().map(|name| FieldError::new(name, FieldFault::Unknown, format!("there is no `{name}` here"))),
    );
    match (task, mode) {
        (Ok(task), Ok(mode)) if errors.is_empty() => Ok((task, mode)),
        _ => Err(errors),
    }
}

fn read_mode(given: Option<Json>) -> Result<Mode, FieldError> {
    match given.as_ref().map(|mode| mode.as_str().unwrap_or_default()) {
        None | Some("atomic") => Ok(Mode::Atomic),
        Some("each") => Ok(Mode::Each),
        Some(_) => Err(wrong("mode", "expected `atomic` or `each`")),
    }
}

fn list(body: &mut Map<String, Json>, records_max: usize) -> Result<Vec<Json>, FieldError> {
    match body.remove("records") {
        Some(Json::Array(records)) if records.len() > records_max => {
            Err(wrong("records", &format!("one call may write at most {records_max} records")))
        }
        Some(Json::Array(records)) => Ok(records),
        _ => Err(wrong("records", "expected a list of records")),
    }
}

fn records(body: &mut Map<String, Json>, records_max: usize) -> Result<Vec<Map<String, Json>>, FieldError> {
    let objects = list(body, records_max)?.into_iter().enumerate().map(|(index, record)| match record {
        Json::Object(values) => Ok(values),
        _ => Err(wrong("records", &format!("expected an object at {index}"))),
    });
    objects.collect()
}

/// The filter is a group as a question's is. One that holds for all records is meant only if the body says so.
fn read_filter(body: &mut Map<String, Json>) -> Result<Task, FieldError> {
    let filter = body.remove(FILTER);
    let is_all = match body.remove("all") {
        None => false,
        Some(Json::Bool(value)) => value,
        Some(_) => return Err(wrong("all", "expected `true` or `false`")),
    };
    match filter {
        Some(Json::Object(filter)) if filter.is_empty() && is_all => Ok(Task::DeleteAll),
        Some(Json::Object(filter)) if filter.is_empty() => Err(wrong("filter", ALL_RECORDS)),
        Some(group @ Json::Object(_)) => Ok(Task::DeleteWhere(vec![AskedFilter::Member { name: FILTER, group }])),
        _ => Err(wrong("filter", "expected an object")),
    }
}

fn wrong(name: &str, message: &str) -> FieldError {
    FieldError::new(name, FieldFault::Invalid, message)
}

fn failures(report: &Report) -> impl Iterator<Item = (usize, &[FieldError])> {
    report.outcomes.iter().enumerate().filter_map(|(index, outcome)| match outcome {
        Outcome::Failed(errors) => Some((index, errors.as_slice())),
        Outcome::Done(..) => None,
    })
}

/// `{"created": 1, "updated": 0, …, "failed": 0, "results": [{"index": 0, "id": "…", "status": "created"}]}`
fn render(report: &Report) -> Json {
    let count = |deed| {
        report.outcomes.iter().filter(|outcome| matches!(outcome, Outcome::Done(done, _) if *done == deed)).count()
    };
    let results: Vec<Json> = report.outcomes.iter().enumerate().map(result).collect();
    json!({
        "created": count(Deed::Created),
        "updated": count(Deed::Updated),
        "unchanged": count(Deed::Unchanged),
        "deleted": count(Deed::Deleted),
        "failed": failures(report).count(),
        "results": results,
    })
}

fn result((index, outcome): (usize, &Outcome)) -> Json {
    match outcome {
        Outcome::Done(deed, identifier) => {
            json!({"index": index, "id": address_text(identifier), "status": word(*deed)})
        }
        Outcome::Failed(errors) => json!({"index": index, "status": "failed", "errors": by_field(errors)}),
    }
}

const fn word(deed: Deed) -> &'static str {
    match deed {
        Deed::Created => "created",
        Deed::Updated => "updated",
        Deed::Unchanged => "unchanged",
        Deed::Deleted => "deleted",
    }
}
