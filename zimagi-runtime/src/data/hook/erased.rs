//! Hooks without the types of their records: what the engine calls.

use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;

use serde_json::Value as Json;

use super::context::HookContext;
use super::draft::{Draft, Held};
use super::{HookResult, Hooks};
use crate::data::catalogue::Model as Bound;
use crate::data::mistake::FieldError;
use crate::data::session::Session;
use crate::data::typed::{Model, Row, RowError};
use crate::data::value::Value;
use crate::data::view::View;

/// Where a hook is called: in which transaction, for whom, of which model.
pub(crate) struct At<'a> {
    pub(crate) session: &'a mut Session,
    pub(crate) view: View<'a>,
    pub(crate) model: &'a Bound,
}

/// What a hook refuses, field by field.
pub(crate) type Refusals = Vec<FieldError>;

type Called<'a> = Pin<Box<dyn Future<Output = HookResult<Refusals>> + Send + 'a>>;

/// The hooks of some model.
pub(crate) trait Erased: Send + Sync {
    fn before_save<'a>(&self, at: At<'a>, held: &'a mut Held) -> Called<'a>;
    fn validate<'a>(&self, at: At<'a>, held: &'a mut Held) -> Called<'a>;
    fn after_save<'a>(&self, at: At<'a>, held: &'a mut Held) -> Called<'a>;
    /// The values are those of [`Erased::fields`].
    fn before_delete<'a>(&self, at: At<'a>, values: Vec<Value>) -> Called<'a>;
    /// The values of computed fields for a record with the values of [`Erased::fields`].
    fn dynamic_fields(&self, names: &[&str], values: Vec<Value>) -> Result<Vec<Json>, RowError>;
    /// The fields of the struct, in their order.
    fn fields(&self) -> &'static [&'static str];
}

/// The hooks `H` of the model `M`.
pub(super) struct Typed<M, H>(PhantomData<fn() -> (M, H)>);

impl<M: Model + Sync + 'static, H: Hooks<M>> Typed<M, H> {
    pub(super) const CALLS: &'static dyn Erased = &Self(PhantomData);
}

impl<M: Model + Sync + 'static, H: Hooks<M>> Erased for Typed<M, H> {
    fn before_save<'a>(&self, at: At<'a>, held: &'a mut Held) -> Called<'a> {
        Box::pin(async move {
            let (mut cx, mut draft) = (HookContext::new(at), Draft::new(std::mem::take(held)));
            H::before_save(&mut cx, &mut draft).await?;
            *held = draft.into_held();
            Ok(cx.into_refusals())
        })
    }

    fn validate<'a>(&self, at: At<'a>, held: &'a mut Held) -> Called<'a> {
        Box::pin(async move {
            let (mut cx, draft) = (HookContext::new(at), Draft::new(std::mem::take(held)));
            H::validate(&mut cx, &draft).await?;
            *held = draft.into_held();
            Ok(cx.into_refusals())
        })
    }

    fn after_save<'a>(&self, at: At<'a>, held: &'a mut Held) -> Called<'a> {
        Box::pin(async move {
            let (mut cx, draft) = (HookContext::new(at), Draft::new(std::mem::take(held)));
            H::after_save(&mut cx, &draft).await?;
            *held = draft.into_held();
            Ok(cx.into_refusals())
        })
    }

    fn before_delete<'a>(&self, at: At<'a>, values: Vec<Value>) -> Called<'a> {
        Box::pin(async move {
            let (mut cx, record) = (HookContext::new(at), M::read(&mut Row::new(values))?);
            H::before_delete(&mut cx, &record).await?;
            Ok(cx.into_refusals())
        })
    }

    fn dynamic_fields(&self, names: &[&str], values: Vec<Value>) -> Result<Vec<Json>, RowError> {
        let record = M::read(&mut Row::new(values))?;
        Ok(names.iter().map(|name| H::dynamic_field(name, &record)).collect())
    }

    fn fields(&self) -> &'static [&'static str] {
        M::FIELDS
    }
}
