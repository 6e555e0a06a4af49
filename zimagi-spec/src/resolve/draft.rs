//! A data model with all it inherits, before names are bound: layer upon layer, the stronger replaces.

use indexmap::IndexMap;

use crate::descriptor::{Operation, Store};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::document::{DataDoc, FieldBody, FieldDoc, Names};
use crate::source::{Span, Spanned};

use super::Origin;
use super::inherit::{Layer, Layers};

/// The field with the digest.
pub(super) const ID: &str = "id";

/// What the layers of a model say together.
#[derive(Default)]
pub(super) struct Draft<'e> {
    pub(super) fields: IndexMap<&'e str, DraftField<'e>>,
    pub(super) extend: Option<&'e Spanned<String>>,
    pub(super) id: Option<&'e Spanned<String>>,
    pub(super) id_fields: Option<&'e Names>,
    pub(super) key: Option<&'e Spanned<String>>,
    pub(super) ordering: Option<&'e Names>,
    pub(super) scope: Option<&'e Names>,
    pub(super) unique: Option<&'e Spanned<Vec<Names>>>,
    pub(super) index: Option<&'e Spanned<Vec<Names>>>,
    pub(super) hidden: Vec<&'e Spanned<String>>,
    pub(super) disabled: Vec<Operation>,
    pub(super) is_served: Option<bool>,
    pub(super) diesel: Option<bool>,
    pub(super) hooks: Option<bool>,
    pub(super) store: Option<Store>,
    pub(super) display: Option<&'e Spanned<String>>,
    pub(super) is_created_on_reference: Option<bool>,
    pub(super) check: Option<&'e Names>,
    pub(super) save: Option<&'e Names>,
    pub(super) dynamic_fields: Option<&'e Names>,
    pub(super) provider_name: Option<&'e Spanned<String>>,
}

/// A field of a draft.
pub(super) struct DraftField<'e> {
    pub(super) name: &'e Spanned<String>,
    pub(super) body: &'e FieldBody,
    pub(super) origin: Origin,
    /// Whether the entry that declares it was read well.
    pub(super) is_whole: bool,
}

/// Lays all layers upon each other.
pub(super) fn draft<'e>(layers: &Layers<'e>, diagnostics: &mut Diagnostics) -> Draft<'e> {
    let mut draft = Draft::default();
    for layer in &layers.layers {
        draft.add(layer, layers.is_whole, diagnostics);
    }
    draft
}

impl<'e> Draft<'e> {
    fn add(&mut self, layer: &Layer<'e>, is_whole: bool, diagnostics: &mut Diagnostics) {
        let document = &layer.entry.document;
        if document.id.is_some() || document.no_id_fields.is_some() {
            self.id_fields = None;
        }
        self.extend = document.extend.as_ref().or(self.extend);
        self.id = document.id.as_ref().or(self.id);
        self.id_fields = document.id_fields.as_ref().or(self.id_fields);
        self.key = document.key.as_ref().or(self.key);
        self.ordering = document.ordering.as_ref().or(self.ordering);
        self.scope = document.scope.as_ref().or(self.scope);
        self.unique = document.unique.as_ref().or(self.unique);
        self.index = document.index.as_ref().or(self.index);
        self.hidden.extend(document.hidden_fields.iter().flat_map(|names| &names.value));
        self.disabled.extend(document.disabled.iter().map(|operation| operation.value));
        self.is_served = document.api.as_ref().map(|api| api.value).or(self.is_served);
        self.diesel = document.diesel.as_ref().map(|diesel| diesel.value).or(self.diesel);
        self.hooks = document.hooks.as_ref().map(|hooks| hooks.value).or(self.hooks);
        self.store = document.store.as_ref().map(|store| store.value).or(self.store);
        self.display = document.display.as_ref().or(self.display);
        self.is_created_on_reference =
            document.auto_create.as_ref().map(|one| one.value).or(self.is_created_on_reference);
        self.check = document.triggers.check.as_ref().or(self.check);
        self.save = document.triggers.save.as_ref().or(self.save);
        self.dynamic_fields = document.dynamic_fields.as_ref().or(self.dynamic_fields);
        self.provider_name = document.provider_name.as_ref().or(self.provider_name);
        for field in &document.fields {
            self.add_field(layer, field, is_whole, diagnostics);
        }
        self.add_primary_key(document, diagnostics);
    }

    /// `primary_key: true` says `id` of the entry. The original writes it also on the field with the digest, which is
    /// ours to make.
    fn add_primary_key(&mut self, document: &'e DataDoc, diagnostics: &mut Diagnostics) {
        for (field, place) in document.fields.iter().filter_map(primary_key) {
            let is_said = document.id.as_ref().filter(|id| id.value != field.name.value).map(|id| id.span);
            if field.name.value == ID && self.id_fields.is_some() {
                self.fields.shift_remove(ID);
            } else if let Some(first) = is_said.or(document.id_fields.as_ref().map(|names| names.span)) {
                diagnostics.push(second_identifier(&field.name, place, first));
            } else {
                self.id_fields = None;
                self.id = Some(&field.name);
            }
        }
    }

    fn add_field(&mut self, layer: &Layer<'e>, field: &'e FieldDoc, is_whole: bool, diagnostics: &mut Diagnostics) {
        let name = field.name.value.as_str();
        let Some(body) = &field.body else {
            if self.fields.shift_remove(name).is_none() && is_whole {
                diagnostics.push(nothing_to_remove(&field.name));
            }
            return;
        };
        let origin = match layer.entry.additions.get(name) {
            Some(owner) => Origin::Addition(*owner),
            None => layer.origin.clone(),
        };
        let is_whole = !layer.entry.document.is_mistaken;
        self.fields.insert(name, DraftField { name: &field.name, body, origin, is_whole });
    }
}

fn primary_key(field: &FieldDoc) -> Option<(&FieldDoc, Span)> {
    let place = field.body.as_ref()?.primary_key.as_ref().filter(|is_key| is_key.value)?;
    Some((field, place.span))
}

fn second_identifier(name: &Spanned<String>, place: Span, first: Span) -> Diagnostic {
    let message = format!("the primary key `{}` is not the identifier", name.value);
    Diagnostic::at(Code::GivenTwice, place, message)
        .label("says `id` of the entry")
        .with_other(first, "says another identifier")
        .help("keep one of them")
}

fn nothing_to_remove(name: &Spanned<String>) -> Diagnostic {
    Diagnostic::at(Code::NothingToRemove, name.span, format!("no field `{}` is inherited", name.value))
        .label("null removes an inherited field")
        .help("remove the line, or say what the field is")
}
