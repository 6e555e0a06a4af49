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
    &super::descriptors::maker::MODEL, // data.maker  specs/sensor.yml:6:3
    &super::descriptors::plant::MODEL, // data.plant  specs/sensor.yml:3:3
    &super::descriptors::sensor::MODEL, // data.sensor  specs/sensor.yml:9:3
];
static HOOKS: &[contract::HooksEntry] = &[
];
static COMMANDS: &[contract::CommandEntry] = &[
    contract::CommandEntry { descriptor: &super::command_descriptors::audit::COMMAND, run: contract::CommandRun::Code(crate::commands::audit::COMMAND) }, // command.audit  specs/sensor.yml:26:3
    contract::CommandEntry { descriptor: &super::command_descriptors::sensor_shift::COMMAND, run: contract::CommandRun::Code(crate::commands::sensor::shift::COMMAND) }, // command.sensor.shift  specs/sensor.yml:43:5
];
static IMPORTS: &[&contract::ImportDescriptor] = &[
];
static MIGRATIONS: &[contract::MigrationSet] = &[
    contract::MigrationSet { database: contract::Database::Sqlite, store: contract::Store::Main, migrations: &[
    ] },
    contract::MigrationSet { database: contract::Database::Sqlite, store: contract::Store::Messages, migrations: &[
    ] },
];
