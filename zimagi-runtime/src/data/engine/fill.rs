//! Setting a value where there is none: one conditional statement, so that of several processes exactly one succeeds.

use super::super::error::DataError;
use super::super::lowering::{Lowering, Shape};
use super::super::session::Session;
use super::super::sql::{Bind, Expr};
use super::super::value::Value;
use super::{Engine, require_writable};
use crate::permit::Permit;

impl Engine {
    /// Sets a field of the record with this identifier if it is null, and says whether it was.
    ///
    /// # Errors
    ///
    /// If the model or the field does not exist for the caller, or may not be written.
    pub(crate) async fn fill_empty(
        &self,
        permit: &Permit,
        model: &str,
        identifier: &Value,
        field: &str,
        value: Value,
    ) -> Result<bool, DataError> {
        let view = self.view(permit);
        let model = require_writable(view, model)?;
        let field = view.find_field(model, field).ok_or(DataError::NotFound)?;
        let place = Lowering::new(view, Shape::Correlated).place(model);
        let identifier = Bind { value: identifier.clone(), kind: model.identifier().kind };
        let is_record = Expr::equal(place.column(model.identifier()), Expr::Bind(identifier));
        let is_empty = Expr::IsNull(Box::new(place.stored(field)));
        let set = vec![(field.column(), Bind { value, kind: field.kind })];
        let statement = place.update(set, Expr::And(vec![is_record, is_empty]));
        let store = model.descriptor.store;
        let write = async |session: &mut Session| {
            self.check_fence(session, store).await?;
            session.execute(&statement).await
        };
        Ok(self.db.write(store, write).await? == 1)
    }
}
