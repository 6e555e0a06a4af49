//! The descriptors of models: the static tables that the runtime reads.

use proc_macro2::TokenStream;
use quote::quote;
use zimagi_spec::descriptor::{Multiplicity, OnDelete, Operation, Storage, Store, Visibility, Writability};

use super::Artifact;
use super::literal::{emit_default, emit_direction, emit_kind, emit_option, emit_optional_default};
use super::source::{Source, ident};
use crate::plan::{
    FieldKindPlan, FieldPlan, IdentifierPlan, LimitsPlan, LinkPlan, ModelPlan, Plan, PresencePlan, ReversePlan,
};

/// `descriptors/mod.rs` and `descriptors/<model>.rs`.
pub(super) fn emit_descriptors(plan: &Plan) -> Vec<Artifact> {
    let mut source = Source::new("all models");
    for model in &plan.models {
        let module = ident(&model.module);
        source.item(&quote!(pub(crate) mod #module;));
    }
    let mut artifacts = vec![source.finish("descriptors/mod.rs")];
    artifacts.extend(plan.models.iter().map(emit_descriptor));
    artifacts
}

fn emit_descriptor(model: &ModelPlan) -> Artifact {
    let mut source = Source::new(&model.place);
    source.item(&quote!(
        use ::zimagi_runtime::contract;
    ));
    source.list(&quote!(static FIELDS: &[contract::FieldDescriptor]), model.fields.iter().map(emit_field));
    let head = quote!(pub(crate) static MODEL: contract::ModelDescriptor);
    source.enclosed(format_args!("{head} = contract::ModelDescriptor {{"), emit_properties(model), ",", "};");
    source.finish(format!("descriptors/{}.rs", model.module))
}

fn emit_properties(model: &ModelPlan) -> Vec<TokenStream> {
    let ModelPlan { name, singular, plural, owner, help, table, is_served, scope, .. } = model;
    let key = emit_text(model.key.as_ref());
    let (store, identifier) = (emit_store(model.store), emit_identifier(&model.identifier));
    let ordering = model.ordering.iter().map(|step| {
        let (field, direction) = (&step.field, emit_direction(step.direction));
        quote!(contract::OrderingDescriptor { field: #field, direction: #direction })
    });
    let unique = model.unique.iter().map(|set| quote!(&[#(#set),*]));
    let reverse = model.reverse.iter().map(emit_reverse);
    let (edit, view) = (&model.access.edit, &model.access.view);
    let disabled = model.disabled.iter().map(|operation| emit_operation(*operation));
    let links = model.links.iter().map(emit_link);
    let (extends, record_groups) = (emit_text(model.extends.as_ref()), emit_text(model.record_groups.as_ref()));
    let (display, dynamic) = (emit_text(model.display.as_ref()), &model.dynamic_fields);
    let is_created_on_reference = model.is_created_on_reference;
    let (check, save) = (&model.triggers.check, &model.triggers.save);
    vec![
        quote!(name: #name),
        quote!(singular: #singular),
        quote!(plural: #plural),
        quote!(owner: #owner),
        quote!(help: #help),
        quote!(table: #table),
        quote!(store: #store),
        quote!(is_served: #is_served),
        quote!(disabled: &[#(#disabled),*]),
        quote!(fields: FIELDS),
        quote!(links: &[#(#links),*]),
        quote!(extends: #extends),
        quote!(record_groups: #record_groups),
        quote!(identifier: #identifier),
        quote!(key: #key),
        quote!(scope: &[#(#scope),*]),
        quote!(ordering: &[#(#ordering),*]),
        quote!(unique: &[#(#unique),*]),
        quote!(reverse: &[#(#reverse),*]),
        quote!(access: contract::AccessDescriptor { edit: &[#(#edit),*], view: &[#(#view),*] }),
        quote!(display: #display),
        quote!(dynamic_fields: &[#(#dynamic),*]),
        quote!(is_created_on_reference: #is_created_on_reference),
        quote!(triggers: contract::TriggersDescriptor { check: &[#(#check),*], save: &[#(#save),*] }),
    ]
}

/// `contract::Store`.
pub(super) fn emit_store(store: Store) -> TokenStream {
    match store {
        Store::Main => quote!(contract::Store::Main),
        Store::Messages => quote!(contract::Store::Messages),
    }
}

fn emit_identifier(identifier: &IdentifierPlan) -> TokenStream {
    match identifier {
        IdentifierPlan::Field(field) => quote!(contract::IdentifierDescriptor::Field(#field)),
        IdentifierPlan::Hash(fields) => quote!(contract::IdentifierDescriptor::Hash(&[#(#fields),*])),
        IdentifierPlan::LegacyHash(fields) => quote!(contract::IdentifierDescriptor::LegacyHash(&[#(#fields),*])),
    }
}

fn emit_text(text: Option<&String>) -> TokenStream {
    emit_option(text.map(|text| quote!(#text)))
}

fn emit_operation(operation: Operation) -> TokenStream {
    match operation {
        Operation::List => quote!(contract::Operation::List),
        Operation::Retrieve => quote!(contract::Operation::Retrieve),
        Operation::Update => quote!(contract::Operation::Update),
        Operation::Destroy => quote!(contract::Operation::Destroy),
        Operation::Clear => quote!(contract::Operation::Clear),
    }
}

fn emit_link(link: &LinkPlan) -> TokenStream {
    let LinkPlan { name, help, target, table, source_column, target_column, .. } = link;
    let (writability, visibility) = (emit_writability(link.writability), emit_visibility(link.visibility));
    let through = emit_text(link.through.as_ref());
    quote! {
        contract::LinkDescriptor {
            name: #name, help: #help, target: #target, through: #through, table: #table,
            source_column: #source_column, target_column: #target_column, writability: #writability,
            visibility: #visibility
        }
    }
}

fn emit_reverse(reverse: &ReversePlan) -> TokenStream {
    let ReversePlan { name, model, field, .. } = reverse;
    let multiplicity = emit_multiplicity(reverse.multiplicity);
    quote!(contract::ReverseDescriptor { name: #name, model: #model, field: #field, multiplicity: #multiplicity })
}

fn emit_field(field: &FieldPlan) -> TokenStream {
    let FieldPlan { name, column, help, .. } = field;
    let (kind, presence) = (emit_field_kind(&field.kind), emit_presence(&field.presence));
    let (writability, visibility) = (emit_writability(field.writability), emit_visibility(field.visibility));
    let (storage, limits) = (emit_storage(field.storage), emit_limits(&field.limits));
    quote! {
        contract::FieldDescriptor {
            name: #name, column: #column, help: #help, kind: #kind, presence: #presence,
            writability: #writability, visibility: #visibility, storage: #storage, limits: #limits
        }
    }
}

fn emit_storage(storage: Storage) -> TokenStream {
    match storage {
        Storage::Plain => quote!(contract::Storage::Plain),
        Storage::Sealed => quote!(contract::Storage::Sealed),
    }
}

fn emit_limits(limits: &LimitsPlan) -> TokenStream {
    let LimitsPlan { min, max, choices } = limits;
    if min.is_none() && max.is_none() && choices.is_empty() {
        return quote!(contract::Limits::NONE);
    }
    let (min, max) = (emit_optional_default(min.as_ref()), emit_optional_default(max.as_ref()));
    let choices = choices.iter().map(|(value, label)| {
        let value = emit_default(value);
        quote!(contract::ChoiceDescriptor { value: #value, label: #label })
    });
    quote!(contract::Limits { min: #min, max: #max, choices: &[#(#choices),*] })
}

fn emit_multiplicity(multiplicity: Multiplicity) -> TokenStream {
    match multiplicity {
        Multiplicity::One => quote!(contract::Multiplicity::One),
        Multiplicity::Many => quote!(contract::Multiplicity::Many),
    }
}

fn emit_field_kind(kind: &FieldKindPlan) -> TokenStream {
    match kind {
        FieldKindPlan::Scalar(kind) => {
            let kind = emit_kind(*kind);
            quote!(contract::FieldKind::Scalar(#kind))
        }
        FieldKindPlan::Relation(relation) => {
            let (target, stored) = (&relation.target, emit_kind(relation.stored));
            let on_delete = emit_on_delete(relation.on_delete);
            let multiplicity = emit_multiplicity(relation.multiplicity);
            quote! {
                contract::FieldKind::Relation(contract::RelationDescriptor {
                    target: #target, stored: #stored, on_delete: #on_delete, multiplicity: #multiplicity
                })
            }
        }
    }
}

fn emit_on_delete(on_delete: OnDelete) -> TokenStream {
    match on_delete {
        OnDelete::Cascade => quote!(contract::OnDelete::Cascade),
        OnDelete::Protect => quote!(contract::OnDelete::Protect),
        OnDelete::SetNull => quote!(contract::OnDelete::SetNull),
        OnDelete::Restrict => quote!(contract::OnDelete::Restrict),
        OnDelete::SetDefault => quote!(contract::OnDelete::SetDefault),
        OnDelete::DoNothing => quote!(contract::OnDelete::DoNothing),
    }
}

fn emit_presence(presence: &PresencePlan) -> TokenStream {
    match presence {
        PresencePlan::Required => quote!(contract::Presence::Required),
        PresencePlan::Nullable => quote!(contract::Presence::Nullable),
        PresencePlan::Default(literal) => {
            let default = emit_default(literal);
            quote!(contract::Presence::Default(#default))
        }
        PresencePlan::NullableDefault(literal) => {
            let default = emit_default(literal);
            quote!(contract::Presence::NullableDefault(#default))
        }
    }
}

fn emit_writability(writability: Writability) -> TokenStream {
    match writability {
        Writability::Editable => quote!(contract::Writability::Editable),
        Writability::OnCreate => quote!(contract::Writability::OnCreate),
        Writability::System => quote!(contract::Writability::System),
    }
}

fn emit_visibility(visibility: Visibility) -> TokenStream {
    match visibility {
        Visibility::Shown => quote!(contract::Visibility::Shown),
        Visibility::Hidden => quote!(contract::Visibility::Hidden),
    }
}
