//! The schema of one history: tables with everything that SQL says of them, the same for all databases.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// All tables by name.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Schema {
    pub(crate) tables: BTreeMap<String, Table>,
}

/// One table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Table {
    pub(crate) primary_key: PrimaryKey,
    pub(crate) columns: Vec<Column>,
    pub(crate) foreign_keys: Vec<ForeignKey>,
    pub(crate) indexes: Vec<Index>,
}

/// The primary key: the identifier of a model, or the pair of a link table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct PrimaryKey {
    pub(crate) name: String,
    pub(crate) columns: Vec<String>,
}

/// One column.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Column {
    pub(crate) name: String,
    pub(crate) kind: ColumnKind,
    pub(crate) is_nullable: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) default: Option<ColumnDefault>,
}

/// The kinds of columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ColumnKind {
    /// Text of at most so many characters.
    String(u32),
    Text,
    Integer,
    Float,
    Boolean,
    Date,
    DateTime,
    Identifier,
    /// The most digits in all, and those after the point.
    Decimal(u8, u8),
    Time,
    /// Microseconds.
    Duration,
    Uuid,
    Binary,
    Json,
    /// An encrypted value of any kind.
    Sealed,
}

/// A default, in the form of its kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ColumnDefault {
    Boolean(bool),
    Integer(i64),
    Float(f64),
    Text(String),
    Json(String),
}

/// A column that refers to the primary key of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ForeignKey {
    pub(crate) name: String,
    pub(crate) column: String,
    pub(crate) table: String,
    pub(crate) target: String,
    #[serde(default, skip_serializing_if = "OnDelete::is_no_action")]
    pub(crate) on_delete: OnDelete,
}

/// What the database does with the rows that refer to one that is deleted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum OnDelete {
    /// It refuses: what happens to records is decided by the engine, which knows permissions.
    #[default]
    NoAction,
    /// It deletes them: they are nothing but the link.
    Cascade,
}

impl OnDelete {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "the form that serde asks for")]
    fn is_no_action(&self) -> bool {
        *self == Self::NoAction
    }
}

/// An index, unique or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Index {
    pub(crate) name: String,
    pub(crate) is_unique: bool,
    pub(crate) columns: Vec<IndexColumn>,
}

/// One column of an index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct IndexColumn {
    pub(crate) column: String,
    pub(crate) is_descending: bool,
}

impl ColumnKind {
    /// Whether its values are texts of people.
    pub(crate) const fn is_text(self) -> bool {
        matches!(self, Self::String(_) | Self::Text)
    }
}

impl Table {
    /// The column of this name. Indexes and keys name columns of their own table only.
    pub(crate) fn column(&self, name: &str) -> &Column {
        let column = self.columns.iter().find(|column| column.name == name);
        column.expect("a schema names columns it has")
    }

    /// The foreign key on a column.
    pub(crate) fn foreign_key(&self, column: &str) -> Option<&ForeignKey> {
        self.foreign_keys.iter().find(|key| key.column == column)
    }
}
