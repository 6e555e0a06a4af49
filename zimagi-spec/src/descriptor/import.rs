//! One import: where rows come from and which fields they fill.

use super::DefaultDescriptor;

/// An import as the runtime sees it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ImportDescriptor {
    /// The spec name.
    pub name: &'static str,
    /// The module that declared it.
    pub owner: &'static str,
    /// Labels to select by.
    pub tags: &'static [&'static str],
    /// Imports that must run earlier.
    pub requires: &'static [&'static str],
    /// Where rows come from.
    pub source: SourceDescriptor,
    /// What is stored, in an order that respects the targets' own `requires`.
    pub targets: &'static [ImportTargetDescriptor],
}

/// Where the rows of an import come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourceDescriptor {
    /// A CSV file with a header line.
    CsvFile {
        /// Its path, relative to the files folder of the running application.
        file: &'static str,
        /// The member to read if `file` is a zip archive.
        archive_file: Option<&'static str>,
        /// The byte between cells.
        separator: u8,
        /// Cells that mean null.
        null_values: &'static [&'static str],
    },
}

/// What is stored of each row for one model.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ImportTargetDescriptor {
    /// The model's spec name.
    pub model: &'static str,
    /// Plain fields.
    pub map: &'static [MapDescriptor],
    /// Relations found by a key.
    pub relations: &'static [ImportRelationDescriptor],
}

/// How one plain field is filled.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MapDescriptor {
    /// The field of the model.
    pub field: &'static str,
    /// Where its value comes from.
    pub source: MapSource,
}

/// Where the value of a field comes from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum MapSource {
    /// A cell of the row, by the name of its column.
    Column(&'static str),
    /// The same value for every row; `None` is null.
    Constant(Option<DefaultDescriptor>),
}

/// How one relation is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImportRelationDescriptor {
    /// The relation field of the model.
    pub field: &'static str,
    /// The model it refers to.
    pub model: &'static str,
    /// The column that holds the key.
    pub column: &'static str,
    /// The field of the related model that the cell is compared with.
    pub key_field: &'static str,
    /// What a key that is not found does to the row.
    pub is_required: bool,
}
