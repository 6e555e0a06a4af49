//! One data model.

use super::{AccessDescriptor, FieldDescriptor};

/// A data model as the runtime sees it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ModelDescriptor {
    /// The spec name, also the path in the data API.
    pub name: &'static str,
    /// The plural in sentences, `flights`.
    pub plural: &'static str,
    /// The module that declared the model first.
    pub owner: &'static str,
    /// The spec's `help:` text, empty if it has none.
    pub help: &'static str,
    /// The SQL table.
    pub table: &'static str,
    /// Which database file holds the table.
    pub store: Store,
    /// Whether the data API serves it (`api`).
    pub is_served: bool,
    /// All fields in the order of the spec: the identifier first, then inherited ones, then its own.
    pub fields: &'static [FieldDescriptor],
    /// How the primary key is made.
    pub identifier: IdentifierDescriptor,
    /// The field by which people address a record within its scope; `None`: only by identifier.
    pub key: Option<&'static str>,
    /// The relations within which the key is unique.
    pub scope: &'static [&'static str],
    /// The order of lists when the caller asks for none.
    pub ordering: &'static [OrderingDescriptor],
    /// Sets of fields whose values no two records share; the key within its scope is one of them.
    pub unique: &'static [&'static [&'static str]],
    /// Relations of other models that point here.
    pub reverse: &'static [ReverseDescriptor],
    /// Who may read and write.
    pub access: AccessDescriptor,
}

/// Which database file holds a table. On server databases there is one for both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Store {
    /// The application's data.
    Main,
    /// Messages and leases: written often, in short transactions, beside long ones on the main file.
    Messages,
}

/// How the primary key of a record is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdentifierDescriptor {
    /// It is the value of this field.
    Field(&'static str),
    /// It is a digest over the values of these fields, in the column `id`, field `id`.
    Hash(&'static [&'static str]),
}

/// One step of a default ordering.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OrderingDescriptor {
    /// A field of the model itself.
    pub field: &'static str,
    /// Which way.
    pub direction: Direction,
}

/// Which way an ordering goes. Nulls are last either way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Smallest first.
    Ascending,
    /// Largest first.
    Descending,
}

/// A relation seen from the model it points to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReverseDescriptor {
    /// The name of the accessor (`related_name`, by default the name of the referring model).
    pub name: &'static str,
    /// The referring model.
    pub model: &'static str,
    /// Its relation field.
    pub field: &'static str,
}
