//! The Diesel schema of all models that ask for one.

use proc_macro2::TokenStream;
use quote::quote;

use super::Artifact;
use super::source::{Source, ident, tokens};
use crate::plan::{DieselColumnPlan, DieselPlan, JoinPlan, ModelPlan, Plan};

/// `schema.rs`.
pub(super) fn emit_schema(plan: &Plan) -> Artifact {
    let mut source = Source::new("the models that ask for a Diesel schema");
    for model in &plan.models {
        if let Some(diesel) = &model.diesel {
            emit_table(&mut source, model, diesel);
        }
    }
    for join in &plan.joins {
        emit_join(&mut source, join);
    }
    source.finish("schema.rs")
}

fn emit_table(source: &mut Source, model: &ModelPlan, diesel: &DieselPlan) {
    let (table, key) = (ident(&diesel.table_ident), ident(&diesel.primary_key));
    let doc_comment = format!(" The table of the model `{}`.", model.name);
    let sql_name = emit_sql_name((diesel.table_ident != model.table).then_some(&model.table));
    source.line("::diesel::table! {");
    source.members(&quote!(#[doc = #doc_comment] #sql_name #table (#key)), diesel.columns.iter().map(emit_column));
    source.line("}");
}

fn emit_column(column: &DieselColumnPlan) -> TokenStream {
    let (name, type_) = (ident(&column.ident), tokens(&column.sql_type));
    let sql_name = emit_sql_name(column.sql_name.as_ref());
    quote!(#sql_name #name -> #type_)
}

fn emit_sql_name(sql_name: Option<&String>) -> TokenStream {
    sql_name.map_or_else(TokenStream::new, |sql_name| quote!(#[sql_name = #sql_name]))
}

fn emit_join(source: &mut Source, join: &JoinPlan) {
    let (left, right) = (ident(&join.left), ident(&join.right));
    if let Some(column) = &join.column {
        let column = ident(column);
        source.item(&quote!(::diesel::joinable!(#left -> #right (#column));));
    }
    source.item(&quote!(::diesel::allow_tables_to_appear_in_same_query!(#left, #right);));
}
