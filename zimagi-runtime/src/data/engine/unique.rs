//! Values that no two records share: looked for before the database refuses them, so that the caller learns which they are.

use super::super::catalogue::{Field, Model};
use super::super::error::DataError;
use super::super::lowering::Rows;
use super::super::mistake::{FieldError, FieldFault};
use super::super::session::Session;
use super::super::value::Value;
use super::super::view::View;
use super::address::identifiers;
use crate::data::question::condition::{Condition, field_equals};

/// Some values of a record that another record may have too.
#[derive(Debug)]
pub(super) struct UniqueCheck<'a> {
    pub(super) view: View<'a>,
    pub(super) model: &'a Model,
    /// A value for every field.
    pub(super) values: &'a [Value],
}

impl<'a> UniqueCheck<'a> {
    /// What is wrong with a new record.
    pub(super) async fn check_new(&self, session: &mut Session) -> Result<Vec<FieldError>, DataError> {
        let mut errors = Vec::new();
        let identifier = vec![self.model.identifier()];
        let names =
            if self.model.has_hashed_identifier() { self.model.hashed_fields().collect() } else { identifier.clone() };
        if !self.find_others(session, &identifier, None).await?.is_empty() {
            errors.extend(unique_errors(self.view, self.model, &names));
        }
        for set in self.sets().filter(|set| !is_same(set, &names)) {
            if !self.find_others(session, &set, None).await?.is_empty() {
                errors.extend(unique_errors(self.view, self.model, &set));
            }
        }
        Ok(errors)
    }

    /// What is wrong with a changed record; `changed` says which fields were.
    pub(super) async fn check_changed(
        &self,
        session: &mut Session,
        changed: &[&Field],
    ) -> Result<Vec<FieldError>, DataError> {
        let own = &self.values[self.model.identifier.index()];
        let mut errors = Vec::new();
        for set in self.sets().filter(|set| set.iter().any(|field| changed.iter().any(|other| other.id == field.id))) {
            if !self.find_others(session, &set, Some(own)).await?.is_empty() {
                errors.extend(unique_errors(self.view, self.model, &set));
            }
        }
        Ok(errors)
    }

    fn sets(&self) -> impl Iterator<Item = Vec<&'a Field>> {
        let model = self.model;
        model.descriptor.unique.iter().map(|set| set.iter().filter_map(|name| model.find(name)).collect())
    }

    /// The identifiers of other records with the same values, of all that there are. Nulls are never the same.
    async fn find_others(
        &self,
        session: &mut Session,
        set: &[&Field],
        own: Option<&Value>,
    ) -> Result<Vec<Value>, DataError> {
        let value = |field: &Field| self.values[field.id.index()].clone();
        if set.iter().any(|field| value(field) == Value::Null) {
            return Ok(Vec::new());
        }
        let mut conditions: Vec<_> = set.iter().map(|field| field_equals(self.model, field, value(field))).collect();
        if let Some(own) = own {
            let same = field_equals(self.model, self.model.identifier(), own.clone());
            conditions.push(Condition::Not(Box::new(same)));
        }
        identifiers(session, Rows::All, self.model, &Condition::All(conditions), 1).await
    }
}

/// One mistake for each field of the set that exists for the caller.
pub(super) fn unique_errors(view: View<'_>, model: &Model, set: &[&Field]) -> Vec<FieldError> {
    let visible: Vec<_> = set.iter().filter(|field| view.has_field(model, field)).map(|field| field.name()).collect();
    let message = format!("{} with this {} already exists", model.name(), visible.join(" and "));
    visible.iter().map(|name| FieldError::new(*name, FieldFault::Unique, message.clone())).collect()
}

fn is_same(left: &[&Field], right: &[&Field]) -> bool {
    left.len() == right.len() && left.iter().all(|field| right.iter().any(|other| other.id == field.id))
}
