//! The parameter structs of commands, in modules that follow the words of each command.

use std::collections::BTreeMap;
use std::fmt::Write;

use proc_macro2::TokenStream;
use quote::quote;

use super::Artifact;
use super::source::{Source, doc, ident, tokens};
use crate::plan::{CommandPlan, ParameterPlan, Plan};

/// `parameters/mod.rs` and `parameters/<words>.rs` of the commands with code in this crate; nothing without them.
pub(super) fn emit_parameters(plan: &Plan) -> Vec<Artifact> {
    let commands: Vec<&CommandPlan> = plan.own_commands().collect();
    let mut artifacts: Vec<Artifact> = commands.iter().map(|command| emit_struct(command)).collect();
    artifacts.extend((!commands.is_empty()).then(|| emit_tree(&commands)));
    artifacts
}

fn emit_struct(command: &CommandPlan) -> Artifact {
    let mut source = Source::new(&command.place);
    source.item(&quote!(
        use ::zimagi_runtime::contract;
    ));
    let name = ident(&command.parameters_type);
    let doc_comment = format!(" What `{}` takes.", command.path.join(" "));
    let head = quote!(#[doc = #doc_comment] #[derive(Debug, Clone, PartialEq)] pub struct #name);
    source.members(&head, command.parameters.iter().map(emit_member));
    source.block(&quote!(impl contract::Parameters for #name), [emit_read(command)]);
    source.finish(format!("parameters/{}.rs", command.module))
}

fn emit_member(parameter: &ParameterPlan) -> TokenStream {
    let doc_comment = doc(&parameter.help, || format!("The parameter `{}`.", parameter.name));
    let (name, type_) = (ident(&parameter.member.ident), tokens(&parameter.member.type_));
    quote!(#doc_comment pub #name: #type_)
}

fn emit_read(command: &CommandPlan) -> TokenStream {
    let values = ident(if command.parameters.is_empty() { "_values" } else { "values" });
    let takes = command.parameters.iter().map(|parameter| {
        let (member, name) = (ident(&parameter.member.ident), &parameter.name);
        quote!(#member: values.take(#name)?)
    });
    quote! {
        fn read(#values: &mut contract::ParameterValues) -> Result<Self, contract::ParameterError> {
            Ok(Self { #(#takes),* })
        }
    }
}

/// The words of commands as modules, with the structs at their ends.
#[derive(Default)]
struct Tree<'a> {
    commands: Vec<&'a CommandPlan>,
    modules: BTreeMap<&'a str, Tree<'a>>,
}

fn emit_tree(commands: &[&CommandPlan]) -> Artifact {
    let mut source = Source::new("all commands");
    let mut root = Tree::default();
    for command in commands {
        let module = ident(&command.module);
        let file = format!("{}.rs", command.module);
        source.item(&quote!(#[path = #file] mod #module;));
        let node = command.parameter_modules.iter().fold(&mut root, |node, word| node.modules.entry(word).or_default());
        node.commands.push(command);
    }
    let mut text = String::new();
    write_tree(&mut text, &root, 0);
    source.line(text.trim_end());
    source.finish("parameters/mod.rs")
}

fn write_tree(text: &mut String, tree: &Tree<'_>, depth: usize) {
    let (indent, up) = ("    ".repeat(depth), "super::".repeat(depth));
    for command in &tree.commands {
        let (module, type_) = (&command.module, &command.parameters_type);
        writeln!(text, "{indent}pub use {up}{module}::{type_};").expect("writing to a string cannot fail");
    }
    for (word, inner) in &tree.modules {
        writeln!(text, "{indent}/// Parameters of the commands below `{word}`.\n{indent}pub mod {word} {{")
            .expect("writing to a string cannot fail");
        write_tree(text, inner, depth + 1);
        writeln!(text, "{indent}}}").expect("writing to a string cannot fail");
    }
}
