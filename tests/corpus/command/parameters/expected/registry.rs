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
    contract::RoleDescriptor { name: "keeper", help: "Keeps the stock." },
];
static MODELS: &[&contract::ModelDescriptor] = &[
];
static HOOKS: &[contract::HooksEntry] = &[
];
static COMMANDS: &[contract::CommandEntry] = &[
    contract::CommandEntry { descriptor: &super::command_descriptors::refresh::COMMAND, run: contract::CommandRun::Code(crate::commands::refresh::COMMAND) }, // command.refresh  specs/stock.yml:15:3
    contract::CommandEntry { descriptor: &super::command_descriptors::stock_count::COMMAND, run: contract::CommandRun::Code(crate::commands::stock::count::COMMAND) }, // command.stock.count  specs/stock.yml:6:5
];
static IMPORTS: &[&contract::ImportDescriptor] = &[
];
static MIGRATIONS: &[contract::MigrationSet] = &[
    contract::MigrationSet { database: contract::Database::Sqlite, store: contract::Store::Main, migrations: &[
    ] },
    contract::MigrationSet { database: contract::Database::Sqlite, store: contract::Store::Messages, migrations: &[
    ] },
];
