//! Creating and changing one record: validated, checked against other records, stored and recorded in one transaction.

use serde_json::{Map, Value as Json};

use super::super::catalogue::Model;
use super::super::error::DataError;
use super::super::json::{Urls, address_text};
use super::super::session::Session;
use super::super::value::Value;
use super::super::view::View;
use super::address::{Address, Candidates};
use super::audit::{self, Verb, Write};
use super::detail::read_detail;
use super::input::{Input, read_input};
use super::store::Writing;
use super::terms::{Extent, Terms, Undone};
use super::{Engine, require_writable, require_writable_line};

/// A record that was created or changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Written {
    /// Where it is.
    pub(crate) url: String,
    /// What [`Engine::get`] gives for it.
    pub(crate) record: Vec<u8>,
}

impl Engine {
    /// Creates a record.
    ///
    /// # Errors
    ///
    /// If the caller may not, or the record cannot be stored: all reasons at once.
    pub(crate) async fn create(
        &self,
        terms: Terms<'_>,
        model: &str,
        values: Map<String, Json>,
    ) -> Result<Written, DataError> {
        let view = self.view(terms.permit);
        let model = require_writable_line(view, model)?;
        let mut errors = Vec::new();
        let input = read_input(view, model, &values, &mut errors);
        let writing = Writing { view, model, extent: Extent::Given };
        let finish = Finish { engine: self, view, model, terms: &terms };
        let write = async |session: &mut Session| {
            self.check_fence(session, model.descriptor.store).await?;
            let identifier = writing.create(session, &input, errors).await?;
            terms.ending.end(finish.answer(session, Verb::Create, &identifier, &input).await?)
        };
        Undone::settle(self.db.write(model.descriptor.store, write).await)
    }

    /// Changes the fields that are given of a record; the others too, if the terms say that it is given whole.
    ///
    /// # Errors
    ///
    /// If there is no such record, it is not what the caller expects, the caller may not, or the record cannot be stored: all
    /// reasons at once.
    pub(crate) async fn update<'a>(
        &self,
        terms: Terms<'_>,
        model: &str,
        address: impl Into<Address<'a>>,
        values: Map<String, Json>,
    ) -> Result<Written, DataError> {
        let view = self.view(terms.permit);
        let model = require_writable(view, model)?;
        let candidates = Candidates::resolve(view, model, address.into())?;
        let mut errors = Vec::new();
        let mut input = read_input(view, model, &values, &mut errors);
        if terms.extent == Extent::Whole {
            input.empty_other_links(view, model);
        }
        let writing = Writing { view, model, extent: terms.extent };
        let finish = Finish { engine: self, view, model, terms: &terms };
        let at = (view, self.db.database());
        let write = async |session: &mut Session| {
            self.check_fence(session, model.descriptor.store).await?;
            let identifier = candidates.find(view, session).await?;
            terms.expected.require(session, at, (model, &identifier), Urls::new(terms.base_url)).await?;
            writing.update(session, &identifier, &input, errors).await?;
            terms.ending.end(finish.answer(session, Verb::Update, &identifier, &input).await?)
        };
        Undone::settle(self.db.write(model.descriptor.store, write).await)
    }
}

/// What follows once a record is stored.
struct Finish<'a> {
    engine: &'a Engine,
    view: View<'a>,
    model: &'a Model,
    terms: &'a Terms<'a>,
}

impl Finish<'_> {
    /// Records the write and reads the record again.
    async fn answer(
        &self,
        session: &mut Session,
        verb: Verb,
        identifier: &Value,
        input: &Input<'_>,
    ) -> Result<Written, DataError> {
        let record = address_text(identifier);
        let write = Write { verb, model: self.model.name(), record, fields: input.names() };
        audit::record(session, self.engine.catalogue(), self.terms.origin, write).await?;
        let urls = Urls::new(self.terms.base_url);
        let record = read_detail(session, self.view, self.model, identifier, urls).await?;
        Ok(Written { url: urls.record(self.model.name(), identifier), record })
    }
}
