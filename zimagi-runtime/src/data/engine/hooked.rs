//! When hooks are called: what each hook of a record sees of it, what becomes of what it sets, and what it refuses.
//!
//! Records of models without hooks pass by and cost nothing.

use std::sync::Arc;

use chrono::SubsecRound;
use zimagi_spec::descriptor::ScalarKind;

use super::super::catalogue::{Field, Model, ModelHooks};
use super::super::error::DataError;
use super::super::hook::{At, Held, HookResult, Refusals};
use super::super::lowering::{Lowering, Rows, Shape};
use super::super::mistake::{FieldError, FieldFault};
use super::super::parse::{expected, parse};
use super::super::session::Session;
use super::super::value::Value;
use super::super::view::View;
use super::upsert::storable;
use crate::data::question::condition::field_is_one_of;

/// The hooks that see a record being written: those of all that it is.
pub(super) struct Witness<'a> {
    view: View<'a>,
    seen: Vec<Seen<'a>>,
}

/// What the hooks of one model see.
struct Seen<'a> {
    model: &'a Model,
    hooks: &'a ModelHooks,
    held: Held,
}

impl<'a> Witness<'a> {
    pub(super) const fn new(view: View<'a>) -> Self {
        Self { view, seen: Vec::new() }
    }

    /// Shows a record to the hooks of its model, if it has any; without stored values it is a new one.
    pub(super) fn show(&mut self, model: &'a Model, before: Option<&[Value]>, values: Vec<Option<Value>>) {
        if let Some(hooks) = &model.hooks {
            let held = Held { fields: Arc::clone(&hooks.fields), before: before.map(<[Value]>::to_vec), values };
            self.seen.push(Seen { model, hooks, held });
        }
    }

    /// Shows what a record has become, all its values.
    pub(super) fn show_again(&mut self, model: &Model, values: &[Value]) {
        if let Some(seen) = self.seen.iter_mut().find(|seen| seen.model.id == model.id) {
            seen.held.values = values.iter().cloned().map(Some).collect();
        }
    }

    /// What hooks have made of the values of a record, if its model has any.
    pub(super) fn values(&self, model: &Model) -> Option<&[Option<Value>]> {
        self.seen.iter().find(|seen| seen.model.id == model.id).map(|seen| seen.held.values.as_slice())
    }

    /// Lets hooks set fields, and gives what they refuse together with what cannot be stored of what they set.
    pub(super) async fn before_save(&mut self, session: &mut Session) -> Result<Refusals, DataError> {
        let (view, mut refusals) = (self.view, Refusals::new());
        for Seen { model, hooks, held } in &mut self.seen {
            let earlier = held.values.clone();
            let called = hooks.entry.calls.before_save(At { session, view, model }, held).await;
            refusals.extend(refused(called, model)?);
            for (field, (value, earlier)) in model.fields.iter().zip(held.values.iter_mut().zip(earlier)) {
                if *value != earlier {
                    refusals.extend(settle(field, value).map(|fault| named(view, (model, field), fault)));
                }
            }
        }
        Ok(refusals)
    }

    /// Lets hooks look at records that have all their values.
    pub(super) async fn validate(&mut self, session: &mut Session) -> Result<(), DataError> {
        let (view, mut refusals) = (self.view, Refusals::new());
        for Seen { model, hooks, held } in &mut self.seen {
            let called = hooks.entry.calls.validate(At { session, view, model }, held).await;
            refusals.extend(refused(called, model)?);
        }
        refuse(refusals)
    }

    /// Tells hooks of what is stored.
    pub(super) async fn after_save(&mut self, session: &mut Session) -> Result<(), DataError> {
        let (view, mut refusals) = (self.view, Refusals::new());
        for Seen { model, hooks, held } in &mut self.seen {
            let called = hooks.entry.calls.after_save(At { session, view, model }, held).await;
            refusals.extend(refused(called, model)?);
        }
        refuse(refusals)
    }
}

/// Lets the hooks of a model look at records that are about to be deleted.
pub(super) async fn before_delete(
    session: &mut Session,
    (view, model): (View<'_>, &Model),
    doomed: &[Value],
) -> Result<(), DataError> {
    let Some(hooks) = &model.hooks else { return Ok(()) };
    let calls = hooks.entry.calls;
    // What goes with a record goes whoever may see it.
    let mut lowering = Lowering::new(Rows::All, Shape::Correlated);
    let place = lowering.place(model);
    let outputs = calls.fields().iter().filter_map(|name| model.find(name)).map(|field| place.output(field)).collect();
    let filter = lowering.condition(place, &field_is_one_of(model, model.identifier(), doomed.to_vec()));
    let mut refusals = Refusals::new();
    for row in session.rows(&place.select(outputs, Some(filter))).await? {
        let called = calls.before_delete(At { session, view, model }, row.cells).await;
        refusals.extend(refused(called, model)?);
    }
    refuse(refusals)
}

fn refused(called: HookResult<Refusals>, model: &Model) -> HookOutcome {
    match called {
        Ok(refusals) => Ok(refusals),
        // What a hook refuses by its error is told with what others refuse.
        Err(error) => match error.into_data_error(model.name()) {
            DataError::Invalid(refusals) => Ok(refusals),
            other => Err(other),
        },
    }
}

type HookOutcome = Result<Refusals, DataError>;

fn refuse(refusals: Refusals) -> Result<(), DataError> {
    if refusals.is_empty() { Ok(()) } else { Err(DataError::Invalid(refusals)) }
}

/// Brings a value that a hook set into the form of its column, or says what is wrong with it.
fn settle(field: &Field, value: &mut Option<Value>) -> Option<(FieldFault, String)> {
    let given = value.take()?;
    let settled = match (given, field.kind) {
        (Value::Decimal(number), kind @ ScalarKind::Decimal { .. }) => match parse(kind, &number.to_string()) {
            Some(number) => number,
            None => return Some((FieldFault::Invalid, format!("expected {}", expected(kind)))),
        },
        (Value::Float(number), kind) if !number.is_finite() => {
            return Some((FieldFault::Invalid, format!("expected {}", expected(kind))));
        }
        (Value::DateTime(moment), _) => Value::DateTime(moment.trunc_subsecs(6)),
        (Value::Json(serde_json::Value::Null), _) => Value::Null,
        (other, _) => other,
    };
    let fault = storable(field, &settled).err();
    *value = Some(settled);
    fault
}

/// A mistake of a field; one that does not exist for the caller is not named.
fn named(view: View<'_>, (model, field): (&Model, &Field), (fault, message): (FieldFault, String)) -> FieldError {
    let name = if view.has_field(model, field) { field.name() } else { "" };
    FieldError::new(name, fault, message)
}
