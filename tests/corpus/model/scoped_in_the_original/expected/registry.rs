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
    contract::RoleDescriptor { name: "plant-admin", help: "maintains plants" },
    contract::RoleDescriptor { name: "plant-auditor", help: "reads plants" },
];
static MODELS: &[&contract::ModelDescriptor] = &[
    &super::descriptors::plant::MODEL, // data.plant  specs/stock.yml:16:3
    &super::descriptors::sensor::MODEL, // data.sensor  specs/stock.yml:19:3
];
static HOOKS: &[contract::HooksEntry] = &[
];
static COMMANDS: &[contract::CommandEntry] = &[
    contract::CommandEntry { descriptor: &super::command_descriptors::plant_clear::COMMAND, run: contract::CommandRun::Pending("commands made from data models are not run yet; the data API has `/plant/`") }, // command.plant.clear  specs/stock.yml:35:3
    contract::CommandEntry { descriptor: &super::command_descriptors::plant_get::COMMAND, run: contract::CommandRun::Pending("commands made from data models are not run yet; the data API has `/plant/`") }, // command.plant.get  specs/stock.yml:35:3
    contract::CommandEntry { descriptor: &super::command_descriptors::plant_list::COMMAND, run: contract::CommandRun::Pending("commands made from data models are not run yet; the data API has `/plant/`") }, // command.plant.list  specs/stock.yml:35:3
    contract::CommandEntry { descriptor: &super::command_descriptors::plant_remove::COMMAND, run: contract::CommandRun::Pending("commands made from data models are not run yet; the data API has `/plant/`") }, // command.plant.remove  specs/stock.yml:35:3
    contract::CommandEntry { descriptor: &super::command_descriptors::plant_save::COMMAND, run: contract::CommandRun::Pending("commands made from data models are not run yet; the data API has `/plant/`") }, // command.plant.save  specs/stock.yml:35:3
    contract::CommandEntry { descriptor: &super::command_descriptors::sensor_clear::COMMAND, run: contract::CommandRun::Pending("commands made from data models are not run yet; the data API has `/sensor/`") }, // command.sensor.clear  specs/stock.yml:36:3
    contract::CommandEntry { descriptor: &super::command_descriptors::sensor_get::COMMAND, run: contract::CommandRun::Pending("commands made from data models are not run yet; the data API has `/sensor/`") }, // command.sensor.get  specs/stock.yml:36:3
    contract::CommandEntry { descriptor: &super::command_descriptors::sensor_list::COMMAND, run: contract::CommandRun::Pending("commands made from data models are not run yet; the data API has `/sensor/`") }, // command.sensor.list  specs/stock.yml:36:3
    contract::CommandEntry { descriptor: &super::command_descriptors::sensor_remove::COMMAND, run: contract::CommandRun::Pending("commands made from data models are not run yet; the data API has `/sensor/`") }, // command.sensor.remove  specs/stock.yml:36:3
    contract::CommandEntry { descriptor: &super::command_descriptors::sensor_save::COMMAND, run: contract::CommandRun::Pending("commands made from data models are not run yet; the data API has `/sensor/`") }, // command.sensor.save  specs/stock.yml:36:3
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
    contract::MigrationSet { database: contract::Database::Mysql, store: contract::Store::Main, migrations: &[
    ] },
];
