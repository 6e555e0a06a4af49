//! A type of the API as far as it exists for one caller, in the words of the document.

use zimagi_spec::descriptor::{Operation, ReverseDescriptor, ScalarKind, Writability};

use crate::data::View;
use crate::data::catalogue::{Field, Link, Model};
use crate::data::path::{key, members};
use crate::http::resource;
use crate::permit::Access;

/// A served model that the caller may view.
pub(super) struct ServedType<'a> {
    pub(super) model: &'a Model,
    /// Whether the caller may write its records, as far as anybody may.
    may_edit: bool,
    view: View<'a>,
}

impl<'a> ServedType<'a> {
    /// All of them, in the registry's order.
    pub(super) fn all(view: View<'a>) -> Vec<Self> {
        let served = view.models().filter(|model| model.descriptor.is_served);
        let types = served.map(|model| {
            let may_edit = view.catalogue().lineage(model).all(|model| view.access(model) == Access::Edit);
            Self { model, may_edit, view }
        });
        types.collect()
    }

    pub(super) const fn name(&self) -> &'static str {
        self.model.name()
    }

    /// Whether the caller may do it.
    pub(super) fn offers(&self, operation: Operation) -> bool {
        let is_reading = matches!(operation, Operation::List | Operation::Retrieve);
        (is_reading || self.may_edit) && resource::offers(self.model.descriptor, operation)
    }

    /// The key's name, if it exists for the caller; otherwise the identifier's.
    pub(super) fn key_name(&self) -> &'static str {
        self.key().unwrap_or_else(|| self.model.identifier()).name()
    }

    /// The key, if it is another field than the identifier.
    pub(super) fn key(&self) -> Option<&'a Field> {
        key(self.view, self.model).map(|key| key.field)
    }

    /// The identifier, if it exists for the caller.
    pub(super) fn shown_identifier(&self) -> Option<&'a Field> {
        let identifier = self.model.identifier();
        self.view.has_field(self.model, identifier).then_some(identifier)
    }

    /// All fields in their order.
    pub(super) fn fields(&self) -> impl Iterator<Item = &'a Field> + use<'a> {
        members(self.view, self.model).into_iter().map(|member| member.field)
    }

    /// The fields of another type, as far as they exist for the caller.
    pub(super) fn fields_of(&self, target: &'a Model) -> impl Iterator<Item = &'a Field> + use<'a> {
        members(self.view, target).into_iter().map(|member| member.field)
    }

    /// The fields that a caller who may write sets when a record is made.
    pub(super) fn fields_on_create(&self) -> impl Iterator<Item = &'a Field> + use<'a> {
        self.fields().filter(|field| field.descriptor.writability != Writability::System)
    }

    /// The fields that a caller who may write sets later.
    pub(super) fn fields_on_update(&self) -> impl Iterator<Item = &'a Field> + use<'a> {
        self.fields().filter(|field| field.descriptor.writability == Writability::Editable)
    }

    /// The relations with their targets.
    pub(super) fn relations(&self) -> impl Iterator<Item = (&'a Field, &'a Model)> + use<'a> {
        let view = self.view;
        self.fields().filter_map(move |field| Some((field, view.catalogue().model(field.relation?.target))))
    }

    /// The links with their targets.
    pub(super) fn links(&self) -> impl Iterator<Item = (&'a Link, &'a Model)> + use<'a> {
        let view = self.view;
        let links = view.lineage(self.model).flat_map(move |model| view.links(model));
        links.map(move |link| (link, view.catalogue().model(link.target)))
    }

    /// The kinds of what names a related record: its identifier, and its key if that is of another kind.
    pub(super) fn kinds_of_names(&self, target: &'a Model) -> Vec<ScalarKind> {
        let own_key = key(self.view, target).map(|key| key.field).filter(|field| field.relation.is_none());
        let mut kinds = vec![target.identifier().kind];
        kinds.extend(own_key.map(|field| field.kind).filter(|kind| *kind != target.identifier().kind));
        kinds
    }

    /// The target of a relation.
    pub(super) fn target(&self, field: &Field) -> Option<&'a Model> {
        field.relation.map(|relation| self.view.catalogue().model(relation.target))
    }

    /// Whether a record may be shown without the record that it refers to.
    pub(super) fn may_lack(&self, field: &Field) -> bool {
        let mut line = self.view.lineage(self.model);
        let owner = line.find(|model| model.fields.iter().any(|own| std::ptr::eq(own, field)));
        field.is_nullable() || owner.is_some_and(|owner| self.view.limited_target(owner, field).is_some())
    }

    /// The relations of other models that point here.
    pub(super) fn reverse(&self) -> impl Iterator<Item = (&'static ReverseDescriptor, &'a Model)> + use<'a> {
        let view = self.view;
        let reverse = view.lineage(self.model).flat_map(move |model| view.reverse(model));
        reverse.map(move |reverse| (reverse.descriptor, view.catalogue().model(reverse.model)))
    }
}
