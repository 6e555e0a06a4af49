//! The typed path of one model: a method per field and relation, in both directions.

use proc_macro2::TokenStream;
use quote::quote;

use super::Artifact;
use super::source::{Source, doc, ident, tokens};
use crate::plan::{EndPlan, Home, MethodPlan, ModelPlan};

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
    // For extensions in other crates, which add methods of their own.
    source.block(
        &quote!(impl<R> From<Path<R>> for contract::Steps<R>),
        [quote!(
            fn from(path: Path<R>) -> Self {
                path.steps
            }
        )],
    );
    source.block(&quote!(impl<R> Path<R>), model.methods.iter().map(emit_method));
}

/// `data/<model>.rs` of a model that another crate holds and this one's specs add to: the names there, and a trait with what
/// is added.
pub(super) fn emit_extension(model: &ModelPlan) -> Option<Artifact> {
    let (Home::External(home), Some(extension)) = (&model.home, &model.extension) else { return None };
    let mut source = Source::new(format_args!("what is added to {}", model.place));
    let (home, module) = (tokens(home), ident(&model.module));
    source.item(&quote!(pub use #home::#module::*;));
    source.item(&quote!(
        use ::zimagi_runtime::contract;
    ));
    let name = ident(&extension.trait_name);
    let doc_comment = format!(" What the specs of this crate add to `{}`, in queries.", model.name);
    let declarations = extension.methods.iter().map(emit_declaration);
    source.block(&quote!(#[doc = #doc_comment] pub trait #name<R>), declarations);
    source.block(&quote!(impl<R> #name<R> for Path<R>), extension.methods.iter().map(emit_added));
    Some(source.finish(format!("data/{}.rs", model.module)))
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

fn emit_method(method: &MethodPlan) -> TokenStream {
    let (doc_comment, signature) = (emit_doc(method), emit_signature(method));
    let walk = emit_walk(&quote!(self.steps), method);
    quote!(#doc_comment #[must_use] pub #signature { #walk })
}

fn emit_declaration(method: &MethodPlan) -> TokenStream {
    let (doc_comment, signature) = (emit_doc(method), emit_signature(method));
    quote!(#doc_comment #[must_use] #signature;)
}

fn emit_added(method: &MethodPlan) -> TokenStream {
    let signature = emit_signature(method);
    let walk = emit_walk(&quote!(contract::Steps::from(self)), method);
    quote!(#signature { #walk })
}

fn emit_doc(method: &MethodPlan) -> TokenStream {
    doc(&method.doc, String::new)
}

fn emit_signature(method: &MethodPlan) -> TokenStream {
    let name = ident(&method.ident);
    let type_ = match &method.end {
        EndPlan::Column { type_, .. } => {
            let type_ = tokens(type_);
            quote!(contract::Column<R, #type_>)
        }
        EndPlan::Model { module } => {
            let module = ident(module);
            quote!(super::#module::Path<R>)
        }
    };
    quote!(fn #name(self) -> #type_)
}

fn emit_walk(start: &TokenStream, method: &MethodPlan) -> TokenStream {
    let steps = &method.steps;
    match &method.end {
        EndPlan::Column { field, .. } => quote!(#start #(.step(#steps))*.column(#field)),
        EndPlan::Model { .. } => quote!(#start #(.step(#steps))*.into()),
    }
}
