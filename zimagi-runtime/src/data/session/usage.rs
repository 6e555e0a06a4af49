//! How busy the connections of a database are. A look at counters: nothing waits and nothing is opened.

use super::db::Db;
use super::source::{Purpose, Source};

/// The connections of one kind at this moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ConnectionUsage {
    /// `main` or `messages`.
    pub(crate) store: &'static str,
    /// `reading` or `writing`.
    pub(crate) purpose: &'static str,
    /// How many may be used at the same time.
    pub(crate) places: usize,
    /// How many are.
    pub(crate) used: usize,
    /// How many are open and at rest.
    pub(crate) idle: usize,
}

impl Db {
    /// All kinds of connections.
    pub(crate) fn usage(&self) -> Vec<ConnectionUsage> {
        self.sources().into_iter().flat_map(|(store, source)| of_source(store, source)).collect()
    }
}

fn of_source(store: &'static str, source: &Source) -> [ConnectionUsage; 2] {
    [("reading", Purpose::Reading), ("writing", Purpose::Writing)].map(|(name, purpose)| {
        let shelf = source.shelf(purpose);
        ConnectionUsage { store, purpose: name, places: shelf.size(), used: shelf.used(), idle: shelf.idle() }
    })
}
