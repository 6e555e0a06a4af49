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
    /// `migrations/schema.json` does not say what it should.
    #[error("`{}` cannot be read as a recorded schema: take it from version control", .path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What its reader said.
        source: serde_json::Error,
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
    #[error("table `{table}` is no longer in the specs: dropping it would lose its rows")]
    DropTable {
        /// The table.
        table: String,
    },
    /// A column would be dropped.
    #[error("column `{table}.{column}` is no longer in the specs: dropping it would lose its values")]
    DropColumn {
        /// The table.
        table: String,
        /// The column.
        column: String,
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
    /// SQLite adds no references with a default.
    #[error("column `{table}.{column}` is a new relation with a default, which SQLite cannot add: write `null: true`")]
    DefaultRelation {
        /// The table.
        table: String,
        /// The column.
        column: String,
    },
    /// Something about a column is different.
    #[error("column `{table}.{column}` changes its {what}: that is not written yet")]
    ChangeColumn {
        /// The table.
        table: String,
        /// The column.
        column: String,
        /// What is different.
        what: Change,
    },
    /// Another column is the primary key.
    #[error("table `{table}` changes its primary key: that is not written yet")]
    ChangePrimaryKey {
        /// The table.
        table: String,
    },
}

/// What is different about a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Its kind or its greatest length.
    Kind,
    /// Whether it may be null.
    Null,
    /// Its default.
    Default,
    /// What it refers to.
    Relation,
}

impl std::fmt::Display for Change {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Kind => "type",
            Self::Null => "`null`",
            Self::Default => "default",
            Self::Relation => "relation",
        })
    }
}

fn refused(refusals: &[Refusal]) -> String {
    let lines: String = refusals.iter().map(|refusal| format!("\n  {refusal}")).collect();
    format!("no migration was written, because some changes need a decision:{lines}")
}
