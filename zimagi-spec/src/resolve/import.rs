//! Imports: names of fields bound, targets in the order of their requirements.

use indexmap::IndexMap;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Suggestion};
use crate::document::{ColumnDoc, ImportDoc, MapDoc, RelationDoc, TargetDoc};
use crate::source::Spanned;

use super::join::Joined;
use super::model::bound;
use super::{Field, FieldKind, Import, ImportRelation, ImportTarget, Literal, Map, MapValue, Model, OwnerId, Source};

pub(super) fn resolve_imports(
    joined: &Joined<'_>,
    models: &IndexMap<String, Model>,
    diagnostics: &mut Diagnostics,
) -> IndexMap<String, Import> {
    let resolve = |(name, entry): (&String, &super::join::ImportEntry<'_>)| {
        (name.clone(), resolve_import(entry.owner, entry.document, models, diagnostics))
    };
    joined.imports.iter().map(resolve).collect()
}

fn resolve_import(
    owner: OwnerId,
    document: &ImportDoc,
    models: &IndexMap<String, Model>,
    diagnostics: &mut Diagnostics,
) -> Import {
    let targets = in_order(&document.targets, diagnostics);
    Import {
        name: document.name.clone(),
        owner,
        tags: document.tags.clone(),
        requires: document.requires.clone(),
        source: Source::CsvFile {
            file: document.source.file.clone(),
            archive_file: document.source.archive_file.clone(),
            separator: document.source.separator,
            null_values: document.source.null_values.clone(),
        },
        targets: targets.into_iter().map(|target| resolve_target(target, models)).collect(),
    }
}

fn resolve_target(document: &TargetDoc, models: &IndexMap<String, Model>) -> ImportTarget {
    let none = IndexMap::new();
    let fields = models.get(&document.model.value).map_or(&none, |model| &model.fields);
    ImportTarget {
        model: document.model.clone(),
        map: document.map.iter().map(|map| resolve_map(map, fields)).collect(),
        relations: document.relations.iter().map(|relation| resolve_relation(relation, fields, models)).collect(),
    }
}

fn resolve_map(document: &MapDoc, fields: &IndexMap<String, Field>) -> Map {
    let value = match &document.value {
        ColumnDoc::Column(column) => MapValue::Column(column.clone()),
        ColumnDoc::Constant(constant) => MapValue::Constant(constant_of(constant)),
    };
    Map { field: bound(&document.field, fields), value }
}

fn constant_of(constant: &Spanned<Option<Literal>>) -> Option<Spanned<Literal>> {
    constant.value.clone().map(|value| Spanned::new(value, constant.span))
}

/// The model is the relation's own target and the key field that model's key, unless the import says otherwise.
fn resolve_relation(
    document: &RelationDoc,
    fields: &IndexMap<String, Field>,
    models: &IndexMap<String, Model>,
) -> ImportRelation {
    let field = bound(&document.field, fields);
    let target = fields.get(&field.value).and_then(|field| match &field.kind {
        FieldKind::Relation(relation) => Some(relation.target.value.clone()),
        FieldKind::Scalar(_) => None,
    });
    let model = document.model.clone().unwrap_or_else(|| Spanned::new(target.unwrap_or_default(), field.span));
    let key = models.get(&model.value).and_then(|model| model.key.as_ref()).map(|key| key.value.clone());
    let key_field = document.key_field.clone();
    ImportRelation {
        key_field: key_field.unwrap_or_else(|| Spanned::new(key.unwrap_or_default(), model.span)),
        column: document.column.clone(),
        is_required: document.required.as_ref().is_some_and(|required| required.value),
        field,
        model,
    }
}

/// Targets after those they require; what cannot be ordered is reported and stays in its place.
fn in_order<'d>(targets: &'d [TargetDoc], diagnostics: &mut Diagnostics) -> Vec<&'d TargetDoc> {
    let known: Vec<_> = targets.iter().map(|target| target.model.value.as_str()).collect();
    for name in targets.iter().flat_map(|target| &target.requires).filter(|name| !known.contains(&name.value.as_str()))
    {
        diagnostics.push(unknown_target(name, known.clone()));
    }
    let mut left: Vec<&TargetDoc> = targets.iter().collect();
    let mut ordered: Vec<&TargetDoc> = Vec::new();
    while !left.is_empty() {
        let is_left = |name: &Spanned<String>| left.iter().any(|target| target.model.value == name.value);
        let Some(next) = left.iter().position(|target| !target.requires.iter().any(is_left)) else {
            diagnostics.push(target_cycle(left[0]));
            ordered.append(&mut left);
            break;
        };
        ordered.push(left.remove(next));
    }
    ordered
}

fn unknown_target(name: &Spanned<String>, known: Vec<&str>) -> Diagnostic {
    Diagnostic::at(Code::UnknownImport, name.span, format!("the import does not store `{}`", name.value))
        .label("named by `requires`")
        .help_if(Suggestion { what: "data models of this import", known }.text(&name.value))
}

fn target_cycle(target: &TargetDoc) -> Diagnostic {
    let place = target.requires.first().map_or(target.model.span, |name| name.span);
    Diagnostic::at(Code::ImportCycle, place, format!("`{}` requires itself", target.model.value))
        .label("part of a cycle")
        .help("remove one of the requirements")
}
