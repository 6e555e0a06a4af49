//! What a caller wrote of a link, as far as it can be read without the database: which records are meant, and how the set
//! changes.
//!
//! Plain members are the whole set; with `+` before them they are added to it, with `-` taken from it. `{"add": […], "remove": […]}`
//! says the same without signs, so that keys that begin with one can be named; in a list they are written as `{"name": "-x"}`.

use serde_json::{Map, Value as Json};

use super::super::catalogue::{Link, Model};
use super::super::error::DataError;
use super::super::mistake::{FieldError, FieldFault};
use super::super::session::Session;
use super::super::view::View;
use super::input::{Fault, Reference, find_references, read_reference};
use super::pairs::{Change, PairChange};

/// One link that the caller gives.
#[derive(Debug)]
pub(super) struct LinkAssignment<'c> {
    /// The link's name as the caller wrote it.
    pub(super) written: String,
    pub(super) link: &'c Link,
    target: &'c Model,
    change: Change,
    with: Vec<Reference<'c>>,
    without: Vec<Reference<'c>>,
}

/// Reads the list of a link's records; every mistake in it is told.
pub(super) fn read_link<'c>(
    view: View<'c>,
    link: &'c Link,
    written: &str,
    json: &Json,
    errors: &mut Vec<FieldError>,
) -> Option<LinkAssignment<'c>> {
    let target = view.catalogue().model(link.target);
    let (items, empty) = match read_items(json, target) {
        Ok(read) => read,
        Err((fault, message)) => {
            errors.push(FieldError::new(written, fault, message));
            return None;
        }
    };
    let change = if items.iter().any(|(sign, _)| *sign == Sign::None) { Change::Whole } else { empty };
    let mut assignment =
        LinkAssignment { written: written.to_owned(), link, target, change, with: Vec::new(), without: Vec::new() };
    for (sign, record) in items {
        match read_reference(view, target, &record) {
            Ok(reference) if sign == Sign::Minus => assignment.without.push(reference),
            Ok(reference) => assignment.with.push(reference),
            Err((fault, message)) => errors.push(FieldError::new(written, fault, message)),
        }
    }
    Some(assignment)
}

impl<'c> LinkAssignment<'c> {
    /// No record at all.
    pub(super) fn nothing(view: View<'c>, link: &'c Link) -> Self {
        let target = view.catalogue().model(link.target);
        let (with, without) = (Vec::new(), Vec::new());
        Self { written: link.name().to_owned(), link, target, change: Change::Whole, with, without }
    }

    /// The change with the identifiers of the records.
    pub(super) async fn resolve(
        &self,
        session: &mut Session,
        view: View<'_>,
        errors: &mut Vec<FieldError>,
    ) -> Result<PairChange<'c>, DataError> {
        let with = find_references(session, view, self.target, &self.with, &self.written, errors).await?;
        let without = find_references(session, view, self.target, &self.without, &self.written, errors).await?;
        Ok(PairChange { link: self.link, target: self.target, change: self.change, with, without })
    }
}

/// The records with their signs, and how the set changes if none is without a sign.
fn read_items(json: &Json, target: &Model) -> Result<(Vec<(Sign, Json)>, Change), Fault> {
    match json {
        Json::Array(items) if items.is_empty() => Ok((Vec::new(), Change::Whole)),
        Json::Array(items) => Ok((items.iter().map(sign_of).collect(), Change::Some)),
        Json::Object(lists) => read_signed_lists(lists, target).map(|items| (items, Change::Some)),
        Json::Null => Err((FieldFault::Null, "the value may not be null; an empty list is no record".to_owned())),
        _ => Err(no_list(target)),
    }
}

/// `{"add": […], "remove": […]}`
fn read_signed_lists(lists: &Map<String, Json>, target: &Model) -> Result<Vec<(Sign, Json)>, Fault> {
    let mut items = Vec::new();
    for (word, list) in lists {
        let sign = match word.as_str() {
            "add" => Sign::Plus,
            "remove" => Sign::Minus,
            _ => return Err((FieldFault::Unknown, format!("expected `add` or `remove`, not `{word}`"))),
        };
        let list = list.as_array().ok_or_else(|| no_list(target))?;
        items.extend(list.iter().map(|item| (sign, item.clone())));
    }
    Ok(items)
}

fn no_list(target: &Model) -> Fault {
    (FieldFault::Invalid, format!("expected a list of records of {}", target.name()))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    None,
    Plus,
    Minus,
}

fn sign_of(item: &Json) -> (Sign, Json) {
    let text = item.as_str().unwrap_or_default();
    if let Some(rest) = text.strip_prefix('+') {
        (Sign::Plus, Json::from(rest))
    } else if let Some(rest) = text.strip_prefix('-') {
        (Sign::Minus, Json::from(rest))
    } else {
        (Sign::None, item.clone())
    }
}
