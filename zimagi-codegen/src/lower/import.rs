//! Imports: sources, maps and relations.

use zimagi_spec::descriptor::ScalarKind;
use zimagi_spec::names;
use zimagi_spec::resolve::{FieldKind, Import, ImportRelation, ImportTarget, Map, MapValue, Source};

use super::literal::lower_literal;
use super::{Context, sorted, texts};
use crate::plan::{ImportPlan, ImportRelationPlan, MapPlan, MapSourcePlan, SourcePlan, TargetPlan};

/// All imports, by name.
pub(super) fn lower_imports(cx: &Context<'_>) -> Vec<ImportPlan> {
    sorted(cx.resolved.imports.values().map(|import| lower_import(cx, import)), |import: &ImportPlan| {
        import.name.clone()
    })
}

fn lower_import(cx: &Context<'_>, import: &Import) -> ImportPlan {
    ImportPlan {
        name: import.name.value.clone(),
        place: cx.place(import.name.span),
        owner: cx.owner_name(import.owner),
        static_name: names::static_ident(&import.name.value),
        tags: texts(&import.tags),
        requires: texts(&import.requires),
        source: lower_source(&import.source),
        targets: import.targets.iter().map(|target| lower_target(cx, target)).collect(),
    }
}

fn lower_source(source: &Source) -> SourcePlan {
    match source {
        Source::CsvFile { file, archive_file, separator, null_values } => SourcePlan::CsvFile {
            file: file.value.clone(),
            archive_file: archive_file.as_ref().map(|member| member.value.clone()),
            separator: *separator,
            null_values: null_values.clone(),
        },
    }
}

fn lower_target(cx: &Context<'_>, target: &ImportTarget) -> TargetPlan {
    TargetPlan {
        model: target.model.value.clone(),
        map: target.map.iter().map(|map| lower_map(cx, &target.model.value, map)).collect(),
        relations: target.relations.iter().map(lower_relation).collect(),
    }
}

fn lower_map(cx: &Context<'_>, model: &str, map: &Map) -> MapPlan {
    let source = match &map.value {
        MapValue::Column(column) => MapSourcePlan::Column(column.value.clone()),
        MapValue::Constant(None) => MapSourcePlan::Null,
        MapValue::Constant(Some(literal)) => {
            MapSourcePlan::Constant(lower_literal(&literal.value, kind_of(cx, model, &map.field.value)))
        }
    };
    MapPlan { field: map.field.value.clone(), source }
}

fn kind_of(cx: &Context<'_>, model: &str, field: &str) -> ScalarKind {
    match &cx.resolved.models[model].fields[field].kind {
        FieldKind::Scalar(kind) => *kind,
        FieldKind::Relation(relation) => relation.stored,
    }
}

fn lower_relation(relation: &ImportRelation) -> ImportRelationPlan {
    ImportRelationPlan {
        field: relation.field.value.clone(),
        model: relation.model.value.clone(),
        column: relation.column.value.clone(),
        key_field: relation.key_field.value.clone(),
        is_required: relation.is_required,
    }
}
