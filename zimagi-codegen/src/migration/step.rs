//! Steps: what a migration does, each with its inverse.

use super::schema::{Column, ForeignKey, Index, Table};

/// One step of a migration. The table goes along because index columns are written by what they hold.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Step {
    CreateTable { name: String, table: Table },
    DropTable { name: String, table: Table },
    AddColumn { table: String, column: Column, foreign_key: Option<ForeignKey> },
    DropColumn { table: String, column: Column, foreign_key: Option<ForeignKey> },
    CreateIndex { name: String, table: Table, index: Index },
    DropIndex { name: String, table: Table, index: Index },
}

impl Step {
    /// The step that undoes this one.
    pub(crate) fn inverse(self) -> Self {
        match self {
            Self::CreateTable { name, table } => Self::DropTable { name, table },
            Self::DropTable { name, table } => Self::CreateTable { name, table },
            Self::AddColumn { table, column, foreign_key } => Self::DropColumn { table, column, foreign_key },
            Self::DropColumn { table, column, foreign_key } => Self::AddColumn { table, column, foreign_key },
            Self::CreateIndex { name, table, index } => Self::DropIndex { name, table, index },
            Self::DropIndex { name, table, index } => Self::CreateIndex { name, table, index },
        }
    }

    /// The table it works on.
    pub(crate) fn table_name(&self) -> &str {
        match self {
            Self::CreateTable { name, .. }
            | Self::DropTable { name, .. }
            | Self::CreateIndex { name, .. }
            | Self::DropIndex { name, .. } => name,
            Self::AddColumn { table, .. } | Self::DropColumn { table, .. } => table,
        }
    }
}
