//! Typed paths: which methods there are, and which of them are an extension of another crate's model.

use std::collections::BTreeSet;

use zimagi_spec::descriptor::{Multiplicity, Storage, Visibility};
use zimagi_spec::names;
use zimagi_spec::resolve::{Field, FieldKind, Link, Model, Resolved, Reverse};

use super::field::member_type;
use crate::plan::{EndPlan, ExtensionPlan, MethodPlan};

/// Which fields of a model have methods.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// All: the platform's own code may name what it hides from callers.
    Everything,
    /// Those that exist for callers.
    Shown,
}

/// The methods of a model: its fields and links, those of the model it extends, and the relations of others that point to it.
pub(super) fn lower_methods(resolved: &Resolved, model: &Model, reach: Reach) -> Vec<MethodPlan> {
    let mut methods = forward(model, reach);
    let reverse = model.reverse.iter().map(|reverse| lower_reverse(resolved, reverse));
    methods.extend(super::sorted(reverse, |method: &MethodPlan| method.ident.clone()));
    add_inherited(resolved, model, reach, &mut methods);
    methods
}

/// What the whole of the specs adds to a model that another crate compiles. That crate sees `foreign` only.
pub(super) fn lower_extension(
    resolved: &Resolved,
    foreign: &Resolved,
    model: &Model,
    home: Reach,
) -> Option<ExtensionPlan> {
    let name = &model.name.value;
    let known = foreign.models.get(name).map(|known| lower_methods(foreign, known, home)).unwrap_or_default();
    let known: BTreeSet<String> = known.into_iter().map(|method| method.ident).collect();
    let mut methods = lower_methods(resolved, model, Reach::Shown);
    methods.retain(|method| !known.contains(&method.ident));
    let trait_name = names::extension_name(&model.type_name.value);
    (!methods.is_empty()).then_some(ExtensionPlan { trait_name, methods })
}

fn forward(model: &Model, reach: Reach) -> Vec<MethodPlan> {
    let is_reached = |visibility| visibility == Visibility::Shown || reach == Reach::Everything;
    let fields = model.fields.values().filter(|field| is_reached(field.visibility)).filter_map(lower_field);
    let links = model.links.values().filter(|link| is_reached(link.visibility)).map(lower_link);
    fields.chain(links).collect()
}

/// An encrypted field takes part in no condition and no order, so that there is nothing to say of it in a query.
fn lower_field(field: &Field) -> Option<MethodPlan> {
    let name = &field.name.value;
    let (steps, end) = match &field.kind {
        FieldKind::Relation(relation) => (vec![name.clone()], model_end(&relation.target.value)),
        FieldKind::Scalar(_) if field.storage == Storage::Sealed => return None,
        FieldKind::Scalar(kind) => {
            let type_ = member_type(*kind, field.is_nullable);
            (Vec::new(), EndPlan::Column { field: name.clone(), type_ })
        }
    };
    let doc = doc_of(&field.help, || format!("The field `{name}`."));
    Some(MethodPlan { ident: names::rust_ident(name), doc, steps, end })
}

fn lower_link(link: &Link) -> MethodPlan {
    let (name, target) = (&link.name.value, &link.target.value);
    MethodPlan {
        ident: names::rust_ident(name),
        doc: doc_of(&link.help, || format!("The records of `{target}` in the link `{name}`.")),
        steps: vec![name.clone()],
        end: model_end(target),
    }
}

fn lower_reverse(resolved: &Resolved, reverse: &Reverse) -> MethodPlan {
    let Reverse { name, model, field, multiplicity } = reverse;
    let is_link = resolved.models.get(model).is_some_and(|model| model.links.contains_key(field));
    let records = match multiplicity {
        Multiplicity::One => "record",
        Multiplicity::Many => "records",
    };
    let role = if is_link { "holds this one" } else { "is this one" };
    MethodPlan {
        ident: names::rust_ident(&name.value),
        doc: format!("The {records} of `{model}` whose `{field}` {role}."),
        steps: vec![name.value.clone()],
        end: model_end(model),
    }
}

/// What is declared nearer takes the place of what is declared further up.
fn add_inherited(resolved: &Resolved, model: &Model, reach: Reach, methods: &mut Vec<MethodPlan>) {
    let mut taken: BTreeSet<String> = methods.iter().map(|method| method.ident.clone()).collect();
    let mut walked: Vec<String> = Vec::new();
    let mut child = model;
    while let Some(extends) = &child.extends {
        let Some(parent) = resolved.models.get(&extends.model.value) else { return };
        walked.push(extends.pointer.clone());
        for method in forward(parent, reach) {
            if taken.insert(method.ident.clone()) {
                let steps = walked.iter().cloned().chain(method.steps).collect();
                methods.push(MethodPlan { steps, ..method });
            }
        }
        child = parent;
    }
}

fn model_end(name: &str) -> EndPlan {
    EndPlan::Model { module: names::module_ident(name) }
}

fn doc_of(help: &str, otherwise: impl FnOnce() -> String) -> String {
    if help.is_empty() { otherwise() } else { help.to_owned() }
}
