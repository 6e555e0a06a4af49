//! What can go wrong when a migration is written.

use std::path::PathBuf;

use super::{History, Version};

/// Why no migration was written.
#[derive(Debug, thiserror::Error)]
pub enum MigrationError {
    /// Steps that lose data or need a decision.
    #[error("{}", refused(.refusals))]
    Refused {
        /// Every such step.
        refusals: Vec<Refusal>,
    },
    /// Versions must grow, or databases would apply migrations in another order.
    #[error("the version {version} is not later than {last}, the last one in `migrations/{}`", .history.folder())]
    NotLater {
        /// The version asked for.
        version: Version,
        /// The last one written.
        last: Version,
        /// Where.
        history: History,
    },
    /// The slug is part of a folder's name.
    #[error("`{slug}` is no name for a migration: write lower-case letters, digits and `_`")]
    BadSlug {
        /// What was given.
        slug: String,
    },
    /// `migration.json` does not say what it should.
    #[error("`{}` cannot be read as the record of a migration: take it from version control", .path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What its reader said.
        source: serde_json::Error,
    },
    /// A migration was written for another schema than the ones before it make.
    #[error("the migration `{migration}` does not follow from those before it: {conflict}")]
    Unfit {
        /// The migration's folder.
        migration: String,
        /// What is not there, or is there already.
        conflict: String,
    },
    /// A new name that names nothing.
    #[error("`--rename {rename}` cannot be: {reason}")]
    BadRename {
        /// As it was given.
        rename: String,
        /// Why.
        reason: String,
    },
    /// No migration has this version.
    #[error("there is no migration `{version}`: `cargo zimagi migration list` tells which there are")]
    NoMigration {
        /// As it was given.
        version: String,
    },
    /// A file or folder cannot be read or written.
    #[error("`{}` cannot be read or written", .path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
}

/// A change that no migration is written for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// A table would be dropped.
    #[error(
        "table `{table}` is no longer in the specs: dropping it would lose its rows; allow that with \
         `--allow-destructive`, or say the new name with `--rename OLD=NEW`"
    )]
    DropTable {
        /// The table.
        table: String,
    },
    /// A column would be dropped.
    #[error(
        "column `{table}.{column}` is no longer in the specs: dropping it would lose its values; allow that with \
         `--allow-destructive`, or say the new name with `--rename MODEL.OLD=NEW`"
    )]
    DropColumn {
        /// The table.
        table: String,
        /// The column.
        column: String,
    },
    /// Values would change or be gone.
    #[error("column `{table}.{column}` changes: {loss}; allow that with `--allow-destructive`")]
    Lossy {
        /// The table.
        table: String,
        /// The column.
        column: String,
        /// What becomes of the values.
        loss: String,
    },
    /// A new column must have a value and nothing says which.
    #[error(
        "column `{table}.{column}` is new and must have a value: give the field a `default:`, write `null: true`, \
         or add it with `null: true`, fill it and remove that later"
    )]
    RequiredColumn {
        /// The table.
        table: String,
        /// The column.
        column: String,
    },
    /// A new column cannot tell the rows that are there apart.
    #[error(
        "column `{table}.{column}` is new and the primary key: add it first, fill it with `migration new NAME --empty`, \
         and make it the key later"
    )]
    NewKey {
        /// The table.
        table: String,
        /// The column.
        column: String,
    },
}

fn refused(refusals: &[Refusal]) -> String {
    let lines: String = refusals.iter().map(|refusal| format!("\n  {refusal}")).collect();
    format!("no migration was written, because some changes need a decision:{lines}")
}
