//! The file of one model: its struct, its typed path and, if asked for, its Diesel row.

use proc_macro2::TokenStream;
use quote::quote;
use zimagi_spec::descriptor::Visibility;

use super::source::{Source, doc, ident, tokens};
use super::{Artifact, path, row};
use crate::plan::{FieldPlan, ModelPlan, Plan, Unit};

/// `data/<model>.rs`.
pub(super) fn emit_model(plan: &Plan, model: &ModelPlan) -> Artifact {
    let mut source = Source::new(&model.place);
    source.item(&quote!(
        use ::zimagi_runtime::contract;
    ));
    emit_struct(&mut source, model);
    emit_impls(&mut source, model);
    path::emit_path(&mut source, model);
    if plan.unit != Unit::Platform {
        row::emit_row(&mut source, model);
    }
    source.finish(format!("data/{}.rs", model.module))
}

/// The fields of the struct: hidden ones exist for no caller, so a record that a caller reads has none.
fn members(model: &ModelPlan) -> impl Iterator<Item = &FieldPlan> {
    model.fields.iter().filter(|field| field.visibility == Visibility::Shown)
}

fn emit_struct(source: &mut Source, model: &ModelPlan) {
    let doc_comment = doc(&model.help, || format!("A record of the model `{}`.", model.name));
    let name = ident(&model.type_name);
    let head = quote!(#doc_comment #[derive(Debug, Clone, PartialEq)] pub struct #name);
    source.members(&head, members(model).map(emit_member));
}

fn emit_member(field: &FieldPlan) -> TokenStream {
    let doc_comment = doc(&field.help, || format!("The field `{}`.", field.name));
    let (name, type_) = (ident(&field.member.ident), tokens(&field.member.type_));
    quote!(#doc_comment pub #name: #type_)
}

fn emit_impls(source: &mut Source, model: &ModelPlan) {
    let type_name = ident(&model.type_name);
    let name = &model.name;
    let fields = members(model).map(|field| &field.name);
    let reads = members(model).map(|field| ident(&field.member.ident)).map(|member| quote!(#member: row.next()?));
    source.block(
        &quote!(impl contract::Model for #type_name),
        [
            quote!(const NAME: &'static str = #name;),
            quote!(const FIELDS: &'static [&'static str] = &[#(#fields),*];),
            // Compiled where it is used: most programs read few models as structs, and code that nobody calls costs every build.
            quote! {
                #[inline]
                fn read(row: &mut contract::Row) -> Result<Self, contract::RowError> {
                    Ok(Self { #(#reads),* })
                }
            },
        ],
    );
    let query_doc = format!(" All records of `{}` that the caller may view; narrow it with filters.", model.name);
    source.block(
        &quote!(impl #type_name),
        [quote! {
            #[doc = #query_doc]
            #[must_use]
            #[inline]
            pub fn query() -> contract::Select<Self> { contract::Select::new() }
        }],
    );
}
