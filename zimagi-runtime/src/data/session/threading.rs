//! How SQLite guards itself against threads.
//!
//! By default it locks a mutex at every step on a connection and counts every allocation under another. A connection of ours is
//! owned by one thread at a time, which Rust's types hold to, and nobody reads the counts. On an import the locks are a twentieth
//! of all work.

use std::ffi::c_int;
use std::sync::Once;

use libsqlite3_sys as ffi;

/// Chooses the mode, before the first connection is opened.
///
/// A program that has used SQLite before keeps its mode: that is slower and just as right.
pub(super) fn choose() {
    static CHOSEN: Once = Once::new();
    CHOSEN.call_once(|| {
        let count_nothing: c_int = 0;
        #[expect(unsafe_code, reason = "Diesel does not offer SQLite's own configuration")]
        // SAFETY: the arguments are those that SQLite documents for the two options; it refuses them itself once it is in use.
        unsafe {
            ffi::sqlite3_config(ffi::SQLITE_CONFIG_MULTITHREAD);
            ffi::sqlite3_config(ffi::SQLITE_CONFIG_MEMSTATUS, count_nothing);
        }
    });
}
