//! How records are addressed: by identifier or by key, and by the fields within which the key is unique.

use zimagi_spec::descriptor::ScalarKind;

use super::super::catalogue::{Field, Model};
use super::super::error::DataError;
use super::super::lowering::{Lowering, Rows, Shape};
use super::super::mistake::{FieldError, FieldFault};
use super::super::parse::parse;
use super::super::path::names;
use super::super::session::Session;
use super::super::typed::Test;
use super::super::value::Value;
use super::super::view::View;
use crate::data::question::asked::resolve_filters;
use crate::data::question::condition::Condition;
use crate::data::question::query::AskedFilter;

/// What a caller says to name one record.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Address<'a> {
    /// An identifier or a key.
    pub(crate) text: &'a str,
    /// Filters that tell records with the same key apart.
    pub(crate) within: &'a [AskedFilter],
}

impl<'a, T: AsRef<str> + ?Sized> From<&'a T> for Address<'a> {
    fn from(text: &'a T) -> Self {
        Self { text: text.as_ref(), within: &[] }
    }
}

/// Resolved ways to understand an address; the first that finds a record is meant.
#[derive(Debug)]
pub(super) struct Candidates<'c> {
    model: &'c Model,
    conditions: Vec<Condition<'c>>,
    /// The identifier, if the address can be nothing else.
    identifier: Option<Value>,
}

impl<'c> Candidates<'c> {
    /// # Errors
    ///
    /// If a filter of the address names no field.
    pub(super) fn resolve(view: View<'c>, model: &'c Model, address: Address<'_>) -> Result<Self, DataError> {
        let mut mistakes = Vec::new();
        let within = resolve_filters(view, model, address.within, &mut mistakes);
        if !mistakes.is_empty() {
            return Err(DataError::Query(mistakes));
        }
        let ways = names(view, model).into_iter();
        let ways: Vec<_> =
            ways.filter_map(|path| addressed(path.field, address.text).map(|value| (path, value))).collect();
        let identifier = match ways.as_slice() {
            [(path, value)] if address.within.is_empty() && path.is_identifier() => Some(value.clone()),
            _ => None,
        };
        let conditions = ways
            .into_iter()
            .map(|(path, value)| Condition::All(vec![Condition::Test(path, Test::Equal(value)), within.clone()]));
        Ok(Self { model, conditions: conditions.collect(), identifier })
    }

    /// The identifier of the record, for those who then read it and so find out whether there is one.
    pub(super) async fn find_or_assume(&self, view: View<'_>, session: &mut Session) -> Result<Value, DataError> {
        match &self.identifier {
            Some(identifier) => Ok(identifier.clone()),
            None => self.find(view, session).await,
        }
    }

    /// The identifier of the record.
    pub(super) async fn find(&self, view: View<'_>, session: &mut Session) -> Result<Value, DataError> {
        for condition in &self.conditions {
            let mut found = identifiers(session, view, self.model, condition, 2).await?;
            match found.len() {
                0 => {}
                1 => return Ok(found.remove(0)),
                _ => return Err(ambiguous(view, self.model)),
            }
        }
        Err(DataError::NotFound)
    }
}

/// The identifiers of the records for which a condition holds, at most so many.
pub(super) async fn identifiers(
    session: &mut Session,
    rows: impl Into<Rows<'_>>,
    model: &Model,
    condition: &Condition<'_>,
    limit: u64,
) -> Result<Vec<Value>, DataError> {
    let mut lowering = Lowering::new(rows, Shape::Correlated);
    let place = lowering.place(model);
    let filter = lowering.condition(place, condition);
    let mut select = place.select(vec![place.output(model.identifier())], Some(filter));
    select.limit = Some(limit);
    let rows = session.rows(&select).await?;
    Ok(rows.into_iter().filter_map(|row| row.cells.into_iter().next()).collect())
}

/// A text that is too long or cannot be read addresses nothing; that is no mistake.
fn addressed(field: &Field, text: &str) -> Option<Value> {
    let kind = match field.kind {
        ScalarKind::String { .. } => ScalarKind::Text,
        other => other,
    };
    parse(kind, text).filter(|_| !text.contains('\0'))
}

fn ambiguous(view: View<'_>, model: &Model) -> DataError {
    let names =
        model.descriptor.scope.iter().filter(|name| model.find(name).is_some_and(|field| view.has_field(model, field)));
    let errors = names.map(|name| {
        let message = format!("several records have this key: say which by `{name}`");
        FieldError::new(*name, FieldFault::Ambiguous, message)
    });
    DataError::conflict(errors.collect())
}
