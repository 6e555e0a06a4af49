//! Deleting records, and what the specs say of the records that refer to them.

use std::pin::Pin;

use zimagi_spec::descriptor::OnDelete;

use super::super::catalogue::{Catalogue, Field, Model};
use super::super::error::DataError;
use super::super::json::{Urls, address_text};
use super::super::lowering::{Lowering, Rows, Shape};
use super::super::mistake::{FieldError, FieldFault};
use super::super::session::Session;
use super::super::sql::{Bind, Statement};
use super::super::value::Value;
use super::super::view::View;
use super::address::{Address, Candidates, identifiers};
use super::audit::{self, Verb, Write};
use super::draft::{now, unset_value};
use super::hooked::before_delete;
use super::terms::{Terms, Undone};
use super::{Engine, require_writable_line};
use crate::data::question::condition::{Condition, field_is_one_of};

/// Referring records are deleted in groups of so many.
const GROUP: u64 = 500;
/// Longer chains of deletions are refused.
const DEPTH_MAX: u32 = 16;

impl Engine {
    /// Deletes a record, and with it the records that the specs say go with it.
    ///
    /// # Errors
    ///
    /// If there is no such record, it is not what the caller expects, the caller may not, or records refer to it that the specs
    /// protect.
    pub(crate) async fn delete<'a>(
        &self,
        terms: Terms<'_>,
        model: &str,
        address: impl Into<Address<'a>>,
    ) -> Result<(), DataError> {
        let view = self.view(terms.permit);
        let model = require_writable_line(view, model)?;
        let candidates = Candidates::resolve(view, model, address.into())?;
        let at = (view, self.db.database());
        let write = async |session: &mut Session| {
            self.check_fence(session, model.descriptor.store).await?;
            let identifier = candidates.find(view, session).await?;
            terms.expected.require(session, at, (model, &identifier), Urls::new(terms.base_url)).await?;
            let record = address_text(&identifier);
            Deletion { view }.whole_records(session, model, vec![identifier], 0).await?;
            let write = Write { verb: Verb::Delete, model: model.name(), record, fields: Vec::new() };
            audit::record(session, self.catalogue(), terms.origin, write).await?;
            terms.ending.end(())
        };
        Undone::settle(self.db.write(model.descriptor.store, write).await)
    }
}

/// One deletion with all that follows from it. What the specs declare happens whatever the caller may see.
#[derive(Clone, Copy)]
pub(super) struct Deletion<'a> {
    pub(super) view: View<'a>,
}

impl<'a> Deletion<'a> {
    /// Deletes records by their identifiers, with the records that they are too: those go first, and what extends them follows.
    pub(super) fn whole_records<'s>(
        self,
        session: &'s mut Session,
        model: &'a Model,
        doomed: Vec<Value>,
        depth: u32,
    ) -> Pin<Box<dyn Future<Output = Result<(), DataError>> + Send + 's>>
    where
        'a: 's,
    {
        let furthest = self.view.catalogue().lineage(model).last().unwrap_or(model);
        self.records(session, furthest, doomed, depth)
    }

    /// Deletes records of one model by their identifiers.
    fn records<'s>(
        self,
        session: &'s mut Session,
        model: &'a Model,
        doomed: Vec<Value>,
        depth: u32,
    ) -> Pin<Box<dyn Future<Output = Result<(), DataError>> + Send + 's>>
    where
        'a: 's,
    {
        Box::pin(async move {
            before_delete(session, (self.view, model), &doomed).await?;
            // What a cascade deletes restricts nothing.
            let (restricting, others): (Vec<_>, Vec<_>) =
                self.referring_fields(model).partition(|(_, field)| on_delete(field) == OnDelete::Restrict);
            for (from, field) in others.into_iter().chain(restricting) {
                self.referring(session, (from, field), &doomed, depth).await?;
            }
            session.execute(&delete_statement(model, model.identifier(), doomed)).await?;
            Ok(())
        })
    }

    async fn referring(
        self,
        session: &mut Session,
        (model, field): (&'a Model, &'a Field),
        doomed: &[Value],
        depth: u32,
    ) -> Result<(), DataError> {
        match on_delete(field) {
            OnDelete::Protect | OnDelete::Restrict => {
                self.require_none(session, model, &field_is_one_of(model, field, doomed.to_vec())).await
            }
            OnDelete::SetNull => {
                let referring = field_is_one_of(model, field, doomed.to_vec());
                session.execute(&forget_statement(model, field, &referring, Value::Null)).await?;
                Ok(())
            }
            OnDelete::SetDefault => {
                let default = unset_value(field, now()).unwrap_or(Value::Null);
                let referring = field_is_one_of(model, field, doomed.to_vec());
                session.execute(&forget_statement(model, field, &referring, default)).await?;
                Ok(())
            }
            OnDelete::DoNothing => Ok(()),
            OnDelete::Cascade if self.may_go_unseen(model) => {
                session.execute(&delete_statement(model, field, doomed.to_vec())).await?;
                Ok(())
            }
            OnDelete::Cascade => self.cascade(session, (model, field), doomed, depth).await,
        }
    }

    /// Whether nothing else follows when records of a model go, and nobody looks at them before.
    fn may_go_unseen(self, model: &'a Model) -> bool {
        model.parent.is_none() && model.hooks.is_none() && self.referring_fields(model).next().is_none()
    }

    /// The relations that point to a model. The pairs of links go with their records by themselves.
    fn referring_fields(self, model: &'a Model) -> impl Iterator<Item = (&'a Model, &'a Field)> {
        let catalogue: &'a Catalogue = self.view.catalogue();
        model.referring.iter().map(move |(from, field)| {
            let from = catalogue.model(*from);
            (from, from.field(*field))
        })
    }

    async fn cascade(
        self,
        session: &mut Session,
        (model, field): (&'a Model, &'a Field),
        doomed: &[Value],
        depth: u32,
    ) -> Result<(), DataError> {
        let referring = field_is_one_of(model, field, doomed.to_vec());
        // What a record extends is being deleted already.
        let is_pointer = model.parent.is_some_and(|parent| parent.pointer == field.id);
        loop {
            let group = identifiers(session, Rows::All, model, &referring, GROUP).await?;
            if group.is_empty() {
                return Ok(());
            }
            if depth == DEPTH_MAX {
                return Err(self.protected(session, model, &referring).await?);
            }
            if field.descriptor.presence.is_nullable() {
                // In a circle the way would come back to what is being deleted, for ever. What refers to it is known now.
                let known = field_is_one_of(model, model.identifier(), group.clone());
                session.execute(&forget_statement(model, field, &known, Value::Null)).await?;
            }
            if is_pointer {
                self.records(session, model, group, depth + 1).await?;
            } else {
                self.whole_records(session, model, group, depth + 1).await?;
            }
        }
    }

    /// Fails if there are such records, whoever may see them.
    async fn require_none(
        self,
        session: &mut Session,
        model: &Model,
        referring: &Condition<'_>,
    ) -> Result<(), DataError> {
        let found = identifiers(session, Rows::All, model, referring, 1).await?;
        if found.is_empty() { Ok(()) } else { Err(self.protected(session, model, referring).await?) }
    }

    /// A model is named if one of the records exists for the caller.
    async fn protected(
        self,
        session: &mut Session,
        model: &Model,
        referring: &Condition<'_>,
    ) -> Result<DataError, DataError> {
        let is_shown = self.view.find_model(model.name()).is_some();
        let is_seen = match self.view.limiting_groups(model) {
            Some(_) if is_shown => !identifiers(session, self.view, model, referring, 1).await?.is_empty(),
            Some(_) | None => is_shown,
        };
        let name = if is_seen { model.name() } else { "" };
        let message =
            if is_seen { format!("records of {name} refer to it") } else { "other records refer to it".to_owned() };
        Ok(DataError::conflict(vec![FieldError::new(name, FieldFault::Protected, message)]))
    }
}

fn on_delete(field: &Field) -> OnDelete {
    field.relation.expect("a reverse relation is the other end of a relation").descriptor.on_delete
}

fn delete_statement(model: &Model, field: &Field, values: Vec<Value>) -> Statement {
    let mut lowering = Lowering::new(Rows::All, Shape::Correlated);
    let place = lowering.place(model);
    let filter = lowering.condition(place, &field_is_one_of(model, field, values));
    place.delete(filter)
}

fn forget_statement(model: &Model, field: &Field, records: &Condition<'_>, successor: Value) -> Statement {
    let mut lowering = Lowering::new(Rows::All, Shape::Correlated);
    let place = lowering.place(model);
    let filter = lowering.condition(place, records);
    let set = vec![(field.column(), Bind { value: successor, kind: field.kind })];
    place.update(set, filter)
}
