//! The difference of two schemas: one value that can be turned round, applied to a schema and written as SQL.
//!
//! What was there before has its old names, what is there after has its new ones; so the reverse is a mere swap. Knows
//! nothing of SQL, and nothing of which differences people may want.

mod apply;
mod compare;
mod conversion;
mod rename;

use serde::{Deserialize, Serialize};

use super::schema::{Column, ForeignKey, Index, PrimaryKey, Table};

pub(super) use apply::Conflict;
pub(super) use compare::difference;
pub(super) use conversion::{Conversion, conversion, loss};
pub(super) use rename::Renames;

/// Everything that is different, by table.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Difference {
    pub(crate) tables: Vec<TableChange>,
}

/// What is different about one table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum TableChange {
    Created { name: String, table: Table },
    Dropped { name: String, table: Table },
    Altered(TableEdit),
}

/// A table that stays, perhaps under another name.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct TableEdit {
    /// Its name before.
    pub(crate) before: String,
    /// Its name after.
    pub(crate) after: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) primary_key: Option<Swap<PrimaryKey>>,
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    pub(crate) columns: Vec<Edit<Column>>,
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    pub(crate) foreign_keys: Vec<Edit<ForeignKey>>,
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    pub(crate) indexes: Vec<Edit<Index>>,
}

/// One thing in the place of another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Swap<T> {
    pub(crate) before: T,
    pub(crate) after: T,
}

/// What is different about a part of a table. A key or index is altered if only its name is another; what else is different
/// about it is dropped and added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Edit<T> {
    Added(T),
    Dropped(T),
    Altered(Swap<T>),
}

impl Difference {
    /// The difference that undoes this one.
    pub(crate) fn reverse(self) -> Self {
        Self { tables: self.tables.into_iter().rev().map(TableChange::reverse).collect() }
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.tables.is_empty()
    }

    /// The tables that stay.
    pub(crate) fn edits(&self) -> impl Iterator<Item = &TableEdit> {
        self.tables.iter().filter_map(|change| match change {
            TableChange::Altered(edit) => Some(edit),
            TableChange::Created { .. } | TableChange::Dropped { .. } => None,
        })
    }

    pub(crate) fn created(&self) -> impl Iterator<Item = (&String, &Table)> {
        self.tables.iter().filter_map(|change| match change {
            TableChange::Created { name, table } => Some((name, table)),
            TableChange::Dropped { .. } | TableChange::Altered(_) => None,
        })
    }

    pub(crate) fn dropped(&self) -> impl Iterator<Item = (&String, &Table)> {
        self.tables.iter().filter_map(|change| match change {
            TableChange::Dropped { name, table } => Some((name, table)),
            TableChange::Created { .. } | TableChange::Altered(_) => None,
        })
    }
}

impl TableChange {
    fn reverse(self) -> Self {
        match self {
            Self::Created { name, table } => Self::Dropped { name, table },
            Self::Dropped { name, table } => Self::Created { name, table },
            Self::Altered(edit) => Self::Altered(edit.reverse()),
        }
    }
}

impl TableEdit {
    fn reverse(self) -> Self {
        Self {
            before: self.after,
            after: self.before,
            primary_key: self.primary_key.map(Swap::reverse),
            columns: reverse_all(self.columns),
            foreign_keys: reverse_all(self.foreign_keys),
            indexes: reverse_all(self.indexes),
        }
    }

    /// Whether nothing is different after all.
    fn is_empty(&self) -> bool {
        self.before == self.after
            && self.primary_key.is_none()
            && self.columns.is_empty()
            && self.foreign_keys.is_empty()
            && self.indexes.is_empty()
    }

    /// The columns that were renamed, with their names before and after.
    pub(crate) fn renamed_columns(&self) -> impl Iterator<Item = (&str, &str)> {
        let names = altered(&self.columns).map(|swap| (swap.before.name.as_str(), swap.after.name.as_str()));
        names.filter(|(before, after)| before != after)
    }

    /// Whether a column of this name is dropped and another one of the same name added.
    pub(crate) fn replaces(&self, column: &str) -> bool {
        dropped(&self.columns).any(|one| one.name == column) && added(&self.columns).any(|one| one.name == column)
    }
}

impl<T> Swap<T> {
    fn reverse(self) -> Self {
        Self { before: self.after, after: self.before }
    }
}

fn reverse_all<T>(edits: Vec<Edit<T>>) -> Vec<Edit<T>> {
    let reverse = |edit| match edit {
        Edit::Added(one) => Edit::Dropped(one),
        Edit::Dropped(one) => Edit::Added(one),
        Edit::Altered(swap) => Edit::Altered(swap.reverse()),
    };
    edits.into_iter().rev().map(reverse).collect()
}

pub(crate) fn added<T>(edits: &[Edit<T>]) -> impl Iterator<Item = &T> {
    edits.iter().filter_map(|edit| if let Edit::Added(one) = edit { Some(one) } else { None })
}

pub(crate) fn dropped<T>(edits: &[Edit<T>]) -> impl Iterator<Item = &T> {
    edits.iter().filter_map(|edit| if let Edit::Dropped(one) = edit { Some(one) } else { None })
}

pub(crate) fn altered<T>(edits: &[Edit<T>]) -> impl Iterator<Item = &Swap<T>> {
    edits.iter().filter_map(|edit| if let Edit::Altered(swap) = edit { Some(swap) } else { None })
}
