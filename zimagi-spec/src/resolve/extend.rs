//! Models that extend another (`extend`): each record is one of both, in two tables, with one identifier.
//!
//! The pointer, a relation to the extended record, is the identifier. What the extended model has is not copied: whoever looks
//! for a field asks the [`lineage`].

use indexmap::IndexMap;

use crate::descriptor::{Multiplicity, OnDelete, ScalarKind, Storage, Visibility, Writability};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::names;
use crate::source::{Span, Spanned};

use super::draft::Draft;
use super::join::DataEntry;
use super::{Extends, Field, FieldKind, Limits, Model, Origin, Relation};

/// A model and those that it extends, the nearest first. What goes in a circle ends where it comes round.
pub(crate) fn lineage<'m>(models: &'m IndexMap<String, Model>, model: &'m Model) -> Vec<&'m Model> {
    let mut line = vec![model];
    while let Some(extends) = &line[line.len() - 1].extends
        && let Some(next) = models.get(&extends.model.value)
        && line.iter().all(|known| known.name.value != next.name.value)
    {
        line.push(next);
    }
    line
}

/// What a draft extends. What it says beside that and cannot is reported.
pub(super) fn resolve_extends(entry: &DataEntry, draft: &Draft<'_>, diagnostics: &mut Diagnostics) -> Option<Extends> {
    let model = draft.extend?;
    let pointer = names::pointer_field(&model.value);
    if let Some(base) = entry.document.base.as_ref().filter(|_| entry.document.extend.is_some()) {
        diagnostics.push(useless_base(base, model));
    }
    if let Some(place) = draft.id.map(|id| id.span).or(draft.id_fields.map(|names| names.span)) {
        diagnostics.push(second_identifier(&entry.document.name, place, model));
    }
    if let Some(field) = draft.fields.get(pointer.as_str()) {
        diagnostics.push(pointer_declared(field.name, model));
    }
    Some(Extends { model: model.clone(), pointer })
}

/// The relation to the extended record.
pub(super) fn pointer_of(extends: &Extends) -> Field {
    let name = Spanned::new(extends.pointer.clone(), extends.model.span);
    Field {
        origin: Origin::Own,
        help: format!("The record of `{}` that this one is too.", extends.model.value),
        column: names::relation_column(&extends.pointer),
        kind: FieldKind::Relation(Relation {
            target: extends.model.clone(),
            stored: ScalarKind::Identifier,
            on_delete: OnDelete::Cascade,
            multiplicity: Multiplicity::One,
            to_field: None,
        }),
        name,
        is_nullable: false,
        default: None,
        writability: Writability::System,
        visibility: Visibility::Shown,
        storage: Storage::Plain,
        limits: Limits::default(),
    }
}

/// Gives models the order and the text of what they extend, unless they say their own.
pub(super) fn bind(models: &mut IndexMap<String, Model>) {
    let inherited: Vec<_> = models
        .values()
        .map(|model| {
            let line = lineage(models, model);
            let ordering = line.iter().map(|model| &model.ordering).find(|ordering| !ordering.is_empty()).cloned();
            (ordering, line.iter().find_map(|model| model.display.clone()))
        })
        .collect();
    for (model, (ordering, display)) in models.values_mut().zip(inherited) {
        model.ordering = ordering.unwrap_or_default();
        model.display = display;
    }
}

fn useless_base(base: &Spanned<String>, extend: &Spanned<String>) -> Diagnostic {
    Diagnostic::at(Code::OptionForced, base.span, "`base` changes nothing beside `extend`".to_owned())
        .label(format!("nothing is inherited from `{}`", base.value))
        .with_other(extend.span, "takes its place")
        .help("remove `base`")
}

fn second_identifier(name: &Spanned<String>, place: Span, extend: &Spanned<String>) -> Diagnostic {
    let message = format!("`{}` has the identifier of `{}`", name.value, extend.value);
    Diagnostic::at(Code::ExtendIdentifier, place, message)
        .label("says another identifier")
        .with_other(extend.span, "each record is also one of this model")
        .help("remove it; `unique` makes other fields unique")
}

fn pointer_declared(name: &Spanned<String>, extend: &Spanned<String>) -> Diagnostic {
    let message = format!("`{}` is the relation to the extended record", name.value);
    Diagnostic::at(Code::ExtendedField, name.span, message)
        .label("is there without being declared")
        .with_other(extend.span, "makes it")
        .help("remove the field, or give it another name")
}
