//! Sessions are not opened inside sessions.
//!
//! With one writer, the inner one would wait for the outer one, which waits for it. That is a mistake of the program, answered at
//! once and on every database, not only where it would stand still.

use crate::data::error::DataError;

tokio::task_local! {
    static INSIDE: ();
}

/// Fails inside the logic of a session.
pub(super) fn refuse() -> Result<(), DataError> {
    match INSIDE.try_with(|()| ()) {
        Ok(()) => Err(DataError::Broken("a session was opened inside another")),
        Err(_) => Ok(()),
    }
}

/// Runs the logic of a session.
pub(super) async fn inside<T>(logic: impl Future<Output = T>) -> T {
    INSIDE.scope((), logic).await
}
