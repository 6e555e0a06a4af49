//! The runtime's own writing of many records at once, and look-ups by key.
//!
//! What is written here is recorded by whoever writes it (the record of a run, for one), not by an audit record.

use std::collections::HashMap;

use super::super::catalogue::Model;
use super::super::error::DataError;
use super::super::lowering::{Lowering, Shape};
use super::super::path::{ResolvedPath, resolve};
use super::super::session::Session;
use super::super::sql::{Bind, Select, Statement};
use super::super::typed::{Filter, Model as Record, Test};
use super::super::value::Value;
use super::super::view::View;
use super::address::identifiers;
use super::delete::Deletion;
use super::draft::{UPDATED, now};
use super::select::unknown_field;
use super::{Engine, require_viewable, require_writable};
use crate::data::question::condition::{Condition, resolve_tree};
use crate::data::question::lookup::LIST_MAX;
use crate::permit::Permit;

impl Engine {
    /// Changes all records for which a filter holds, with one statement, and gives their number. Only the runtime itself may.
    ///
    /// # Errors
    ///
    /// If a field does not exist, or the database refuses a value.
    pub(crate) async fn update_where<M: Record>(
        &self,
        permit: &Permit,
        filter: Filter<M>,
        values: &[(&str, Value)],
    ) -> Result<u64, DataError> {
        let view = self.platform_view(permit)?;
        let model = require_writable(view, M::NAME)?;
        let condition = resolve_tree(view, model, &filter.into_tree()).map_err(unknown_field)?;
        let statement = lower_update(view, model, &condition, values)?;
        let store = model.descriptor.store;
        let write = async |session: &mut Session| {
            self.check_fence(session, store).await?;
            session.execute(&statement).await
        };
        self.db.write(store, write).await
    }

    /// Deletes all records for which a filter holds, with what the specs say goes with them, and gives their number. Only the
    /// runtime itself may.
    ///
    /// # Errors
    ///
    /// If records refer to one of them that the specs protect.
    pub(crate) async fn delete_where<M: Record>(&self, permit: &Permit, filter: Filter<M>) -> Result<u64, DataError> {
        let view = self.platform_view(permit)?;
        let model = require_writable(view, M::NAME)?;
        let condition = resolve_tree(view, model, &filter.into_tree()).map_err(unknown_field)?;
        let store = model.descriptor.store;
        let write = async |session: &mut Session| {
            self.check_fence(session, store).await?;
            let mut deleted = 0;
            loop {
                let doomed = identifiers(session, view, model, &condition, LIST_MAX as u64).await?;
                if doomed.is_empty() {
                    return Ok(deleted);
                }
                deleted += doomed.len() as u64;
                Deletion { view }.whole_records(session, model, doomed, 0).await?;
            }
        };
        self.db.write(store, write).await
    }

    /// The identifiers of records by the values of a field; values that no record has are left out.
    ///
    /// # Errors
    ///
    /// If the model or the field does not exist for the caller.
    pub(crate) async fn find_keys(
        &self,
        permit: &Permit,
        model: &str,
        key_field: &str,
        keys: &[Value],
    ) -> Result<HashMap<Value, Value>, DataError> {
        let view = self.view(permit);
        let model = require_viewable(view, model)?;
        let path = resolve(view, model, key_field).map_err(unknown_field)?;
        let statements: Vec<_> = keys.chunks(LIST_MAX).map(|keys| lower_keys(view, model, &path, keys)).collect();
        let read = async |session: &mut Session| {
            let mut found = HashMap::with_capacity(keys.len());
            for statement in &statements {
                for row in session.rows(statement).await? {
                    if let Ok([key, identifier]) = <[Value; 2]>::try_from(row.cells) {
                        found.insert(key, identifier);
                    }
                }
            }
            Ok::<_, DataError>(found)
        };
        self.db.read(model.descriptor.store, read).await
    }

    fn platform_view<'a>(&'a self, permit: &'a Permit) -> Result<View<'a>, DataError> {
        let view = self.view(permit);
        if view.is_platform() { Ok(view) } else { Err(DataError::Forbidden) }
    }
}

fn lower_update(
    view: View<'_>,
    model: &Model,
    condition: &Condition<'_>,
    values: &[(&str, Value)],
) -> Result<Statement, DataError> {
    let mut lowering = Lowering::new(view, Shape::Correlated);
    let place = lowering.place(model);
    let filter = lowering.condition(place, condition);
    let mut set = Vec::with_capacity(values.len() + 1);
    for (name, value) in values {
        let field =
            model.find(name).filter(|field| view.has_field(model, field)).ok_or(DataError::Broken("no such field"))?;
        set.push((field.column(), Bind { value: value.clone(), kind: field.kind }));
    }
    if let Some(field) = model.find(UPDATED).filter(|_| values.iter().all(|(name, _)| *name != UPDATED)) {
        set.push((field.column(), Bind { value: Value::DateTime(now()), kind: field.kind }));
    }
    Ok(place.update(set, filter))
}

fn lower_keys(view: View<'_>, model: &Model, path: &ResolvedPath<'_>, keys: &[Value]) -> Select {
    let mut lowering = Lowering::new(view, Shape::Correlated);
    let place = lowering.place(model);
    let outputs = vec![lowering.output(place, path), place.output(model.identifier())];
    let filter = lowering.condition(place, &Condition::Test(path.clone(), Test::In(keys.to_vec())));
    place.select(outputs, Some(filter))
}
