//! Where the work of a request is done: not by the arbiters, which only parse and pipe.
//!
//! Knows neither requests nor answers.

use std::sync::Arc;

use tokio::runtime::Handle;
use tokio::sync::Semaphore;
use tokio::task::JoinError;
use zimagi_spec::names::Database;

/// How requests are worked on at the same time.
pub(crate) enum Workplace {
    /// As tasks of the runtime: for a database that is waited for.
    Tasks(Handle),
    /// Each on a thread: for a database that works on the thread which asks. Such a thread must first hand its other tasks to
    /// another one; a request does that once here, and otherwise at each of its transactions.
    Threads { runtime: Handle, places: Arc<Semaphore> },
}

/// So many requests have a thread at the same time; the others wait for one without.
const THREADS_MAX: usize = 128;

impl Workplace {
    /// What suits a database, on this runtime.
    pub(crate) fn new(database: Database, runtime: Handle) -> Self {
        match database {
            Database::Sqlite => Self::Threads { runtime, places: Arc::new(Semaphore::new(THREADS_MAX)) },
            Database::Postgresql | Database::Mysql => Self::Tasks(runtime),
        }
    }

    /// Does the work to its end, also if nobody waits for it any more.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        work: impl Future<Output = T> + Send + 'static,
    ) -> Result<T, JoinError> {
        match self {
            Self::Tasks(runtime) => runtime.spawn(work).await,
            Self::Threads { runtime, places } => {
                let place = Arc::clone(places).acquire_owned().await.expect("the places are never closed");
                let inside = runtime.clone();
                let working = runtime.spawn_blocking(move || {
                    let _place = place;
                    inside.block_on(work)
                });
                working.await
            }
        }
    }
}
