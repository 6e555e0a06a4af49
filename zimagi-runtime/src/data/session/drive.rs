//! Driving session logic over SQLite, whose every step is synchronous.

use std::cell::Cell;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use tokio::runtime::{Handle, RuntimeFlavor};

use crate::data::error::DataError;

/// Runs logic to its end on this thread.
///
/// SQLite's side never pends, so one poll is the whole run. A future that pends waits for something foreign (a timer, a channel):
/// it would hold the write lock meanwhile, so it is dropped, and its transaction undone.
pub(super) fn drive<R, E: From<DataError>>(logic: impl Future<Output = Result<R, E>>) -> Result<R, E> {
    match pin!(logic).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(result) => result,
        Poll::Pending => Err(DataError::Broken("session logic awaited something other than its session").into()),
    }
}

thread_local! {
    static IS_BRIEF: Cell<bool> = const { Cell::new(false) };
}

/// Runs something on this thread whose use of the database is so short that the other tasks of the thread can wait for it: a few
/// look-ups by a key. It is no place for what may read many records, or write.
pub(crate) fn briefly<R>(run: impl FnOnce() -> R) -> R {
    let before = IS_BRIEF.replace(true);
    let _after = Restored(before);
    run()
}

struct Restored(bool);

impl Drop for Restored {
    fn drop(&mut self) {
        IS_BRIEF.set(self.0);
    }
}

/// Runs something that blocks, after handing the other tasks of this thread to another one.
pub(super) fn blocking<R>(run: impl FnOnce() -> R) -> Result<R, DataError> {
    if IS_BRIEF.get() {
        return Ok(run());
    }
    match Handle::try_current().map(|handle| handle.runtime_flavor()) {
        Ok(RuntimeFlavor::MultiThread) => Ok(tokio::task::block_in_place(run)),
        Ok(_) | Err(_) => Err(DataError::Broken("a database was used outside the multi-thread runtime")),
    }
}
