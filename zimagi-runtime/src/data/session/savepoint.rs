//! Parts of a transaction that may fail by themselves.
//!
//! A failed statement ends a transaction on PostgreSQL. What should go on after one has to say so before: by a savepoint.

use super::session::Session;
use crate::data::error::DataError;

impl Session {
    /// Starts a part that may fail by itself. It ends with [`Session::release`] or [`Session::undo`].
    pub(crate) async fn savepoint(&mut self) -> Result<(), DataError> {
        let words = format!("SAVEPOINT s{}", self.savepoints.len());
        let said = self.sound_link()?.say(&words).await;
        self.note(said)?;
        self.savepoints.push(self.state);
        Ok(())
    }

    /// Keeps what was done since the latest savepoint.
    pub(crate) async fn release(&mut self) -> Result<(), DataError> {
        let words = format!("RELEASE SAVEPOINT s{}", self.latest()?);
        let said = self.sound_link()?.say(&words).await;
        self.savepoints.pop();
        self.note(said)
    }

    /// Undoes what was done since the latest savepoint, a failed statement included.
    pub(crate) async fn undo(&mut self) -> Result<(), DataError> {
        let name = self.latest()?;
        let words = format!("ROLLBACK TO SAVEPOINT s{name}; RELEASE SAVEPOINT s{name}");
        let said = self.link().say(&words).await;
        let before = self.savepoints.pop();
        self.note(said)?;
        self.state = before.expect("the latest savepoint was just found");
        Ok(())
    }

    fn latest(&self) -> Result<usize, DataError> {
        self.savepoints.len().checked_sub(1).ok_or(DataError::Broken("there is no savepoint"))
    }
}
