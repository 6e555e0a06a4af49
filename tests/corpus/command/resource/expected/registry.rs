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
    contract::RoleDescriptor { name: "gardener", help: "Plants." },
    contract::RoleDescriptor { name: "visitor", help: "Looks." },
];
static MODELS: &[&contract::ModelDescriptor] = &[
    &super::descriptors::plant::MODEL, // data.plant  specs/plant.yml:6:3
    &super::descriptors::seed::MODEL, // data.seed  specs/plant.yml:10:3
    &super::descriptors::tool::MODEL, // data.tool  specs/plant.yml:14:3
];
static HOOKS: &[contract::HooksEntry] = &[
];
static COMMANDS: &[contract::CommandEntry] = &[
    contract::CommandEntry { descriptor: &super::command_descriptors::plant_feed_daily::COMMAND, run: contract::CommandRun::Code(crate::commands::plant::feed::daily::COMMAND) }, // command.plant.feed.daily  specs/plant.yml:40:7
    contract::CommandEntry { descriptor: &super::command_descriptors::plant_get::COMMAND, run: contract::CommandRun::Code(crate::commands::plant::get::COMMAND) }, // command.plant.get  specs/plant.yml:35:5
    contract::CommandEntry { descriptor: &super::command_descriptors::plant_list::COMMAND, run: contract::CommandRun::Pending("commands made from data models are not run yet; the data API has `/plant/`") }, // command.plant.list  specs/plant.yml:26:3
    contract::CommandEntry { descriptor: &super::command_descriptors::plant_remove::COMMAND, run: contract::CommandRun::Pending("commands made from data models are not run yet; the data API has `/plant/`") }, // command.plant.remove  specs/plant.yml:26:3
    contract::CommandEntry { descriptor: &super::command_descriptors::plant_save::COMMAND, run: contract::CommandRun::Pending("commands made from data models are not run yet; the data API has `/plant/`") }, // command.plant.save  specs/plant.yml:26:3
    contract::CommandEntry { descriptor: &super::command_descriptors::seed_get::COMMAND, run: contract::CommandRun::Pending("commands made from data models are not run yet; the data API has `/seed/`") }, // command.seed.get  specs/plant.yml:41:3
    contract::CommandEntry { descriptor: &super::command_descriptors::seed_list::COMMAND, run: contract::CommandRun::Pending("commands made from data models are not run yet; the data API has `/seed/`") }, // command.seed.list  specs/plant.yml:41:3
    contract::CommandEntry { descriptor: &super::command_descriptors::seed_remove::COMMAND, run: contract::CommandRun::Pending("commands made from data models are not run yet; the data API has `/seed/`") }, // command.seed.remove  specs/plant.yml:41:3
    contract::CommandEntry { descriptor: &super::command_descriptors::shed_tool_save::COMMAND, run: contract::CommandRun::Pending("commands made from data models are not run yet; the data API has `/tool/`") }, // command.shed.tool.save  specs/plant.yml:46:5
];
static IMPORTS: &[&contract::ImportDescriptor] = &[
];
static MIGRATIONS: &[contract::MigrationSet] = &[
    contract::MigrationSet { database: contract::Database::Sqlite, store: contract::Store::Main, migrations: &[
    ] },
    contract::MigrationSet { database: contract::Database::Sqlite, store: contract::Store::Messages, migrations: &[
    ] },
];
