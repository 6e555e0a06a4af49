//! A record that is being written, as its hooks see it: every field with its value, and what is stored now.

use std::marker::PhantomData;
use std::sync::Arc;

use crate::data::typed::{Column, Field, Model, Row, RowError};
use crate::data::value::Value;

/// A record of the model `M` that is new or changes.
///
/// Fields are named by typed paths: `flight().distance()`. A relation is named by the identifier of its record:
/// `flight().plane().tail_number()`. A path that leads to other values of other records has no value here.
#[derive(Debug)]
pub struct Draft<M> {
    held: Held,
    model: PhantomData<fn() -> M>,
}

/// The values of a draft, whatever its model.
#[derive(Debug, Clone, Default)]
pub(crate) struct Held {
    /// The names of the fields, in the order of the values.
    pub(crate) fields: Arc<[DraftField]>,
    /// What is stored; nothing if the record is new.
    pub(crate) before: Option<Vec<Value>>,
    /// What is to be stored, as far as it is known.
    pub(crate) values: Vec<Option<Value>>,
}

/// How a field of a model is named by paths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct DraftField {
    pub(crate) name: &'static str,
    /// For a relation, the field of its target that it holds.
    pub(crate) identifier: Option<&'static str>,
}

impl<M: Model> Draft<M> {
    pub(super) const fn new(held: Held) -> Self {
        Self { held, model: PhantomData }
    }

    pub(super) fn into_held(self) -> Held {
        self.held
    }

    /// Whether the record is not stored yet.
    #[must_use]
    pub const fn is_new(&self) -> bool {
        self.held.before.is_none()
    }

    /// The value that the field will have; nothing if it has none, or none yet.
    #[must_use]
    pub fn get<T: Field>(&self, column: Column<M, T>) -> Option<T::Compared>
    where
        T::Compared: Field,
    {
        let value = self.held.values.get(self.held.place(column.path())?)?.clone()?;
        T::Compared::from_value(value).ok()
    }

    /// The value that the field has in the stored record; nothing if it has none, or the record is new.
    #[must_use]
    pub fn before<T: Field>(&self, column: Column<M, T>) -> Option<T::Compared>
    where
        T::Compared: Field,
    {
        let value = self.held.before.as_ref()?.get(self.held.place(column.path())?)?.clone();
        T::Compared::from_value(value).ok()
    }

    /// Whether the field will have another value than it has. Of a new record, every field with a value has changed.
    #[must_use]
    pub fn is_changed<T>(&self, column: Column<M, T>) -> bool {
        self.held.place(column.path()).is_some_and(|place| self.held.is_changed(place))
    }

    /// Sets the value of a field. Whether it may be stored is found out after the hook.
    pub fn set<T: Field>(&mut self, column: Column<M, T>, value: impl Into<T::Compared>) {
        self.put(column, value.into().into());
    }

    /// Takes the value of a field away.
    pub fn clear<T>(&mut self, column: Column<M, T>) {
        self.put(column, Value::Null);
    }

    /// The record as it will be stored.
    ///
    /// # Errors
    ///
    /// If it has no value yet for a field that needs one.
    pub fn record(&self) -> Result<M, RowError> {
        let value = |name: &&str| self.held.named(name).unwrap_or(Value::Null);
        M::read(&mut Row::new(M::FIELDS.iter().map(value).collect()))
    }

    fn put<T>(&mut self, column: Column<M, T>, value: Value) {
        if let Some(place) = self.held.place(column.path()) {
            self.held.values[place] = Some(value);
        }
    }
}

impl Held {
    /// Which field a path leads to, if it is one of the record's own.
    fn place(&self, path: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.is_named(path))
    }

    fn named(&self, name: &str) -> Option<Value> {
        let place = self.fields.iter().position(|field| field.name == name)?;
        self.values.get(place)?.clone()
    }

    /// Whether a field will have another value than it has.
    pub(crate) fn is_changed(&self, place: usize) -> bool {
        let after = self.values.get(place).and_then(Option::as_ref).unwrap_or(&Value::Null);
        let before = self.before.as_ref().and_then(|before| before.get(place)).unwrap_or(&Value::Null);
        after != before
    }
}

impl DraftField {
    /// Whether the path is the field's name, or leads over the relation to what it holds.
    pub(super) fn is_named(&self, path: &str) -> bool {
        match path.split_once('.') {
            None => path == self.name,
            Some((relation, field)) => relation == self.name && Some(field) == self.identifier,
        }
    }
}
