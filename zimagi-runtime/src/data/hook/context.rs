//! What a hook can reach: the data that the caller may see, as the transaction has it, and a way to refuse.

use std::marker::PhantomData;

use super::HookResult;
use super::erased::{At, Refusals};
use crate::data::catalogue::Model as Bound;
use crate::data::engine::select_within;
use crate::data::mistake::{FieldError, FieldFault};
use crate::data::session::Session;
use crate::data::typed::{Column, Model, Select};
use crate::data::view::View;

/// A hook's view of the world. All it reads is read in the name of who writes, in the transaction that writes.
pub struct HookContext<'a, M> {
    session: &'a mut Session,
    view: View<'a>,
    bound: &'a Bound,
    refusals: Refusals,
    model: PhantomData<fn() -> M>,
}

impl<'a, M: Model> HookContext<'a, M> {
    pub(super) const fn new(At { session, view, model: bound }: At<'a>) -> Self {
        Self { session, view, bound, refusals: Vec::new(), model: PhantomData }
    }

    pub(super) fn into_refusals(self) -> Refusals {
        self.refusals
    }

    /// The record must not be written so, because of this field. All that a hook refuses is told at once, in the form of all
    /// mistakes of fields. The text is shown to the caller: no secrets.
    pub fn refuse<T>(&mut self, column: Column<M, T>, reason: impl Into<String>) {
        let names = self.bound.hooks.iter().flat_map(|hooks| hooks.fields.iter());
        let mut fields = self.bound.fields.iter().zip(names);
        let field = fields.find(|(_, named)| named.is_named(column.path())).map(|(field, _)| field);
        let refusal = match field {
            Some(field) if self.view.has_field(self.bound, field) => {
                FieldError::new(field.name(), FieldFault::Refused, reason)
            }
            // Of a field that does not exist for the caller nothing is told, also no reason.
            Some(_) | None => FieldError::new("", FieldFault::Refused, "the record may not be written so"),
        };
        self.refusals.push(refusal);
    }

    /// The record must not be written, for a reason that is no single field's. The text is shown to the caller: no secrets.
    pub fn refuse_record(&mut self, reason: impl Into<String>) {
        self.refusals.push(FieldError::new("", FieldFault::Refused, reason));
    }

    /// The records a typed query finds, as far as the caller may view them, as the transaction has left them.
    ///
    /// # Errors
    ///
    /// If the caller may not view a field the query names, or the database fails. An error that the hook returns ends the write:
    /// what needs data that the caller may not see, the caller may not do.
    pub async fn select<N: Model>(&mut self, query: Select<N>) -> HookResult<Vec<N>> {
        Ok(select_within(self.session, (self.view, self.bound.descriptor.store), query).await?)
    }
}

impl<M> std::fmt::Debug for HookContext<'_, M> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("HookContext").field("model", &self.bound.name()).finish_non_exhaustive()
    }
}
