//! The root of generated code and the module of all models.

use quote::quote;

use super::Artifact;
use super::source::{Source, doc, ident, tokens};
use crate::plan::{Home, ModelPlan, Plan, Unit};

/// The attribute on modules of generated code: methods are named for fields and docs are what specs say.
const LINTS: &str = "#[allow(clippy::all, reason = \"names and texts are those of the specs\")]";

/// `mod.rs`: what `zimagi_runtime::include_generated!` includes at the root of a crate. It declares the files there are.
pub(super) fn emit_root(plan: &Plan) -> Artifact {
    let mut source = Source::new("all specs");
    emit_module(&mut source, "Records of the data models and typed paths over them.", "pub mod data;");
    let is_application = plan.unit == Unit::Application;
    let is_platform = plan.unit == Unit::Platform;
    if plan.prelude.is_some() {
        emit_module(&mut source, "What queries need in scope: `use crate::prelude::*`.", "pub mod prelude;");
    }
    if !is_platform && plan.own_commands().next().is_some() {
        emit_module(&mut source, "Parameters of the commands.", "pub mod parameters;");
        if plan.unit == Unit::Module {
            emit_module(&mut source, "The code of the commands, for applications.", "pub mod implementations;");
        }
    }
    if !is_platform && plan.has_diesel() {
        emit_module(&mut source, "Diesel tables of the models that ask for them.", "pub mod schema;");
    }
    if is_application && plan.has_commands() {
        let declaration = "#[path = \"commands/mod.rs\"]\nmod command_descriptors;";
        emit_module(&mut source, "Static tables of the commands.", declaration);
    }
    if is_application && plan.has_imports() {
        emit_module(&mut source, "Static tables of the imports.", "mod imports;");
    }
    if is_application {
        emit_module(&mut source, "Static tables of the models.", "mod descriptors;");
        emit_module(&mut source, "The lists of everything.", "mod registry;");
        source.line("pub use registry::registry;");
    }
    source.finish("mod.rs")
}

/// `data/mod.rs`: this crate's models as modules, those of other crates by their names.
pub(super) fn emit_data(plan: &Plan) -> Artifact {
    let mut source = Source::new("all data models");
    for model in &plan.models {
        match &model.home {
            Home::Own => emit_own(&mut source, model),
            Home::External(_) if model.extension.is_some() => emit_own(&mut source, model),
            Home::External(path) => emit_external(&mut source, model, path),
        }
    }
    source.finish("data/mod.rs")
}

/// `prelude.rs`: traits without names, which cannot clash.
pub(super) fn emit_prelude(plan: &Plan) -> Option<Artifact> {
    let prelude = plan.prelude.as_ref()?;
    let mut source = Source::new("all specs");
    for (module, trait_name) in &prelude.extensions {
        let (module, trait_name) = (ident(module), ident(trait_name));
        source.item(&quote!(pub use super::data::#module::#trait_name as _;));
    }
    for path in &prelude.crates {
        let path = tokens(path);
        source.line("#[allow(unused_imports, reason = \"a module may add nothing to others\")]");
        source.item(&quote!(pub use #path::prelude::*;));
    }
    Some(source.finish("prelude.rs"))
}

fn emit_module(source: &mut Source, doc_comment: &str, declaration: &str) {
    source.line(format_args!("/// {doc_comment}"));
    source.line(LINTS);
    source.line(declaration);
}

fn emit_own(source: &mut Source, model: &ModelPlan) {
    let doc_comment = doc("", || format!("The model `{}`.", model.name));
    let module = ident(&model.module);
    source.item(&quote!(#doc_comment pub mod #module;));
}

fn emit_external(source: &mut Source, model: &ModelPlan, path: &str) {
    let (path, module) = (tokens(path), ident(&model.module));
    source.item(&quote!(pub use #path::#module;));
}
