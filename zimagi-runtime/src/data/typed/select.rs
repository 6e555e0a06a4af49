//! A query for records of one model.

use std::marker::PhantomData;

use zimagi_spec::descriptor::Direction;

use super::filter::{Filter, FilterTree};

/// A query that gives records of type `M`.
#[derive(Debug)]
pub struct Select<M> {
    filters: Vec<FilterTree>,
    ordering: Vec<(String, Direction)>,
    limit: Option<u64>,
    model: PhantomData<fn() -> M>,
}

/// One step of an order over records of `R`.
#[derive(Debug)]
pub struct Order<R> {
    path: String,
    direction: Direction,
    root: PhantomData<fn() -> R>,
}

impl<M> Select<M> {
    /// Every record, in the model's own order.
    #[must_use]
    pub const fn new() -> Self {
        Self { filters: Vec::new(), ordering: Vec::new(), limit: None, model: PhantomData }
    }

    /// Only records for which the filter holds too.
    #[must_use]
    pub fn filter(mut self, filter: Filter<M>) -> Self {
        self.filters.push(filter.into_tree());
        self
    }

    /// Orders by this, after what was said before.
    #[must_use]
    pub fn order_by(mut self, order: Order<M>) -> Self {
        self.ordering.push((order.path, order.direction));
        self
    }

    /// At most so many records.
    #[must_use]
    pub const fn limit(mut self, count: u64) -> Self {
        self.limit = Some(count);
        self
    }

    pub(crate) fn filters(&self) -> &[FilterTree] {
        &self.filters
    }

    pub(crate) fn ordering(&self) -> &[(String, Direction)] {
        &self.ordering
    }

    pub(crate) const fn limit_count(&self) -> Option<u64> {
        self.limit
    }
}

impl<M> Default for Select<M> {
    fn default() -> Self {
        Self::new()
    }
}

impl<R> Order<R> {
    pub(super) const fn new(path: String, direction: Direction) -> Self {
        Self { path, direction, root: PhantomData }
    }
}
