//! A record before it is stored: a value for every field of its model.

use chrono::{NaiveDateTime, SubsecRound, Utc};
use zimagi_spec::descriptor::{DefaultDescriptor, Presence, ScalarKind};

use super::super::catalogue::{Field, FieldId, Model};
use super::super::identify::Identify;
use super::super::parse::constant;
use super::super::sql::{Conflict, Insert, Statement};
use super::super::value::Value;
use super::hooked::Witness;

/// Values in the order of the model's fields.
#[derive(Debug, Clone)]
pub(super) struct Draft<'c> {
    pub(super) model: &'c Model,
    values: Vec<Option<Value>>,
}

impl<'c> Draft<'c> {
    pub(super) fn new(model: &'c Model) -> Self {
        Self { model, values: vec![None; model.fields.len()] }
    }

    pub(super) fn set(&mut self, field: FieldId, value: Value) {
        self.values[field.index()] = Some(value);
    }

    /// Sets a field by its name; other models than the platform's own may lack it.
    pub(super) fn set_named(&mut self, name: &str, value: Value) {
        if let Some(field) = self.model.find(name) {
            self.set(field.id, value);
        }
    }

    /// Gives every field its value if none was set, and returns the fields that need one.
    pub(super) fn complete(&mut self, now: NaiveDateTime) -> Vec<&'c Field> {
        let mut missing = Vec::new();
        for field in &self.model.fields {
            if self.values[field.id.index()].is_some() || is_made(self.model, field) {
                continue;
            }
            match unset_value(field, now) {
                Some(value) => self.set(field.id, value),
                None => missing.push(field),
            }
        }
        missing
    }

    /// Shows the record to the hooks of its model, with the values that nobody sets.
    pub(super) fn show(&mut self, witness: &mut Witness<'c>) {
        if self.model.hooks.is_some() {
            self.complete(now());
            witness.show(self.model, None, self.values.clone());
        }
    }

    /// Takes over what hooks have set.
    pub(super) fn take(&mut self, witness: &Witness<'c>) {
        if let Some(values) = witness.values(self.model) {
            self.values = values.to_vec();
        }
    }

    /// All values, the digest included. Every field must have one.
    pub(super) fn finish(mut self) -> Vec<Value> {
        if self.model.has_hashed_identifier() {
            let fields = self.model.hashed_fields().map(|field| {
                let value = self.values[field.id.index()].as_ref().expect("a finished draft is complete");
                (field.name(), value)
            });
            let digest = Identify::default().of(self.model.descriptor.identifier, fields);
            self.set(self.model.identifier, Value::Identifier(digest));
        }
        self.values.into_iter().map(|value| value.expect("a finished draft is complete")).collect()
    }
}

/// The present moment as databases keep it.
pub(super) fn now() -> NaiveDateTime {
    Utc::now().naive_utc().trunc_subsecs(6)
}

/// The value of a field that nobody set; none if it needs one.
pub(super) fn unset_value(field: &Field, now: NaiveDateTime) -> Option<Value> {
    match field.descriptor.presence {
        _ if is_time_of_writing(field) => Some(Value::DateTime(now)),
        Presence::Nullable => Some(Value::Null),
        Presence::Default(default) | Presence::NullableDefault(default) => Some(default_value(field.kind, default)),
        Presence::Required => None,
    }
}

/// `created` and `updated`, which every model has.
pub(super) fn is_time_of_writing(field: &Field) -> bool {
    field.kind == ScalarKind::DateTime && matches!(field.name(), CREATED | UPDATED)
}

pub(super) const UPDATED: &str = "updated";
const CREATED: &str = "created";

/// Inserts one record with a value for every field.
pub(super) fn insert(model: &Model, values: Vec<Value>) -> Statement {
    Statement::Insert(Insert {
        table: model.descriptor.table,
        columns: model.fields.iter().map(|field| (field.column(), field.kind)).collect(),
        rows: vec![values],
        conflict: Conflict::Fail,
    })
}

/// Digests are made of other fields, and pointers of the record that they point to.
fn is_made(model: &Model, field: &Field) -> bool {
    field.id == model.identifier && (model.has_hashed_identifier() || model.parent.is_some())
}

fn default_value(kind: ScalarKind, default: DefaultDescriptor) -> Value {
    constant(kind, default).expect("the build has read defaults as their kinds")
}
