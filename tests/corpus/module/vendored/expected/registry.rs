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
];
static MODELS: &[&contract::ModelDescriptor] = &[
    &super::descriptors::order::MODEL, // data.order  specs/stock.yml:2:3
    &super::descriptors::plant::MODEL, // data.plant  modules/garden/specs/plant.yml:2:3
];
static HOOKS: &[contract::HooksEntry] = &[
];
static COMMANDS: &[contract::CommandEntry] = &[
    contract::CommandEntry { descriptor: &super::command_descriptors::plant_prune::COMMAND, run: contract::CommandRun::Pending("write `src/commands/plant/prune.rs` with a function marked `#[command]`: `pub async fn run(cx: &mut Context, parameters: crate::parameters::plant::Prune) -> CommandResult`; declare its module with `pub mod`") }, // command.plant.prune  modules/garden/specs/plant.yml:14:5
    contract::CommandEntry { descriptor: &super::command_descriptors::plant_water::COMMAND, run: contract::CommandRun::Code(crate::commands::plant::water::COMMAND) }, // command.plant.water  modules/garden/specs/plant.yml:9:5
];
static IMPORTS: &[&contract::ImportDescriptor] = &[
];
static MIGRATIONS: &[contract::MigrationSet] = &[
    contract::MigrationSet { database: contract::Database::Sqlite, store: contract::Store::Main, migrations: &[
    ] },
    contract::MigrationSet { database: contract::Database::Sqlite, store: contract::Store::Messages, migrations: &[
    ] },
    contract::MigrationSet { database: contract::Database::Postgresql, store: contract::Store::Main, migrations: &[
    ] },
];
