//! Why the schema could not be changed.

use super::super::error::DataError;

/// A migration that was not applied or reverted as a whole, or at all.
#[derive(Debug, thiserror::Error)]
pub(crate) enum MigrationError {
    /// Nothing of it is left.
    #[error("migration `{name}` failed, and nothing of it was kept: {source}")]
    Undone { name: String, source: Box<DataError> },
    /// The database cannot undo changes of its schema.
    #[error(
        "migration `{name}` stopped at its statement {number} of {total}: {source}\n\
         The statement was: {words}\n\
         {}\
         MySQL cannot undo changes of a schema: undo by hand what was done, and start again.",
        done(*.number)
    )]
    Stopped { name: String, number: usize, total: usize, words: String, source: Box<DataError> },
    /// Rows refer to rows that are not there any more.
    #[error("migration `{name}` was not kept: {what}")]
    Dangling { name: String, what: String },
    /// Another program has applied it.
    #[error("migration `{name}` was applied by another version of this program, which alone can revert it")]
    Unknown { name: String },
    #[error("no migration that was applied has the version `{version}`: see `db status`")]
    NoSuchVersion { version: String },
}

fn done(number: usize) -> String {
    match number - 1 {
        0 => "Nothing was done before it.\n".to_owned(),
        1 => "The one before it was done.\n".to_owned(),
        count => format!("The {count} before it were done.\n"),
    }
}
