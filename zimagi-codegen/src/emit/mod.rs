//! Emitting: the plan in, generated files out. Decides nothing and touches no file.
//!
//! One file here per kind of artifact. Generated code names only `::zimagi_runtime::contract`, `std`, `::diesel` where asked
//! for, the crates of modules and the user's own code.

mod command;
mod descriptor;
mod implementation;
mod import;
mod literal;
mod parameters;
mod path;
mod record;
mod registry;
mod root;
mod row;
mod schema;
mod source;

use crate::plan::{Plan, Unit};

/// One generated file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Artifact {
    /// Its path below the output folder, with `/` between the parts.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// Writes a plan down as Rust, ordered by path.
#[must_use]
pub fn emit(plan: &Plan) -> Vec<Artifact> {
    let mut artifacts = vec![root::emit_root(plan), root::emit_data(plan)];
    artifacts.extend(plan.own_models().map(|model| record::emit_model(plan, model)));
    artifacts.extend(plan.models.iter().filter_map(path::emit_extension));
    artifacts.extend(root::emit_prelude(plan));
    if plan.unit == Unit::Module {
        artifacts.extend(parameters::emit_parameters(plan));
        artifacts.extend(implementation::emit_implementations(plan));
        artifacts.extend(schema::emit_schema(plan));
    }
    if plan.unit == Unit::Application {
        artifacts.extend(descriptor::emit_descriptors(plan));
        artifacts.extend(command::emit_commands(plan));
        artifacts.extend(parameters::emit_parameters(plan));
        artifacts.extend(import::emit_imports(plan));
        artifacts.extend(schema::emit_schema(plan));
        artifacts.push(registry::emit_registry(plan));
    }
    artifacts.sort_by(|one, other| one.path.cmp(&other.path));
    artifacts
}
