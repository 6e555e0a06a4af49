//! Connections at rest: a bounded number of them, each lent to one user at a time.
//!
//! What a connection is, and whether it is still good, the shelf does not know.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::{Semaphore, SemaphorePermit};

use crate::data::error::DataError;

/// Idle connections of one kind. The one that was used last is lent first: its caches are warm.
pub(super) struct Shelf<T> {
    idle: Mutex<Vec<T>>,
    places: Semaphore,
    size: usize,
    wait: Duration,
}

/// The right to use one connection of a shelf.
pub(super) type Place<'a> = SemaphorePermit<'a>;

impl<T> Shelf<T> {
    /// An empty shelf: at most so many connections are in use, and a user waits so long for one.
    pub(super) const fn new(places: usize, wait: Duration) -> Self {
        Self { idle: Mutex::new(Vec::new()), places: Semaphore::const_new(places), size: places, wait }
    }

    /// Waits until a connection may be used, without blocking the thread.
    pub(super) async fn place(&self) -> Result<Place<'_>, DataError> {
        if let Ok(place) = self.places.try_acquire() {
            return Ok(place);
        }
        let place = tokio::time::timeout(self.wait, self.places.acquire()).await.map_err(|_| DataError::Busy)?;
        Ok(place.expect("a shelf is never closed"))
    }

    /// How many may be in use at the same time.
    pub(super) const fn size(&self) -> usize {
        self.size
    }

    /// How many are in use.
    pub(super) fn used(&self) -> usize {
        self.size.saturating_sub(self.places.available_permits())
    }

    /// How many are at rest.
    pub(super) fn idle(&self) -> usize {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    /// An idle connection, if there is one.
    pub(super) fn take(&self) -> Option<T> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop()
    }

    /// Puts a connection back that is good and in no transaction.
    pub(super) fn put(&self, connection: T) {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
    }
}
