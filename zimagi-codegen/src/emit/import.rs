//! The descriptors of imports.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::Artifact;
use super::literal::{emit_default, emit_option};
use super::source::{Source, ident};
use crate::plan::{ImportPlan, ImportRelationPlan, MapPlan, MapSourcePlan, Plan, SourcePlan, TargetPlan};

/// `imports.rs`; nothing without imports.
pub(super) fn emit_imports(plan: &Plan) -> Option<Artifact> {
    let mut source = Source::new("all imports");
    source.item(&quote!(
        use ::zimagi_runtime::contract;
    ));
    for import in &plan.imports {
        emit_import(&mut source, import);
    }
    plan.has_imports().then(|| source.finish("imports.rs"))
}

fn emit_import(source: &mut Source, import: &ImportPlan) {
    let ImportPlan { name, owner, tags, requires, .. } = import;
    let static_name = ident(&import.static_name);
    let rows = emit_source(&import.source);
    let targets = import.targets.iter().map(emit_target);
    source.line(format_args!("// {}", import.place));
    let head = quote!(pub(crate) static #static_name: contract::ImportDescriptor);
    source.enclosed(
        format_args!("{head} = contract::ImportDescriptor {{"),
        [
            quote!(name: #name),
            quote!(owner: #owner),
            quote!(tags: &[#(#tags),*]),
            quote!(requires: &[#(#requires),*]),
            quote!(source: #rows),
            quote!(targets: &[#(#targets),*]),
        ],
        ",",
        "};",
    );
}

fn emit_source(source: &SourcePlan) -> TokenStream {
    match source {
        SourcePlan::CsvFile { file, archive_file, separator, null_values } => {
            let archive_file = emit_option(archive_file.as_ref().map(|member| quote!(#member)));
            let separator = Literal::byte_character(*separator);
            quote! {
                contract::SourceDescriptor::CsvFile {
                    file: #file, archive_file: #archive_file, separator: #separator, null_values: &[#(#null_values),*]
                }
            }
        }
    }
}

fn emit_target(target: &TargetPlan) -> TokenStream {
    let model = &target.model;
    let map = target.map.iter().map(emit_map);
    let relations = target.relations.iter().map(emit_relation);
    quote! {
        contract::ImportTargetDescriptor { model: #model, map: &[#(#map),*], relations: &[#(#relations),*] }
    }
}

fn emit_map(map: &MapPlan) -> TokenStream {
    let field = &map.field;
    let source = match &map.source {
        MapSourcePlan::Column(column) => quote!(contract::MapSource::Column(#column)),
        MapSourcePlan::Null => quote!(contract::MapSource::Constant(None)),
        MapSourcePlan::Constant(literal) => {
            let value = emit_default(literal);
            quote!(contract::MapSource::Constant(Some(#value)))
        }
    };
    quote!(contract::MapDescriptor { field: #field, source: #source })
}

fn emit_relation(relation: &ImportRelationPlan) -> TokenStream {
    let ImportRelationPlan { field, model, column, key_field, is_required } = relation;
    quote! {
        contract::ImportRelationDescriptor {
            field: #field, model: #model, column: #column, key_field: #key_field, is_required: #is_required
        }
    }
}
