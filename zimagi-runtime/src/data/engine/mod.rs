//! The engine: reading and writing records of every model under a permit.
//!
//! Each function takes the permit as an argument and resolves every name through it. A model or record that does not exist for the
//! caller is [`DataError::NotFound`], whatever the reason. Nothing here knows HTTP, commands or who the caller is.

mod address;
mod aggregate;
mod audit;
mod bulk;
mod changed;
mod cursor;
mod delete;
mod detail;
mod draft;
mod export;
mod fence;
mod fill;
mod full_row;
mod get;
mod hooked;
mod input;
mod keyset;
mod layout;
mod link_input;
mod linked;
mod list;
mod many;
mod pairs;
mod sealing;
mod select;
mod statistics;
mod store;
mod terms;
mod unique;
mod upsert;
mod upsert_each;
mod values;
mod write;

use std::sync::Arc;

use super::catalogue::{Catalogue, Model};
use super::error::DataError;
use super::session::Db;
use super::view::View;
use crate::data::question::query_limits::QueryLimits;
use crate::permit::{Access, Permit};

pub(crate) use address::Address;
pub(crate) use audit::Origin;
pub(crate) use fence::Fence;
pub(crate) use list::{ListPage, PAGE_MAX, PAGE_SIZE, PAGE_SIZE_MAX, Turn};
pub(crate) use many::{ALL_RECORDS, Deed, Mode, Outcome, Report, Task};
use sealing::sealed_tables;
pub(in crate::data) use select::select_within;
pub(crate) use terms::{Ending, Expected, Extent, Terms};
pub(crate) use upsert::{Batch, Stored};
#[cfg(test)]
pub(crate) use write::Written;

/// Reads and writes records. Clones are the same engine.
#[derive(Clone)]
pub(crate) struct Engine {
    catalogue: Arc<Catalogue>,
    db: Db,
    fence: Option<Arc<Fence>>,
    limits: QueryLimits,
}

impl Engine {
    pub(crate) fn new(catalogue: Arc<Catalogue>, db: Db) -> Self {
        let db = db.with_sealed(sealed_tables(&catalogue));
        Self { catalogue, db, fence: None, limits: QueryLimits::DEFAULT }
    }

    /// The same engine for questions with other limits.
    pub(crate) fn limited(self, limits: QueryLimits) -> Self {
        Self { limits, ..self }
    }

    /// The same engine inside a run: every write to main data first checks, in its own transaction, that the run may still write.
    pub(crate) fn within(&self, fence: Fence) -> Self {
        Self { fence: Some(Arc::new(fence)), ..self.clone() }
    }

    pub(crate) fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    pub(crate) const fn db(&self) -> &Db {
        &self.db
    }

    /// The catalogue as the holder of the permit sees it.
    pub(crate) fn view<'a>(&'a self, permit: &'a Permit) -> View<'a> {
        View::new(&self.catalogue, permit).limited(self.limits)
    }
}

impl std::fmt::Debug for Engine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Engine").field("fence", &self.fence).finish_non_exhaustive()
    }
}

/// The model, if the caller may view it.
fn require_viewable<'a>(view: View<'a>, model: &str) -> Result<&'a Model, DataError> {
    view.find_model(model).ok_or(DataError::NotFound)
}

/// The model, if the caller may write it.
fn require_writable<'a>(view: View<'a>, model: &str) -> Result<&'a Model, DataError> {
    let model = require_viewable(view, model)?;
    if view.access(model) == Access::Edit { Ok(model) } else { Err(DataError::Forbidden) }
}

/// The model, if the caller may write it and those that it extends: a record is one of each.
fn require_writable_line<'a>(view: View<'a>, model: &str) -> Result<&'a Model, DataError> {
    let model = require_writable(view, model)?;
    let mut line = view.catalogue().lineage(model);
    if line.all(|model| view.access(model) == Access::Edit) { Ok(model) } else { Err(DataError::Forbidden) }
}

#[cfg(test)]
mod tests;
