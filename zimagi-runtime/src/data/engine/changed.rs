//! A stored record with what changes of it.

use super::super::catalogue::{Field, FieldId, Model};
use super::super::error::DataError;
use super::super::lowering::{Lowering, Shape};
use super::super::session::Session;
use super::super::sql::{Bind, Statement};
use super::super::value::Value;
use super::super::view::View;
use super::draft::{UPDATED, now};
use super::hooked::Witness;
use crate::data::question::condition::field_equals;

/// The stored record of one model, with what changes of it.
pub(super) struct Changed<'a> {
    pub(super) model: &'a Model,
    /// A value for every field.
    pub(super) values: Vec<Value>,
    /// The fields that have another value than they had.
    pub(super) fields: Vec<&'a Field>,
    /// What is stored, for those who compare: hooks do.
    before: Option<Vec<Value>>,
    /// Relations to records that do not exist for the caller. They are shown as null, and null leaves them as they are.
    unseen: Vec<FieldId>,
}

impl<'a> Changed<'a> {
    /// A record that exists for the caller, of which nothing has changed yet: all its values, those included that do not.
    pub(super) async fn read(
        session: &mut Session,
        view: View<'_>,
        model: &'a Model,
        identifier: &Value,
    ) -> Result<Self, DataError> {
        let mut lowering = Lowering::new(view, Shape::Correlated);
        let place = lowering.place(model);
        let limited: Vec<&Field> =
            model.fields.iter().filter(|field| view.limited_target(model, field).is_some()).collect();
        let mut outputs: Vec<_> = model.fields.iter().map(|field| place.stored_output(field)).collect();
        outputs.extend(limited.iter().map(|field| place.output(field)));
        let same = field_equals(model, model.identifier(), identifier.clone());
        let filter = lowering.condition(place, &same);
        let rows = session.rows(&place.select(outputs, Some(filter))).await?;
        let mut values = rows.into_iter().next().map(|row| row.cells).ok_or(DataError::NotFound)?;
        let shown = values.split_off(model.fields.len());
        let unseen = limited.iter().zip(&shown).filter(|(_, shown)| **shown == Value::Null).map(|(field, _)| field.id);
        let before = model.hooks.is_some().then(|| values.clone());
        Ok(Self { model, values, fields: Vec::new(), before, unseen: unseen.collect() })
    }

    /// Gives a field a value, and says whether that is another one than it had.
    pub(super) fn set(&mut self, field: &'a Field, value: Value) -> bool {
        let is_kept = value == Value::Null && self.unseen.contains(&field.id);
        let stored = &mut self.values[field.id.index()];
        let is_changed = *stored != value && !is_kept;
        if is_changed {
            *stored = value;
            self.fields.push(field);
        }
        is_changed
    }

    /// Shows the record to its hooks.
    pub(super) fn show(&self, witness: &mut Witness<'a>) {
        if self.before.is_some() {
            let values = self.values.iter().cloned().map(Some).collect();
            witness.show(self.model, self.before.as_deref(), values);
        }
    }

    /// Takes over what hooks have set.
    ///
    /// # Errors
    ///
    /// If a hook gives the record another identity.
    pub(super) fn take(&mut self, witness: &Witness<'a>) -> Result<(), DataError> {
        let (Some(before), Some(values)) = (&self.before, witness.values(self.model)) else { return Ok(()) };
        self.values = values.iter().map(|value| value.clone().unwrap_or(Value::Null)).collect();
        let is_changed = |field: &&Field| self.values[field.id.index()] != before[field.id.index()];
        self.fields = self.model.fields.iter().filter(is_changed).collect();
        let identifying = |field: &Field| {
            field.id == self.model.identifier || self.model.hashed_fields().any(|hashed| hashed.id == field.id)
        };
        if self.fields.iter().any(|field| identifying(field)) {
            return Err(DataError::Broken("a hook changed what a stored record is identified by"));
        }
        Ok(())
    }

    /// The statement that stores what has changed.
    pub(super) fn update(&self, view: View<'_>, identifier: &Value) -> Statement {
        let Self { model, values, fields, .. } = self;
        let mut lowering = Lowering::new(view, Shape::Correlated);
        let place = lowering.place(model);
        let bind = |field: &Field| Bind { value: values[field.id.index()].clone(), kind: field.kind };
        let mut set: Vec<_> = fields.iter().map(|field| (field.column(), bind(field))).collect();
        if let Some(field) = model.find(UPDATED).filter(|field| fields.iter().all(|other| other.id != field.id)) {
            set.push((field.column(), Bind { value: Value::DateTime(now()), kind: field.kind }));
        }
        let same = field_equals(model, model.identifier(), identifier.clone());
        let filter = lowering.condition(place, &same);
        place.update(set, filter)
    }
}
