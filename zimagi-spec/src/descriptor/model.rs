//! One data model.

use super::{AccessDescriptor, FieldDescriptor, Multiplicity, Visibility, Writability};

/// A data model as the runtime sees it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ModelDescriptor {
    /// The spec name, also the path in the data API.
    pub name: &'static str,
    /// The singular in sentences, `flight`.
    pub singular: &'static str,
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
    /// What nobody may do with it on any surface (`disable_ops`).
    pub disabled: &'static [Operation],
    /// All fields in the order of the spec: the identifier first, then inherited ones, then its own.
    pub fields: &'static [FieldDescriptor],
    /// Its many-to-many relations.
    pub links: &'static [LinkDescriptor],
    /// The relation to the record of another model that this one extends (`extend`): fields of that model are also fields
    /// of this one.
    pub extends: Option<&'static str>,
    /// The link to the groups that may see a record (mixin `group`); without it access is the same for all records.
    pub record_groups: Option<&'static str>,
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
    /// How a record is called on a terminal, with `<field>` for values.
    pub display: Option<&'static str>,
    /// Fields that the application's code computes (`dynamic_fields`).
    pub dynamic_fields: &'static [&'static str],
    /// Whether a record is created when another one refers to it (`auto_create`).
    pub is_created_on_reference: bool,
    /// What initialises its records (`triggers`).
    pub triggers: TriggersDescriptor,
}

/// A many-to-many relation: pairs of records in a table of its own.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LinkDescriptor {
    /// The spec name, also the name in the API.
    pub name: &'static str,
    /// The spec's `help:` text, empty if it has none.
    pub help: &'static str,
    /// The spec name of the model referred to.
    pub target: &'static str,
    /// The model whose records are the pairs (`through`); without one the table is the link's own.
    pub through: Option<&'static str>,
    /// The table of the pairs.
    pub table: &'static str,
    /// Its column with the identifier of this model's record.
    pub source_column: &'static str,
    /// Its column with the identifier of the target's record.
    pub target_column: &'static str,
    /// Who sets it.
    pub writability: Writability,
    /// Whether it exists on any surface.
    pub visibility: Visibility,
}

/// Something that can be done with the records of a model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Operation {
    /// Reading many: lists, counts, exports.
    List,
    /// Reading one.
    Retrieve,
    /// Creating and changing.
    Update,
    /// Deleting one or many.
    Destroy,
    /// Deleting many.
    Clear,
}

/// Names of states that say when records are initialised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TriggersDescriptor {
    /// Initialise if one of these is true.
    pub check: &'static [&'static str],
    /// Become true when a record is saved.
    pub save: &'static [&'static str],
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
    /// It is the original's digest, over values without the names of their fields (`identifiers: legacy`), in the field `id`.
    LegacyHash(&'static [&'static str]),
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
    /// Its relation field, or its link.
    pub field: &'static str,
    /// How many records of that model there may be for one of this.
    pub multiplicity: Multiplicity,
}
