//! One record by its address.

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
}
