//! The descriptors of commands.

use proc_macro2::TokenStream;
use quote::quote;
use zimagi_spec::descriptor::{CommandDescriptor, ParameterKind, ParameterRole};

use super::Artifact;
use super::literal::{emit_default, emit_kind, emit_optional_default};
use super::source::{Source, ident};
use crate::plan::{AudiencePlan, CodePlan, CommandPlan, FormPlan, ParameterPlan, Plan};

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
    let unusual = emit_unusual(command);
    source.item(&quote! {
        pub(crate) static COMMAND: contract::CommandDescriptor = contract::CommandDescriptor {
            path: &[#(#path),*], owner: #owner, help: #help, audience: #audience, is_offered: #is_offered,
            parameters: PARAMETERS, #unusual ..contract::CommandDescriptor::PLAIN
        };
    });
    source.finish(format!("commands/{}.rs", command.module))
}

/// The members that say something else than most commands.
fn emit_unusual(command: &CommandPlan) -> TokenStream {
    let mut members = TokenStream::new();
    if let CodePlan::Resource { model, operation } = &command.code {
        let operation = ident(&format!("{operation:?}"));
        members.extend(quote! {
            kind: contract::CommandKind::Resource { model: #model, operation: contract::ResourceOperation::#operation },
        });
    }
    let CommandPlan { aliases, priority, worker, retries, .. } = command;
    if !aliases.is_empty() {
        members.extend(quote!(aliases: &[#(#aliases),*],));
    }
    if *priority != CommandDescriptor::PLAIN.priority {
        let priority = proc_macro2::Literal::i64_unsuffixed(*priority);
        members.extend(quote!(priority: #priority,));
    }
    if !command.traits.is_empty() {
        let traits = command.traits.iter().map(|one| ident(&format!("{one:?}")));
        members.extend(quote!(traits: &[#(contract::CommandTrait::#traits),*],));
    }
    if let Some(worker) = worker {
        members.extend(quote!(worker: #worker,));
    }
    if *retries != 0 {
        let retries = proc_macro2::Literal::u32_unsuffixed(*retries);
        members.extend(quote!(retries: #retries,));
    }
    if let Some(urgency) = command.urgency {
        let urgency = proc_macro2::Literal::u8_unsuffixed(urgency);
        members.extend(quote!(urgency: Some(#urgency),));
    }
    members
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
    let unusual = emit_unusual_parameter(parameter);
    quote! {
        contract::ParameterDescriptor {
            name: #name, help: #help, kind: #kind, form: #form, default: #default,
            #unusual ..contract::ParameterDescriptor::PLAIN
        }
    }
}

/// The members that say something else than most parameters.
fn emit_unusual_parameter(parameter: &ParameterPlan) -> TokenStream {
    let mut members = TokenStream::new();
    let ParameterPlan { short, choices, label, tags, is_system, is_interpolated, role, model, field, .. } = parameter;
    if let Some(short) = short {
        members.extend(quote!(short: Some(#short),));
    }
    if !choices.is_empty() {
        let choices = choices.iter().map(|(value, label)| {
            let value = emit_default(value);
            quote!(contract::ChoiceDescriptor { value: #value, label: #label })
        });
        members.extend(quote!(choices: &[#(#choices),*],));
    }
    if let Some(label) = label {
        members.extend(quote!(label: #label,));
    }
    if !tags.is_empty() {
        members.extend(quote!(tags: &[#(#tags),*],));
    }
    if *is_system {
        members.extend(quote!(is_system: true,));
    }
    if *is_interpolated {
        members.extend(quote!(is_interpolated: true,));
    }
    if *role != ParameterRole::Plain {
        let role = ident(&format!("{role:?}"));
        members.extend(quote!(role: contract::ParameterRole::#role,));
    }
    if let Some(model) = model {
        members.extend(quote!(model: Some(#model),));
    }
    if let Some(field) = field {
        members.extend(quote!(field: Some(#field),));
    }
    members
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
