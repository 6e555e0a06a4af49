//! The decision: descriptors and roles become a permit.

use zimagi_spec::descriptor::{
    ADMIN, AccessDescriptor, FieldDescriptor, FieldKind, LinkDescriptor, ModelDescriptor, PUBLIC, ReverseDescriptor,
    Visibility,
};

use super::{Access, Holder, ModelPermit, Permit, RecordGroups};

impl Permit {
    /// What a caller with these roles may do. Roles are groups: they also say which records with groups the caller meets.
    pub(crate) fn decide(models: &[&'static ModelDescriptor], roles: &[&str]) -> Self {
        let access = |model: &ModelDescriptor| access_of(&model.access, roles);
        Self::build(models, (Holder::Caller, record_groups(roles)), access)
    }

    /// Everything, hidden fields included: for the runtime's own reading and writing.
    pub(crate) fn platform(models: &[&'static ModelDescriptor]) -> Self {
        Self::build(models, (Holder::Platform, RecordGroups::All), |_| Access::Edit)
    }

    fn build(
        models: &[&'static ModelDescriptor],
        (holder, record_groups): (Holder, RecordGroups),
        decide: impl Fn(&ModelDescriptor) -> Access,
    ) -> Self {
        let accesses: Vec<Access> = models.iter().map(|model| decide(model)).collect();
        let world = World { models, accesses: &accesses, holder };
        Self {
            models: models.iter().zip(&accesses).map(|(model, access)| world.model(model, *access)).collect(),
            by_name: models.iter().enumerate().map(|(index, model)| (model.name, index)).collect(),
            holder,
            record_groups,
        }
    }
}

/// A record that is given to `public` is everybody's.
fn record_groups(roles: &[&str]) -> RecordGroups {
    if roles.contains(&ADMIN) {
        return RecordGroups::All;
    }
    let groups = roles.iter().copied().filter(|role| *role != PUBLIC).chain([PUBLIC]);
    RecordGroups::Of(groups.map(str::to_owned).collect())
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
            links: model.links.iter().map(|link| access != Access::None && self.has_link(link)).collect(),
            reverse: model.reverse.iter().map(|reverse| access != Access::None && self.has_reverse(reverse)).collect(),
        }
    }

    /// A relation whose target does not exist for the caller does not exist either, neither as a step nor as a column.
    fn has_field(&self, field: &FieldDescriptor) -> bool {
        self.is_shown(field.visibility)
            && match field.kind {
                FieldKind::Scalar(_) => true,
                FieldKind::Relation(relation) => self.is_viewable(relation.target),
            }
    }

    /// As a relation; and the records of a model that the caller may not view are told by nothing, also where they are pairs.
    fn has_link(&self, link: &LinkDescriptor) -> bool {
        self.is_shown(link.visibility)
            && self.is_viewable(link.target)
            && link.through.is_none_or(|pairs| self.is_viewable(pairs) && self.shows_sides(pairs, link))
    }

    fn shows_sides(&self, pairs: &str, link: &LinkDescriptor) -> bool {
        let Some(pairs) = self.models.iter().find(|model| model.name == pairs) else { return false };
        let mut sides =
            pairs.fields.iter().filter(|field| [link.source_column, link.target_column].contains(&field.column));
        sides.all(|field| self.has_field(field))
    }

    fn has_reverse(&self, reverse: &ReverseDescriptor) -> bool {
        let Some(model) = self.models.iter().find(|model| model.name == reverse.model) else { return false };
        let field = model.fields.iter().find(|field| field.name == reverse.field);
        let link = model.links.iter().find(|link| link.name == reverse.field);
        let has_end = field.is_some_and(|field| self.has_field(field)) || link.is_some_and(|link| self.has_link(link));
        self.is_viewable(reverse.model) && has_end
    }

    fn is_shown(&self, visibility: Visibility) -> bool {
        visibility == Visibility::Shown || self.holder == Holder::Platform
    }

    fn is_viewable(&self, name: &str) -> bool {
        let place = self.models.iter().position(|model| model.name == name);
        place.is_some_and(|index| self.accesses[index] != Access::None)
    }
}
