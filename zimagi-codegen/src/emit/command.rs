//! The descriptors of commands.

use proc_macro2::TokenStream;
use quote::quote;
use zimagi_spec::descriptor::ParameterKind;

use super::Artifact;
use super::literal::{emit_kind, emit_optional_default};
use super::source::{Source, ident};
use crate::plan::{AudiencePlan, CommandPlan, FormPlan, ParameterPlan, Plan};

/// `commands/mod.rs` and `commands/<words>.rs`; nothing without commands.
pub(super) fn emit_commands(plan: &Plan) -> Vec<Artifact> {
    let mut artifacts: Vec<Artifact> = plan.commands.iter().map(emit_command).collect();
    if plan.has_commands() {
        let mut source = Source::new("all commands");
        for command in &plan.commands {
            let module = ident(&command.module);
            source.item(&quote!(pub(crate) mod #module;));
        }
        artifacts.push(source.finish("commands/mod.rs"));
    }
    artifacts
}

fn emit_command(command: &CommandPlan) -> Artifact {
    let mut source = Source::new(&command.place);
    source.item(&quote!(
        use ::zimagi_runtime::contract;
    ));
    let parameters = command.parameters.iter().map(emit_parameter);
    source.list(&quote!(static PARAMETERS: &[contract::ParameterDescriptor]), parameters);
    let CommandPlan { path, owner, help, is_offered, .. } = command;
    let audience = emit_audience(&command.audience);
    source.item(&quote! {
        pub(crate) static COMMAND: contract::CommandDescriptor = contract::CommandDescriptor {
            path: &[#(#path),*], owner: #owner, help: #help, audience: #audience, is_offered: #is_offered,
            parameters: PARAMETERS
        };
    });
    source.finish(format!("commands/{}.rs", command.module))
}

fn emit_audience(audience: &AudiencePlan) -> TokenStream {
    match audience {
        AudiencePlan::Admin => quote!(contract::Audience::Admin),
        AudiencePlan::Roles(roles) => quote!(contract::Audience::Roles(&[#(#roles),*])),
        AudiencePlan::Authenticated => quote!(contract::Audience::Authenticated),
    }
}

fn emit_parameter(parameter: &ParameterPlan) -> TokenStream {
    let ParameterPlan { name, help, .. } = parameter;
    let (kind, form) = (emit_parameter_kind(parameter.kind), emit_form(&parameter.form));
    let default = emit_optional_default(parameter.default.as_ref());
    quote! {
        contract::ParameterDescriptor { name: #name, help: #help, kind: #kind, form: #form, default: #default }
    }
}

fn emit_parameter_kind(kind: ParameterKind) -> TokenStream {
    match kind {
        ParameterKind::Flag => quote!(contract::ParameterKind::Flag),
        ParameterKind::One(kind) => {
            let kind = emit_kind(kind);
            quote!(contract::ParameterKind::One(#kind))
        }
        ParameterKind::Many(kind) => {
            let kind = emit_kind(kind);
            quote!(contract::ParameterKind::Many(#kind))
        }
    }
}

fn emit_form(form: &FormPlan) -> TokenStream {
    match form {
        FormPlan::Required => quote!(contract::ParameterForm::Required),
        FormPlan::Optional => quote!(contract::ParameterForm::Optional),
        FormPlan::Option(name) => quote!(contract::ParameterForm::Option(#name)),
    }
}
