//! What a caller wrote of a link, as far as it can be read without the database: which records are meant, and how the set
//! changes.
//!
//! Plain members are the whole set; with `+` before them they are added to it, with `-` taken from it. A key that begins with
//! one of these signs is written in an object, `{"name": "-x"}`.

use serde_json::Value as Json;

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
    let items = match read_items(json, target) {
        Ok(items) => items,
        Err((fault, message)) => {
            errors.push(FieldError::new(written, fault, message));
            return None;
        }
    };
    let is_plain = |item: &Json| sign_of(item).0 == Sign::None;
    let change = if items.is_empty() || items.iter().any(is_plain) { Change::Whole } else { Change::Some };
    let mut assignment =
        LinkAssignment { written: written.to_owned(), link, target, change, with: Vec::new(), without: Vec::new() };
    for item in items {
        let (sign, record) = sign_of(item);
        match read_reference(view, target, &record) {
            Ok(reference) if sign == Sign::Minus => assignment.without.push(reference),
            Ok(reference) => assignment.with.push(reference),
            Err((fault, message)) => errors.push(FieldError::new(written, fault, message)),
        }
    }
    Some(assignment)
}

impl<'c> LinkAssignment<'c> {
    /// The change with the identifiers of the records.
    pub(super) async fn resolve(
        &self,
        session: &mut Session,
        errors: &mut Vec<FieldError>,
    ) -> Result<PairChange<'c>, DataError> {
        let with = find_references(session, self.target, &self.with, &self.written, errors).await?;
        let without = find_references(session, self.target, &self.without, &self.written, errors).await?;
        Ok(PairChange { link: self.link, target: self.target, change: self.change, with, without })
    }
}

fn read_items<'j>(json: &'j Json, target: &Model) -> Result<&'j [Json], Fault> {
    match json {
        Json::Array(items) => Ok(items),
        Json::Null => Err((FieldFault::Null, "the value may not be null; an empty list is no record".to_owned())),
        _ => Err((FieldFault::Invalid, format!("expected a list of records of {}", target.name()))),
    }
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
