//! Which statements a connection keeps prepared.
//!
//! Diesel keeps every text it has seen for as long as the connection lives. Clients shape the texts, so the number of kept ones is
//! bounded here: later shapes are prepared for one use.

use std::collections::HashSet;
use std::hash::{BuildHasher, Hash, RandomState};

use crate::data::sql::{Body, Caching, Conflict, Insert, Prepared};

/// The most statements a connection keeps.
pub(super) const KEPT_MAX: usize = 256;

/// The shapes one connection has seen.
#[derive(Debug)]
pub(super) struct Shapes {
    hasher: RandomState,
    kept: HashSet<u64>,
    kept_max: usize,
}

impl Shapes {
    /// Of a connection that keeps at most so many statements.
    pub(super) fn keeping(kept_max: usize) -> Self {
        Self { hasher: RandomState::new(), kept: HashSet::new(), kept_max }
    }

    /// Decides whether the connection keeps this statement.
    pub(super) fn prepare<'a>(&mut self, body: Body<'a>) -> Prepared<'a> {
        let shape = match body {
            Body::Select(select) => self.hash(select),
            Body::Explain(_) => return Prepared { body, caching: Caching::Once },
            Body::Statement(statement) => self.hash(statement),
        };
        Prepared { body, caching: self.caching(shape) }
    }

    /// Decides whether the connection keeps the statement for one row of an insert.
    pub(super) fn caching_of_row(&mut self, insert: &Insert, conflict: &Conflict) -> Caching {
        self.caching(self.hasher.hash_one((insert.table, &insert.columns, conflict)))
    }

    fn caching(&mut self, shape: u64) -> Caching {
        let is_kept = self.kept.contains(&shape) || (self.kept.len() < self.kept_max && self.kept.insert(shape));
        if is_kept { Caching::Keep } else { Caching::Once }
    }

    fn hash(&self, shape: &impl Hash) -> u64 {
        self.hasher.hash_one(shape)
    }
}
