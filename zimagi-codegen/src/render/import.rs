//! Imports as text.

use super::page::{Page, literal_text};
use crate::plan::{ImportPlan, ImportRelationPlan, MapPlan, MapSourcePlan, SourcePlan};

/// An import as text.
pub(crate) fn import_text(import: &ImportPlan) -> String {
    let mut page = Page::default();
    render_import(&mut page, import);
    page.finish()
}

pub(super) fn render_import(page: &mut Page, import: &ImportPlan) {
    page.line(0, format_args!("import {}  {}", import.name, import.place));
    page.entry("owner", &import.owner);
    page.entry("tags", import.tags.join(", "));
    page.entry("requires", import.requires.join(", "));
    page.entry("source", source_text(&import.source));
    for target in &import.targets {
        page.line(1, format_args!("target {}", target.model));
        for map in &target.map {
            page.line(2, map_text(map));
        }
        for relation in &target.relations {
            page.line(2, relation_text(relation));
        }
    }
}

fn source_text(source: &SourcePlan) -> String {
    match source {
        SourcePlan::CsvFile { file, archive_file, separator, null_values } => {
            let member = archive_file.as_ref().map(|member| format!(" member {member}")).unwrap_or_default();
            let separator = char::from(*separator);
            format!("csv {file}{member} separated by {separator:?}, null is {null_values:?}")
        }
    }
}

fn map_text(map: &MapPlan) -> String {
    match &map.source {
        MapSourcePlan::Column(column) => format!("{} from column {column:?}", map.field),
        MapSourcePlan::Null => format!("{} is null", map.field),
        MapSourcePlan::Constant(literal) => format!("{} is {}", map.field, literal_text(literal)),
    }
}

fn relation_text(relation: &ImportRelationPlan) -> String {
    let ImportRelationPlan { field, model, column, key_field, is_required } = relation;
    let missing = if *is_required { "rejects the row" } else { "is null" };
    format!("{field} from column {column:?} by {model}.{key_field}, not found {missing}")
}
