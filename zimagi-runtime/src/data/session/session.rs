//! A session: one connection inside one transaction.

use super::link::Link;
use super::row::Row;
use crate::data::error::DataError;
use crate::data::sql::{Select, Statement};

/// What session logic is given. It ends with the logic: committed if that returned `Ok`, rolled back otherwise.
pub(crate) struct Session {
    link: Option<Link>,
    state: State,
    savepoints: u32,
}

/// Whether later statements may still count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Sound,
    /// A statement failed. PostgreSQL stores nothing from here on and says so only at the end; both databases stop at once.
    Failed,
    /// The transaction has ended.
    Ended,
}

impl Session {
    pub(super) async fn begin(mut link: Link, words: &str) -> Result<Self, DataError> {
        link.say(words).await?;
        Ok(Self { link: Some(link), state: State::Sound, savepoints: 0 })
    }

    /// The rows of a query.
    pub(crate) async fn rows(&mut self, select: &Select) -> Result<Vec<Row>, DataError> {
        let rows = self.sound_link()?.rows(select).await;
        self.note(rows)
    }

    /// Executes a statement and gives the number of rows it changed.
    pub(crate) async fn execute(&mut self, statement: &Statement) -> Result<u64, DataError> {
        let changed = self.sound_link()?.execute(statement).await;
        self.note(changed)
    }

    /// Starts a part that may fail by itself; see [`Session::release`] and [`Session::undo`].
    pub(crate) async fn savepoint(&mut self) -> Result<(), DataError> {
        let words = format!("SAVEPOINT s{}", self.savepoints);
        let said = self.sound_link()?.say(&words).await;
        self.note(said)?;
        self.savepoints += 1;
        Ok(())
    }

    /// Keeps what was done since the latest savepoint.
    pub(crate) async fn release(&mut self) -> Result<(), DataError> {
        self.savepoints -= 1;
        let words = format!("RELEASE SAVEPOINT s{}", self.savepoints);
        let said = self.sound_link()?.say(&words).await;
        self.note(said)
    }

    /// Undoes what was done since the latest savepoint, a failed statement included.
    pub(crate) async fn undo(&mut self) -> Result<(), DataError> {
        self.savepoints -= 1;
        let name = self.savepoints;
        let words = format!("ROLLBACK TO SAVEPOINT s{name}; RELEASE SAVEPOINT s{name}");
        self.link()?.say(&words).await?;
        self.state = State::Sound;
        Ok(())
    }

    /// Ends the transaction and gives the connection back.
    pub(super) async fn end(mut self, is_kept: bool) -> (Option<Link>, Result<(), DataError>) {
        let keeps = is_kept && self.state == State::Sound;
        let Some(mut link) = self.link.take() else { return (None, Ok(())) };
        let said = link.say(if keeps { "COMMIT" } else { "ROLLBACK" }).await;
        self.state = State::Ended;
        match said {
            Ok(()) if is_kept && !keeps => (Some(link), Err(DataError::Broken("a failed statement was ignored"))),
            Ok(()) => (Some(link), Ok(())),
            Err(error) => {
                discard(link);
                (None, Err(error))
            }
        }
    }

    fn link(&mut self) -> Result<&mut Link, DataError> {
        self.link.as_mut().ok_or(DataError::Broken("the session has ended"))
    }

    pub(super) fn sound_link(&mut self) -> Result<&mut Link, DataError> {
        match self.state {
            State::Sound => self.link(),
            State::Failed | State::Ended => Err(DataError::Broken("an earlier statement of the transaction failed")),
        }
    }

    pub(super) fn note<T>(&mut self, result: Result<T, DataError>) -> Result<T, DataError> {
        if result.is_err() {
            self.state = State::Failed;
        }
        result
    }
}

/// Logic that was dropped in the middle leaves its transaction open; the connection must not go back to the pool like that.
impl Drop for Session {
    fn drop(&mut self) {
        if let Some(link) = self.link.take() {
            discard(link);
        }
    }
}

fn discard(link: Link) {
    match link {
        Link::Sqlite(link) => drop(link),
        Link::Postgres(link) => link.discard(),
    }
}
