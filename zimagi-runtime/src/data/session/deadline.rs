//! The deadline of SQLite's statements.
//!
//! SQLite runs on the calling thread, where no timer of the runtime can interrupt it. It asks a callback every thousand steps of
//! its machine whether to go on; the answer is a time in a thread-local, so that one callback serves every connection.

use std::cell::Cell;
use std::ffi::{c_char, c_int, c_void};
use std::sync::Once;
use std::time::{Duration, Instant};

use libsqlite3_sys as ffi;

/// How many steps of SQLite's machine pass between two looks at the clock: some microseconds.
const STEPS: c_int = 1_000;

thread_local! {
    static END: Cell<Option<Instant>> = const { Cell::new(None) };
}

/// Whether a statement ran into its deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pace {
    InTime,
    TooSlow,
}

/// Makes every connection that is opened from now on ask for its deadline.
pub(super) fn install() {
    static INSTALLED: Once = Once::new();
    INSTALLED.call_once(|| {
        #[expect(unsafe_code, reason = "Diesel hands out no connection, so the callback is set where SQLite makes one")]
        // SAFETY: the function is one for the life of the process, with the signature that SQLite calls.
        let code = unsafe { ffi::sqlite3_auto_extension(Some(watch)) };
        assert_eq!(code, ffi::SQLITE_OK, "SQLite takes a callback at start");
    });
}

/// Runs statements on this thread that together may take so long.
pub(super) fn within<T>(limit: Duration, run: impl FnOnce() -> T) -> (T, Pace) {
    END.set(Instant::now().checked_add(limit));
    let result = run();
    let pace = if is_over() { Pace::TooSlow } else { Pace::InTime };
    END.set(None);
    (result, pace)
}

fn is_over() -> bool {
    END.get().is_some_and(|end| Instant::now() >= end)
}

#[expect(unsafe_code, reason = "called by SQLite")]
unsafe extern "C" fn watch(
    connection: *mut ffi::sqlite3,
    _message: *mut *mut c_char,
    _routines: *const ffi::sqlite3_api_routines,
) -> c_int {
    // SAFETY: SQLite passes the connection it is opening; the callback takes no pointer of ours.
    unsafe { ffi::sqlite3_progress_handler(connection, STEPS, Some(stop_if_over), std::ptr::null_mut()) };
    ffi::SQLITE_OK
}

#[expect(unsafe_code, reason = "called by SQLite")]
unsafe extern "C" fn stop_if_over(_nothing: *mut c_void) -> c_int {
    c_int::from(is_over())
}
