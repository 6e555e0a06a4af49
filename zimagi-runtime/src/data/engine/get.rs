//! One record by its address.

use zimagi_spec::descriptor::Multiplicity;

use super::super::catalogue::{Field, Model, Reverse};
use super::super::error::DataError;
use super::super::json::Urls;
use super::super::session::Session;
use super::address::{Address, Candidates};
use super::detail::read_detail;
use super::{Engine, require_viewable};
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
        let view = self.view(permit);
        let model = require_viewable(view, model)?;
        let candidates = Candidates::resolve(view, model, address.into())?;
        let read = async |session: &mut Session| {
            let identifier = candidates.find(view, session).await?;
            read_detail(session, view, model, &identifier, Urls::new(base_url)).await
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
