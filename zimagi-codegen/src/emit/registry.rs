//! The registry: explicit lists of everything, written as text because each call of the user's code carries the place of its
//! spec on the same line. rustc shows that line when the code is missing or wrong.

use std::fmt::Display;

use zimagi_spec::descriptor::Store;
use zimagi_spec::names::Database;

use super::Artifact;
use super::source::Source;
use crate::plan::{CodePlan, Effect, MigrationPlan, MigrationSetPlan, Plan};

/// `registry.rs`.
pub(super) fn emit_registry(plan: &Plan) -> Artifact {
    let mut source = Source::new("all specs");
    source.line("use ::zimagi_runtime::contract;");
    emit_function(&mut source, plan);
    emit_list(
        &mut source,
        "ROLES",
        "contract::RoleDescriptor",
        plan.roles
            .iter()
            .map(|role| format!("contract::RoleDescriptor {{ name: {:?}, help: {:?} }},", role.name, role.help)),
    );
    emit_list(
        &mut source,
        "MODELS",
        "&contract::ModelDescriptor",
        plan.models.iter().map(|model| {
            format!("&super::descriptors::{}::MODEL, // data.{}  {}", model.module, model.name, model.place)
        }),
    );
    emit_list(
        &mut source,
        "HOOKS",
        "contract::HooksEntry",
        plan.models.iter().filter_map(|model| Some((model, model.hooks.as_ref()?))).map(|(model, hooks)| {
            let entry = format!("contract::HooksEntry::of::<{}, {}>()", hooks.record, hooks.code);
            format!("{entry}, // data.{}.hooks  {}", model.name, model.place)
        }),
    );
    emit_list(
        &mut source,
        "COMMANDS",
        "contract::CommandEntry",
        plan.commands.iter().map(|command| {
            let descriptor = format!("&super::command_descriptors::{}::COMMAND", command.module);
            let run = emit_code(&command.code);
            format!("contract::CommandEntry {{ descriptor: {descriptor}, run: {run} }}, // {}", command.place)
        }),
    );
    emit_list(
        &mut source,
        "IMPORTS",
        "&contract::ImportDescriptor",
        plan.imports.iter().map(|import| {
            format!("&super::imports::{}, // import.{}  {}", import.static_name, import.name, import.place)
        }),
    );
    emit_list(&mut source, "MIGRATIONS", "contract::MigrationSet", plan.migrations.iter().map(emit_migration_set));
    source.finish("registry.rs")
}

fn emit_function(source: &mut Source, plan: &Plan) {
    source.line("/// Everything the specs declare, for [`zimagi_runtime::run`].");
    source.line("#[must_use]");
    source.line("pub fn registry() -> contract::Registry {");
    source.line("    contract::Registry {");
    source.line(format_args!("        name: {:?},", plan.name));
    source.line("        version: env!(\"CARGO_PKG_VERSION\"),");
    for (member, list) in [
        ("roles", "ROLES"),
        ("models", "MODELS"),
        ("hooks", "HOOKS"),
        ("commands", "COMMANDS"),
        ("imports", "IMPORTS"),
        ("migrations", "MIGRATIONS"),
    ] {
        source.line(format_args!("        {member}: {list},"));
    }
    source.line("    }");
    source.line("}");
}

fn emit_list(source: &mut Source, name: &str, type_: &str, entries: impl Iterator<Item = impl Display>) {
    source.line(format_args!("static {name}: &[{type_}] = &["));
    for entry in entries {
        source.line(format_args!("    {entry}"));
    }
    source.line("];");
}

fn emit_code(code: &CodePlan) -> String {
    match code {
        CodePlan::Written(constant) => format!("contract::CommandRun::Code({constant})"),
        CodePlan::Resource { model, .. } => {
            let instruction = format!("commands made from data models are not run yet; the data API has `/{model}/`");
            format!("contract::CommandRun::Pending({instruction:?})")
        }
        CodePlan::Pending(outstanding) => format!("contract::CommandRun::Pending({:?})", outstanding.instruction()),
    }
}

fn emit_migration_set(set: &MigrationSetPlan) -> String {
    let (database, store) = (database_variant(set.history.database()), store_variant(set.history.store()));
    let migrations: String = set.migrations.iter().map(|migration| emit_migration(set, migration)).collect();
    format!(
        "contract::MigrationSet {{ database: contract::Database::{database}, store: contract::Store::{store}, \
         migrations: &[{migrations}\n    ] }},"
    )
}

fn emit_migration(set: &MigrationSetPlan, migration: &MigrationPlan) -> String {
    let MigrationPlan { version, name, folder, effect } = migration;
    let text = |file: &str| {
        let path = format!("/migrations/{}/{folder}/{file}", set.history.folder());
        format!("include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), {path:?}))")
    };
    let (up, down) = (text("up.sql"), text("down.sql"));
    let effect = match effect {
        Effect::Additive => "Additive",
        Effect::Breaking => "Breaking",
    };
    format!(
        "\n        contract::MigrationEntry {{ version: {version:?}, name: {name:?}, \
         effect: contract::MigrationEffect::{effect}, up: {up}, down: {down} }},"
    )
}

const fn database_variant(database: Database) -> &'static str {
    match database {
        Database::Sqlite => "Sqlite",
        Database::Postgresql => "Postgresql",
        Database::Mysql => "Mysql",
    }
}

const fn store_variant(store: Store) -> &'static str {
    match store {
        Store::Main => "Main",
        Store::Messages => "Messages",
    }
}
