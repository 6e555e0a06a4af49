//! Models: names, fields, access.

use zimagi_spec::names;
use zimagi_spec::resolve::{Identifier, Model, Ordering, Reverse};

use super::diesel::lower_diesel;
use super::field::{lower_field, lower_link};
use super::index::lower_indexes;
use super::path::{Reach, lower_extension, lower_methods};
use super::{Context, sorted, texts};
use crate::plan::{
    AccessPlan, ExtensionPlan, FieldPlan, Home, HooksPlan, IdentifierPlan, MethodPlan, ModelPlan, OrderingPlan,
    ReversePlan, TriggersPlan, Unit,
};

/// All models, by name.
pub(super) fn lower_models(cx: &Context<'_>) -> Vec<ModelPlan> {
    sorted(cx.resolved.models.values().map(|model| lower_model(cx, model)), |model: &ModelPlan| model.name.clone())
}

fn lower_model(cx: &Context<'_>, model: &Model) -> ModelPlan {
    let fields: Vec<FieldPlan> = model.fields.values().map(|field| lower_field(cx, field)).collect();
    let name = model.name.value.clone();
    ModelPlan {
        place: cx.place(model.name.span),
        singular: model.singular.clone(),
        plural: model.plural.clone(),
        owner: cx.owner_name(model.owner),
        home: cx.home(model.owner, "data"),
        help: model.help.clone(),
        type_name: model.type_name.value.clone(),
        module: names::module_ident(&name),
        table: model.table.clone(),
        store: model.store,
        is_served: model.is_served,
        disabled: model.disabled.clone(),
        links: model.links.values().map(|link| lower_link(cx, link)).collect(),
        extends: model.extends.as_ref().map(|extends| extends.pointer.clone()),
        record_groups: model.record_groups.clone(),
        display: model.display.as_ref().map(|display| display.value.clone()),
        dynamic_fields: texts(&model.dynamic_fields),
        is_created_on_reference: model.is_created_on_reference,
        triggers: TriggersPlan { check: texts(&model.triggers.check), save: texts(&model.triggers.save) },
        identifier: lower_identifier(&model.identifier),
        key: model.key.as_ref().map(|key| key.value.clone()),
        scope: texts(&model.scope),
        ordering: model.ordering.iter().map(lower_ordering).collect(),
        unique: model.unique.iter().map(texts).collect(),
        indexes: lower_indexes(model, &fields),
        reverse: sorted(model.reverse.iter().map(lower_reverse), |reverse: &ReversePlan| reverse.name.clone()),
        access: AccessPlan {
            edit: texts(&model.access.edit),
            edit_whole: edit_whole(cx, model),
            view: texts(&model.access.view),
        },
        methods: methods(cx, model),
        extension: extension(cx, model),
        diesel: model.diesel.then(|| lower_diesel(model, &fields)),
        hooks: lower_hooks(cx, model),
        fields,
        name,
    }
}

/// A record of a model that extends another is one of both.
fn edit_whole(cx: &Context<'_>, model: &Model) -> Vec<String> {
    let models = &cx.resolved.models;
    let parent = |model: &&Model| models.get(&model.extends.as_ref()?.model.value);
    let lineage = std::iter::successors(Some(model), parent);
    let may_all = |role: &String| lineage.clone().all(|one| one.access.edit.iter().any(|other| other.value == *role));
    texts(&model.access.edit).into_iter().filter(may_all).collect()
}

/// The code lies in the crate that asks for it, the struct in the one that declares the model.
fn lower_hooks(cx: &Context<'_>, model: &Model) -> Option<HooksPlan> {
    let home = cx.home(model.hooks?, "hooks");
    let module = names::module_ident(&model.name.value);
    let path = |home: &Home, own: &str| match home {
        Home::Own => format!("{own}::{module}"),
        Home::External(path) => format!("{path}::{module}"),
    };
    let type_name = &model.type_name.value;
    Some(HooksPlan {
        code: format!("{}::{}", path(&home, "crate::hooks"), names::hooks_name(type_name)),
        record: format!("{}::{type_name}", path(&cx.home(model.owner, "data"), "super::data")),
        is_own: home == Home::Own,
    })
}

fn methods(cx: &Context<'_>, model: &Model) -> Vec<MethodPlan> {
    match cx.home(model.owner, "data") {
        Home::Own => lower_methods(
            cx.resolved,
            model,
            if cx.beside.unit == Unit::Platform { Reach::Everything } else { Reach::Shown },
        ),
        Home::External(_) => Vec::new(),
    }
}

fn extension(cx: &Context<'_>, model: &Model) -> Option<ExtensionPlan> {
    let owner = &cx.resolved.owners[model.owner.0];
    let foreign = cx.foreign.filter(|_| owner.crate_path != "crate")?;
    let home = if owner.name == "platform" { Reach::Everything } else { Reach::Shown };
    lower_extension(cx.resolved, foreign, model, home)
}

fn lower_identifier(identifier: &Identifier) -> IdentifierPlan {
    match identifier {
        Identifier::Field(field) => IdentifierPlan::Field(field.value.clone()),
        Identifier::Hash(fields) => IdentifierPlan::Hash(texts(fields)),
        Identifier::LegacyHash(fields) => IdentifierPlan::LegacyHash(texts(fields)),
    }
}

fn lower_ordering(ordering: &Ordering) -> OrderingPlan {
    OrderingPlan { field: ordering.field.value.clone(), direction: ordering.direction }
}

fn lower_reverse(reverse: &Reverse) -> ReversePlan {
    ReversePlan {
        name: reverse.name.value.clone(),
        model: reverse.model.clone(),
        field: reverse.field.clone(),
        multiplicity: reverse.multiplicity,
    }
}
