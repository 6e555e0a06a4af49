//! Keeping the database's knowledge of its tables up to date.

use super::super::error::DataError;
use super::super::session::Session;
use super::{Engine, require_writable};
use crate::permit::Permit;

impl Engine {
    /// Has the database look at the records of a model anew, as is due after many were written.
    ///
    /// # Errors
    ///
    /// If the caller may not write the model, or the database fails.
    pub(crate) async fn refresh_statistics(&self, permit: &Permit, model: &str) -> Result<(), DataError> {
        let descriptor = require_writable(self.view(permit), model)?.descriptor;
        let refresh = async |session: &mut Session| {
            self.check_fence(session, descriptor.store).await?;
            session.refresh_statistics(descriptor.table).await
        };
        self.db.write(descriptor.store, refresh).await
    }
}
