//! The Diesel row of one model that asks for a schema.

use proc_macro2::TokenStream;
use quote::quote;

use super::source::{Source, doc, ident, tokens};
use crate::plan::{DieselColumnPlan, DieselPlan, ModelPlan};

/// `struct <Model>Row` with Diesel's derives, or nothing.
pub(super) fn emit_row(source: &mut Source, model: &ModelPlan) {
    if let Some(diesel) = &model.diesel {
        source.members(&emit_head(model, diesel), diesel.columns.iter().map(emit_member));
    }
}

fn emit_head(model: &ModelPlan, diesel: &DieselPlan) -> TokenStream {
    let doc_comment = format!(" A row of `{}` for hand-written Diesel queries, which pass no permission.", model.table);
    let (name, table, key) = (ident(&diesel.row_name), ident(&diesel.table_ident), ident(&diesel.primary_key));
    quote! {
        #[doc = #doc_comment]
        #[derive(
            Debug, Clone, PartialEq,
            ::diesel::Queryable, ::diesel::Selectable, ::diesel::Insertable, ::diesel::AsChangeset
        )]
        #[diesel(table_name = super::super::schema::#table, primary_key(#key), treat_none_as_null = true)]
        pub struct #name
    }
}

fn emit_member(column: &DieselColumnPlan) -> TokenStream {
    let doc_comment = doc(&column.help, || format!("The column `{}`.", column.ident));
    let (name, type_) = (ident(&column.ident), tokens(&column.rust_type));
    quote!(#doc_comment pub #name: #type_)
}
