//! On which terms records are written: by whom, what a record must be before, how much of it is given, and whether it is kept.

use zimagi_spec::names::Database;

use super::super::catalogue::Model;
use super::super::error::DataError;
use super::super::json::Urls;
use super::super::lowering::{Lowering, Shape};
use super::super::session::Session;
use super::super::sql::{Bind, Statement};
use super::super::tag::tag_of;
use super::super::value::Value;
use super::super::view::View;
use super::audit::Origin;
use super::detail::read_detail;
use crate::data::question::condition::field_equals;
use crate::permit::Permit;

/// Who writes, and how.
#[derive(Debug, Clone)]
pub(crate) struct Terms<'a> {
    pub(crate) permit: &'a Permit,
    pub(crate) origin: &'a Origin,
    /// To what addresses in the answer are joined.
    pub(crate) base_url: &'a str,
    pub(crate) expected: Expected,
    pub(crate) extent: Extent,
    pub(crate) ending: Ending,
}

/// What the caller takes a record to be before it is written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) enum Expected {
    #[default]
    Anything,
    /// What the caller is shown of it has one of these tags.
    OneOf(Vec<String>),
}

/// What becomes of fields that are not given.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Extent {
    /// They keep their values.
    #[default]
    Given,
    /// They get the values that new records have.
    Whole,
}

/// Whether what was written is kept.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Ending {
    #[default]
    Kept,
    /// The database does everything and takes it back.
    TakenBack,
}

/// Why a transaction was taken back.
#[derive(Debug)]
pub(super) enum Undone<T> {
    Rehearsed(T),
    Failed(DataError),
}

impl<'a> Terms<'a> {
    pub(crate) fn new(permit: &'a Permit, origin: &'a Origin, base_url: &'a str) -> Self {
        let (expected, extent, ending) = (Expected::default(), Extent::default(), Ending::default());
        Self { permit, origin, base_url, expected, extent, ending }
    }
}

impl Expected {
    /// Fails if the record is another one than the caller takes it for. Nobody else changes it until the transaction ends.
    pub(super) async fn require(
        &self,
        session: &mut Session,
        (view, database): (View<'_>, Database),
        (model, identifier): (&Model, &Value),
        urls: Urls<'_>,
    ) -> Result<(), DataError> {
        let Self::OneOf(tags) = self else { return Ok(()) };
        match database {
            // The one writer holds the lock already.
            Database::Sqlite => {}
            Database::Postgresql | Database::Mysql => drop(session.execute(&touch(view, model, identifier)).await?),
        }
        let tag = tag_of(&read_detail(session, view, model, identifier, urls).await?);
        if tags.contains(&tag) { Ok(()) } else { Err(DataError::Stale) }
    }
}

impl Ending {
    pub(super) fn end<T>(self, value: T) -> Result<T, Undone<T>> {
        match self {
            Self::Kept => Ok(value),
            Self::TakenBack => Err(Undone::Rehearsed(value)),
        }
    }
}

impl<T> Undone<T> {
    /// What a transaction gives, kept or not.
    pub(super) fn settle(result: Result<T, Self>) -> Result<T, DataError> {
        match result {
            Ok(value) | Err(Self::Rehearsed(value)) => Ok(value),
            Err(Self::Failed(error)) => Err(error),
        }
    }
}

impl<T> From<DataError> for Undone<T> {
    fn from(error: DataError) -> Self {
        Self::Failed(error)
    }
}

/// Writes the identifier over itself: that locks the record until the transaction ends.
fn touch(view: View<'_>, model: &Model, identifier: &Value) -> Statement {
    let field = model.identifier();
    let mut lowering = Lowering::new(view, Shape::Correlated);
    let place = lowering.place(model);
    let filter = lowering.condition(place, &field_equals(model, field, identifier.clone()));
    let bind = Bind { value: identifier.clone(), kind: field.kind };
    place.update(vec![(field.column(), bind)], filter)
}
