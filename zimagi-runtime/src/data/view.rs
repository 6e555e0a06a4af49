//! The catalogue as one caller sees it: what is not permitted cannot be found.
//!
//! Every name that comes from outside is looked up here. Nothing here knows paths, SQL or values.

use super::catalogue::{Catalogue, Field, Link, Model, Reverse};
use super::path::{ResolvedPath, Step};
use crate::data::question::query_limits::QueryLimits;
use crate::permit::{Access, Holder, ModelPermit, Permit, RecordGroups};

/// A catalogue and a permit that was decided for the same models.
#[derive(Debug, Clone, Copy)]
pub(crate) struct View<'a> {
    catalogue: &'a Catalogue,
    permit: &'a Permit,
    limits: QueryLimits,
}

impl<'a> View<'a> {
    pub(crate) const fn new(catalogue: &'a Catalogue, permit: &'a Permit) -> Self {
        Self { catalogue, permit, limits: QueryLimits::DEFAULT }
    }

    /// The same for questions with other limits.
    pub(crate) const fn limited(self, limits: QueryLimits) -> Self {
        Self { limits, ..self }
    }

    /// How much a question may ask for.
    pub(crate) const fn limits(self) -> QueryLimits {
        self.limits
    }

    /// Any model, for following bindings; what is visible of it is asked for separately.
    pub(crate) const fn catalogue(self) -> &'a Catalogue {
        self.catalogue
    }

    /// The model of this name, if the caller may view it.
    pub(crate) fn find_model(self, name: &str) -> Option<&'a Model> {
        self.catalogue.find(name).filter(|model| self.access(model) != Access::None)
    }

    /// Every model that the caller may view.
    pub(crate) fn models(self) -> impl Iterator<Item = &'a Model> {
        self.catalogue.models().iter().filter(move |model| self.access(model) != Access::None)
    }

    pub(crate) fn access(self, model: &Model) -> Access {
        self.permit(model).access()
    }

    /// The model that another extends with the relation to it, if they exist for the caller.
    pub(crate) fn parent(self, model: &'a Model) -> Option<(&'a Field, &'a Model)> {
        let parent = model.parent?;
        let pointer = model.field(parent.pointer);
        self.has_field(model, pointer).then(|| (pointer, self.catalogue.model(parent.model)))
    }

    /// The model and those that it extends, as far as they exist for the caller; the nearest first.
    pub(crate) fn lineage(self, model: &'a Model) -> impl Iterator<Item = &'a Model> {
        std::iter::successors(Some(model), move |model| self.parent(model).map(|(_, parent)| parent))
    }

    /// The field of this name, if it exists for the caller. A relation also goes by `<name>_id`.
    pub(crate) fn find_field(self, model: &'a Model, name: &str) -> Option<&'a Field> {
        model.find(name).filter(|field| self.has_field(model, field))
    }

    /// The reverse relation of this name, if it exists for the caller.
    pub(crate) fn find_reverse(self, model: &'a Model, name: &str) -> Option<&'a Reverse> {
        self.reverse(model).find(|reverse| reverse.descriptor.name == name)
    }

    /// The link of this name, if it exists for the caller.
    pub(crate) fn find_link(self, model: &'a Model, name: &str) -> Option<&'a Link> {
        self.links(model).find(|link| link.name() == name)
    }

    /// The links that exist for the caller, in the order of the descriptor.
    pub(crate) fn links(self, model: &'a Model) -> impl Iterator<Item = &'a Link> {
        let permit = self.permit(model);
        model.links.iter().filter(|link| permit.has_link(link.index))
    }

    /// The fields that exist for the caller, in the order of the descriptor.
    pub(crate) fn fields(self, model: &'a Model) -> impl Iterator<Item = &'a Field> {
        model.fields.iter().filter(move |field| self.has_field(model, field))
    }

    /// The reverse relations that exist for the caller.
    pub(crate) fn reverse(self, model: &'a Model) -> impl Iterator<Item = &'a Reverse> {
        let permit = self.permit(model);
        model.reverse.iter().filter(|reverse| permit.has_reverse(reverse.index))
    }

    pub(crate) fn has_field(self, model: &Model, field: &Field) -> bool {
        self.permit(model).has_field(field.id.index())
    }

    /// Whether the runtime itself is asking.
    pub(crate) fn is_platform(self) -> bool {
        self.permit.holder() == Holder::Platform
    }

    /// The groups that limit which records of the model the caller meets; none if it meets all.
    pub(crate) fn limiting_groups(self, model: &Model) -> Option<&'a [String]> {
        match self.permit.record_groups() {
            RecordGroups::Of(groups) if !model.groups.is_empty() => Some(groups),
            RecordGroups::Of(_) | RecordGroups::All => None,
        }
    }

    /// The model that a relation points to, if it may lead to a record that does not exist for the caller. What a record extends exists
    /// with it.
    pub(crate) fn limited_target(self, model: &Model, field: &Field) -> Option<&'a Model> {
        let target = self.catalogue.model(field.relation?.target);
        let is_pointer = model.parent.is_some_and(|parent| parent.pointer == field.id);
        self.limiting_groups(target).filter(|_| !is_pointer).map(|_| target)
    }

    /// Whether a record of the path's root may have no value at its end for the caller.
    pub(crate) fn may_lack(self, path: &ResolvedPath<'_>) -> bool {
        let mut at = path.root;
        for step in &path.steps {
            if let Step::Forward { field, .. } = step
                && self.limited_target(at, field).is_some()
            {
                return true;
            }
            at = step.to();
        }
        path.is_nullable() || self.limited_target(at, path.field).is_some()
    }

    /// Whether the caller may give a group to records.
    pub(crate) fn may_give(self, group: &str) -> bool {
        match self.permit.record_groups() {
            RecordGroups::All => true,
            RecordGroups::Of(groups) => groups.iter().any(|own| own == group),
        }
    }

    fn permit(self, model: &Model) -> &'a ModelPermit {
        self.permit.model(model.id.index())
    }
}
