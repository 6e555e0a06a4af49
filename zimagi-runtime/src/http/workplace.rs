//! Where the work of a request is done: not by the arbiters, which only parse and pipe, unless it is hardly any.
//!
//! Knows neither requests nor answers.

use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::task::Poll;

use tokio::runtime::Handle;
use tokio::sync::Semaphore;
use zimagi_spec::names::Database;

use crate::data::briefly;

/// How requests are worked on at the same time.
pub(crate) enum Workplace {
    /// As tasks of the runtime: for a database that is waited for.
    Tasks(Handle),
    /// Each on a thread: for a database that works on the thread which asks. Such a thread must first hand its other tasks to
    /// another one; a request does that once here, and otherwise at each of its transactions.
    Threads(Threads),
}

/// Threads for requests.
#[derive(Clone)]
pub(crate) struct Threads {
    runtime: Handle,
    places: Arc<Semaphore>,
}

/// The work ended with a panic, which is in the log.
#[derive(Debug)]
pub(super) struct Panicked;

/// So many requests have a thread at the same time; the others wait for one without.
const THREADS_MAX: usize = 128;

impl Workplace {
    /// What suits a database, on this runtime.
    pub(crate) fn new(database: Database, runtime: Handle) -> Self {
        match database {
            Database::Sqlite => Self::Threads(Threads { runtime, places: Arc::new(Semaphore::new(THREADS_MAX)) }),
            Database::Postgresql | Database::Mysql => Self::Tasks(runtime),
        }
    }

    /// Does the work to its end, also if nobody waits for it any more.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        work: impl Future<Output = T> + Send + 'static,
    ) -> Result<T, Panicked> {
        match self {
            Self::Tasks(runtime) => runtime.spawn(work).await.map_err(|_| Panicked),
            Self::Threads(threads) => threads.run(work).await,
        }
    }
}

impl Threads {
    async fn run<T: Send + 'static>(&self, work: impl Future<Output = T> + Send + 'static) -> Result<T, Panicked> {
        let place = Arc::clone(&self.places).acquire_owned().await.expect("the places are never closed");
        let runtime = self.runtime.clone();
        let working = self.runtime.spawn_blocking(move || {
            let _place = place;
            runtime.block_on(work)
        });
        working.await.map_err(|_| Panicked)
    }

    /// Does work that is a few look-ups by a key, here if nothing has to be waited for: waking a thread would take longer.
    pub(super) async fn run_brief<T: Send + 'static>(
        &self,
        work: impl Future<Output = T> + Send + 'static,
    ) -> Result<T, Panicked> {
        let mut work = Box::pin(work);
        let begun = poll_fn(|context| {
            let _inside = self.runtime.enter();
            Poll::Ready(catch_unwind(AssertUnwindSafe(|| briefly(|| work.as_mut().poll(context)))))
        });
        match begun.await {
            Ok(Poll::Ready(done)) => Ok(done),
            Ok(Poll::Pending) => self.run(work).await,
            Err(_) => Err(Panicked),
        }
    }
}
