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
    &super::descriptors::parcel::MODEL, // data.parcel  specs/stock.yml:3:3
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
    contract::MigrationSet { database: contract::Database::Postgresql, store: contract::Store::Main, migrations: &[
    ] },
    contract::MigrationSet { database: contract::Database::Mysql, store: contract::Store::Main, migrations: &[
    ] },
];
