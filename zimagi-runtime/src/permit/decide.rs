//! The decision: descriptors and roles become a permit.

use zimagi_spec::descriptor::{
    ADMIN, AccessDescriptor, FieldDescriptor, FieldKind, ModelDescriptor, PUBLIC, ReverseDescriptor, Visibility,
};

use super::{Access, Holder, ModelPermit, Permit};

impl Permit {
    /// What a caller with these roles may do.
    pub(crate) fn decide(models: &[&'static ModelDescriptor], roles: &[&str]) -> Self {
        Self::build(models, Holder::Caller, |model| access_of(&model.access, roles))
    }

    /// Everything, hidden fields included: for the runtime's own reading and writing.
    pub(crate) fn platform(models: &[&'static ModelDescriptor]) -> Self {
        Self::build(models, Holder::Platform, |_| Access::Edit)
    }

    fn build(models: &[&'static ModelDescriptor], holder: Holder, decide: impl Fn(&ModelDescriptor) -> Access) -> Self {
        let accesses: Vec<Access> = models.iter().map(|model| decide(model)).collect();
        let world = World { models, accesses: &accesses, holder };
        Self {
            models: models.iter().zip(&accesses).map(|(model, access)| world.model(model, *access)).collect(),
            by_name: models.iter().enumerate().map(|(index, model)| (model.name, index)).collect(),
            holder,
        }
    }
}

fn access_of(access: &AccessDescriptor, roles: &[&str]) -> Access {
    if roles.contains(&ADMIN) || access.edit.iter().any(|role| roles.contains(role)) {
        return Access::Edit;
    }
    let is_viewer = access.view.iter().any(|role| *role == PUBLIC || roles.contains(role));
    if is_viewer { Access::View } else { Access::None }
}

/// All models with what was decided on each, so that relations can be judged by their other end.
struct World<'a> {
    models: &'a [&'static ModelDescriptor],
    accesses: &'a [Access],
    holder: Holder,
}

impl World<'_> {
    fn model(&self, model: &ModelDescriptor, access: Access) -> ModelPermit {
        ModelPermit {
            access,
            fields: model.fields.iter().map(|field| access != Access::None && self.has_field(field)).collect(),
            reverse: model.reverse.iter().map(|reverse| access != Access::None && self.has_reverse(reverse)).collect(),
        }
    }

    /// A relation whose target does not exist for the caller does not exist either, neither as a step nor as a column.
    fn has_field(&self, field: &FieldDescriptor) -> bool {
        let is_shown = field.visibility == Visibility::Shown || self.holder == Holder::Platform;
        is_shown
            && match field.kind {
                FieldKind::Scalar(_) => true,
                FieldKind::Relation(relation) => self.is_viewable(relation.target),
            }
    }

    fn has_reverse(&self, reverse: &ReverseDescriptor) -> bool {
        let Some(model) = self.models.iter().find(|model| model.name == reverse.model) else { return false };
        let field = model.fields.iter().find(|field| field.name == reverse.field);
        self.is_viewable(reverse.model) && field.is_some_and(|field| self.has_field(field))
    }

    fn is_viewable(&self, name: &str) -> bool {
        let place = self.models.iter().position(|model| model.name == name);
        place.is_some_and(|index| self.accesses[index] != Access::None)
    }
}
