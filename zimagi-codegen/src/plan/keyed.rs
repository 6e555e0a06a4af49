//! By what the records of a model are found, and the files that hold those values: for a tool that proposes relations.

use zimagi_spec::descriptor::ScalarKind;

use super::{IdentifierPlan, MapSourcePlan, ModelPlan, Plan, SourcePlan};

/// A model whose records are found by one field that holds a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyedModel<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its name in the plural.
    pub plural: &'a str,
    /// Its table.
    pub table: &'a str,
    /// The field.
    pub field: &'a str,
    /// What the field holds.
    pub kind: ScalarKind,
    /// The files that imports fill it from.
    pub files: Vec<KeyFile<'a>>,
}

/// A file of rows that fills a model, and its column with the values of the key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyFile<'a> {
    /// The import.
    pub import: &'a str,
    /// The file, relative to the folder of files.
    pub file: &'a str,
    /// The member to read if the file is an archive.
    pub archive_file: Option<&'a str>,
    /// What stands between cells.
    pub separator: u8,
    /// The column.
    pub column: &'a str,
}

impl Plan {
    /// The models whose records imports find by one field.
    pub fn keyed_models(&self) -> impl Iterator<Item = KeyedModel<'_>> {
        self.models.iter().filter_map(|model| {
            let field = model.field(key_of(model)?);
            Some(KeyedModel {
                name: &model.name,
                plural: &model.plural,
                table: &model.table,
                field: &field.name,
                kind: field.stored(),
                files: self.files_of(&model.name, &field.name),
            })
        })
    }

    fn files_of<'a>(&'a self, model: &str, field: &str) -> Vec<KeyFile<'a>> {
        let mut files = Vec::new();
        for import in &self.imports {
            let SourcePlan::CsvFile { file, archive_file, separator, .. } = &import.source;
            let targets = import.targets.iter().filter(|target| target.model == model);
            let maps = targets.flat_map(|target| target.map.iter().filter(|map| map.field == field));
            files.extend(maps.filter_map(|map| match &map.source {
                MapSourcePlan::Column(column) => Some(KeyFile {
                    import: &import.name,
                    file,
                    archive_file: archive_file.as_deref(),
                    separator: *separator,
                    column,
                }),
                MapSourcePlan::Null | MapSourcePlan::Constant(_) => None,
            }));
        }
        files
    }
}

/// The key if no two records share it, or else the field that is the identifier.
fn key_of(model: &ModelPlan) -> Option<&str> {
    let is_unique = |name: &str| model.unique.iter().any(|set| set.len() == 1 && set[0] == name);
    let by_identifier = match &model.identifier {
        IdentifierPlan::Field(field) => Some(field.as_str()),
        IdentifierPlan::Hash(_) | IdentifierPlan::LegacyHash(_) => None,
    };
    let key = model.key.as_deref().filter(|key| by_identifier == Some(*key) || is_unique(key));
    key.or(by_identifier)
}
