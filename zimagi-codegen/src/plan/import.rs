//! Planned imports.

use zimagi_spec::resolve::Literal;

/// An import.
#[derive(Debug)]
pub(crate) struct ImportPlan {
    pub(crate) name: String,
    pub(crate) place: String,
    pub(crate) owner: String,
    /// The static that holds its descriptor.
    pub(crate) static_name: String,
    pub(crate) tags: Vec<String>,
    pub(crate) requires: Vec<String>,
    pub(crate) source: SourcePlan,
    pub(crate) targets: Vec<TargetPlan>,
}

/// Where rows come from.
#[derive(Debug)]
pub(crate) enum SourcePlan {
    CsvFile { file: String, archive_file: Option<String>, separator: u8, null_values: Vec<String> },
}

/// What is stored of each row for one model.
#[derive(Debug)]
pub(crate) struct TargetPlan {
    pub(crate) model: String,
    pub(crate) map: Vec<MapPlan>,
    pub(crate) relations: Vec<ImportRelationPlan>,
}

/// How a plain field is filled.
#[derive(Debug)]
pub(crate) struct MapPlan {
    pub(crate) field: String,
    pub(crate) source: MapSourcePlan,
}

/// Where the value of a field comes from.
#[derive(Debug)]
pub(crate) enum MapSourcePlan {
    Column(String),
    Null,
    Constant(Literal),
}

/// How a relation is filled.
#[derive(Debug)]
pub(crate) struct ImportRelationPlan {
    pub(crate) field: String,
    pub(crate) model: String,
    pub(crate) column: String,
    pub(crate) key_field: String,
    pub(crate) is_required: bool,
}
