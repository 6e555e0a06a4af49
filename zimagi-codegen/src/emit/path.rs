//! The typed path of one model: a method per field and relation, in both directions.

use proc_macro2::TokenStream;
use quote::quote;

use super::source::{Source, doc, ident, tokens};
use crate::plan::{FieldKindPlan, FieldPlan, ModelPlan, ReversePlan};

/// `struct Path<R>`, the function that starts it and its methods.
pub(super) fn emit_path(source: &mut Source, model: &ModelPlan) {
    let struct_doc = format!(" The fields and relations of `{}`, seen from `R`.", model.name);
    source.item(&quote!(#[doc = #struct_doc] #[derive(Debug)] pub struct Path<R> { steps: contract::Steps<R> }));
    emit_start(source, model);
    source.block(
        &quote!(impl<R> From<contract::Steps<R>> for Path<R>),
        [quote!(
            fn from(steps: contract::Steps<R>) -> Self {
                Self { steps }
            }
        )],
    );
    let methods = model.fields.iter().filter_map(emit_method).chain(model.reverse.iter().map(emit_reverse));
    source.block(&quote!(impl<R> Path<R>), methods);
}

fn emit_start(source: &mut Source, model: &ModelPlan) {
    let (start, root) = (ident(&model.module), ident(&model.type_name));
    let doc_comment = format!(" The fields and relations of `{}`, for queries of [`{root}`].", model.name);
    source.item(&quote! {
        #[doc = #doc_comment]
        #[must_use]
        #[inline]
        pub fn #start() -> Path<#root> { Path { steps: contract::Steps::root() } }
    });
}

fn emit_method(field: &FieldPlan) -> Option<TokenStream> {
    let doc_comment = doc(&field.help, || format!("The field `{}`.", field.name));
    let (method, name) = (ident(field.method.as_ref()?), &field.name);
    Some(match &field.kind {
        FieldKindPlan::Scalar(_) => {
            let type_ = tokens(&field.member.type_);
            quote! {
                #doc_comment
                #[must_use]
                pub fn #method(self) -> contract::Column<R, #type_> { self.steps.column(#name) }
            }
        }
        FieldKindPlan::Relation(relation) => {
            let target = ident(&relation.target_module);
            quote! {
                #doc_comment
                #[must_use]
                pub fn #method(self) -> super::#target::Path<R> { self.steps.step(#name).into() }
            }
        }
    })
}

fn emit_reverse(reverse: &ReversePlan) -> TokenStream {
    let doc_comment = format!(" The records of `{}` whose `{}` is this one.", reverse.model, reverse.field);
    let (method, name, model) = (ident(&reverse.method), &reverse.name, ident(&reverse.model_module));
    quote! {
        #[doc = #doc_comment]
        #[must_use]
        pub fn #method(self) -> super::#model::Path<R> { self.steps.step(#name).into() }
    }
}
