//! One record by its address.

use zimagi_spec::descriptor::Multiplicity;

use super::super::catalogue::{Field, Model, Reverse};
use super::super::error::DataError;
use super::super::json::Urls;
use super::super::lowering::{Lowering, Shape};
use super::super::selection::{Selection, resolve_selection};
use super::super::session::Session;
use super::super::sql::Select;
use super::super::value::Value;
use super::super::view::View;
use super::address::{Address, Candidates};
use super::detail::read_detail;
use super::{Engine, require_viewable};
use crate::data::question::condition::field_equals;
use crate::permit::Permit;

impl Engine {
    /// A record as a JSON object: its own fields, the records it refers to, and where those are that refer to it.
    ///
    /// # Errors
    ///
    /// If there is no such record for the caller, or several have the key.
    pub(crate) async fn get<'a>(
        &self,
        permit: &Permit,
        model: &str,
        address: impl Into<Address<'a>>,
        base_url: &str,
    ) -> Result<Vec<u8>, DataError> {
        self.read_record(permit, model, (address.into(), None), base_url).await
    }

    /// Of a record what `fields` says; all of it if that is empty.
    ///
    /// # Errors
    ///
    /// If there is no such record for the caller, several have the key, or the fields have mistakes.
    pub(crate) async fn get_selected(
        &self,
        permit: &Permit,
        model: &str,
        (address, fields): (Address<'_>, &str),
        base_url: &str,
    ) -> Result<Vec<u8>, DataError> {
        self.read_record(permit, model, (address, Some(fields)), base_url).await
    }

    async fn read_record(
        &self,
        permit: &Permit,
        model: &str,
        (address, fields): (Address<'_>, Option<&str>),
        base_url: &str,
    ) -> Result<Vec<u8>, DataError> {
        let view = self.view(permit);
        let model = require_viewable(view, model)?;
        let candidates = Candidates::resolve(view, model, address)?;
        let mut mistakes = Vec::new();
        let selection = resolve_selection(view, model, fields, &mut mistakes);
        if !mistakes.is_empty() {
            return Err(DataError::Query(mistakes));
        }
        let urls = Urls::new(base_url);
        let read = async |session: &mut Session| {
            let identifier = candidates.find_or_assume(view, session).await?;
            match &selection {
                Some(selection) => read_selected(session, (view, selection), (model, &identifier), urls).await,
                None => read_detail(session, view, model, &identifier, urls).await,
            }
        };
        self.db.read(model.descriptor.store, read).await
    }

    /// Whether a record of this model is read by look-ups of single records alone: no lists, and no code of the application.
    pub(crate) fn is_looked_up(&self, model: &str) -> bool {
        let catalogue = self.catalogue();
        let parent = |model: &&Model| model.parent.map(|parent| catalogue.model(parent.model));
        let has_lists = |model: &Model| !model.links.is_empty();
        let leads_to_lists = |field: &Field| field.relation.is_some_and(|to| has_lists(catalogue.model(to.target)));
        let shows_lists = |reverse: &Reverse| {
            reverse.descriptor.multiplicity == Multiplicity::One && has_lists(catalogue.model(reverse.model))
        };
        let is_plain = |model: &Model| {
            let leads = model.fields.iter().any(leads_to_lists) || model.reverse.iter().any(shows_lists);
            model.hooks.is_none() && !has_lists(model) && !leads
        };
        catalogue.find(model).is_some_and(|model| std::iter::successors(Some(model), parent).all(is_plain))
    }
}

/// Reads and writes of the record with this identifier what was chosen.
async fn read_selected<'c>(
    session: &mut Session,
    (view, selection): (View<'c>, &Selection<'c>),
    (model, identifier): (&'c Model, &Value),
    urls: Urls<'_>,
) -> Result<Vec<u8>, DataError> {
    let mut lowering = Lowering::new(view, Shape::Correlated);
    let place = lowering.place(model);
    let filter = lowering.condition(place, &field_equals(model, model.identifier(), identifier.clone()));
    let reading = selection.lower(&mut lowering, place);
    let select = Select { joins: reading.joins, ..place.select(reading.outputs, Some(filter)) };
    let rows = session.rows(&select).await?;
    let found = selection.read_related(session, &rows).await?;
    let row = rows.first().ok_or(DataError::NotFound)?;
    let mut out = Vec::new();
    selection.write(&mut out, urls, &row.cells, &found);
    Ok(out)
}
