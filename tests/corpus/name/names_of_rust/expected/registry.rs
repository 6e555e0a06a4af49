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
    &super::descriptors::bool::MODEL, // data.bool  specs/stock.yml:3:3
    &super::descriptors::contract::MODEL, // data.contract  specs/stock.yml:27:3
    &super::descriptors::diesel::MODEL, // data.diesel  specs/stock.yml:21:3
    &super::descriptors::std::MODEL, // data.std  specs/stock.yml:9:3
    &super::descriptors::string::MODEL, // data.string  specs/stock.yml:48:3
    &super::descriptors::table::MODEL, // data.table  specs/stock.yml:15:3
    &super::descriptors::usual::MODEL, // data.usual  specs/stock.yml:33:3
];
static HOOKS: &[contract::HooksEntry] = &[
];
static COMMANDS: &[contract::CommandEntry] = &[
];
static IMPORTS: &[&contract::ImportDescriptor] = &[
];
static MIGRATIONS: &[contract::MigrationSet] = &[
    contract::MigrationSet { database: contract::Database::Sqlite, store: contract::Store::Main, migrations: &[
    ] },
    contract::MigrationSet { database: contract::Database::Sqlite, store: contract::Store::Messages, migrations: &[
    ] },
];
