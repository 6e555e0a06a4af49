// Generated from all specs. Changes here are lost.
use ::zimagi_runtime::contract;
/// Everything the specs declare, for [`zimagi_runtime::run`].
#[must_use]
pub fn registry() -> contract::Registry {
    contract::Registry {
        name: "shop",
        version: env!("CARGO_PKG_VERSION"),
        roles: ROLES,
        models: MODELS,
        hooks: HOOKS,
        commands: COMMANDS,
        imports: IMPORTS,
        migrations: MIGRATIONS,
    }
}
static ROLES: &[contract::RoleDescriptor] = &[
    contract::RoleDescriptor { name: "auditor", help: "Looks at plants." },
    contract::RoleDescriptor { name: "keeper", help: "Keeps plants." },
];
static MODELS: &[&contract::ModelDescriptor] = &[
    &super::descriptors::item::MODEL, // data.item  specs/audit.yml:6:3
];
static HOOKS: &[contract::HooksEntry] = &[
];
static COMMANDS: &[contract::CommandEntry] = &[
    contract::CommandEntry { descriptor: &super::command_descriptors::echo::COMMAND, run: contract::CommandRun::Code(crate::commands::echo::COMMAND) }, // command.echo  specs/audit.yml:77:3
    contract::CommandEntry { descriptor: &super::command_descriptors::plant_audit::COMMAND, run: contract::CommandRun::Code(crate::commands::plant::audit::COMMAND) }, // command.plant.audit  specs/audit.yml:47:5
    contract::CommandEntry { descriptor: &super::command_descriptors::plant_count::COMMAND, run: contract::CommandRun::Code(crate::commands::plant::count::COMMAND) }, // command.plant.count  specs/audit.yml:68:5
    contract::CommandEntry { descriptor: &super::command_descriptors::plant_prune::COMMAND, run: contract::CommandRun::Code(crate::commands::plant::prune::COMMAND) }, // command.plant.prune  specs/audit.yml:62:5
];
static IMPORTS: &[&contract::ImportDescriptor] = &[
];
static MIGRATIONS: &[contract::MigrationSet] = &[
    contract::MigrationSet { database: contract::Database::Sqlite, store: contract::Store::Main, migrations: &[
    ] },
    contract::MigrationSet { database: contract::Database::Sqlite, store: contract::Store::Messages, migrations: &[
    ] },
];
