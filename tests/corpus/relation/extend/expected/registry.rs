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
    contract::RoleDescriptor { name: "cook", help: "Cooks." },
    contract::RoleDescriptor { name: "keeper", help: "Keeps everything." },
];
static MODELS: &[&contract::ModelDescriptor] = &[
    &super::descriptors::bar::MODEL, // data.bar  specs/stock.yml:17:3
    &super::descriptors::person::MODEL, // data.person  specs/stock.yml:22:3
    &super::descriptors::place::MODEL, // data.place  specs/stock.yml:3:3
    &super::descriptors::restaurant::MODEL, // data.restaurant  specs/stock.yml:11:3
    &super::descriptors::tag::MODEL, // data.tag  specs/stock.yml:2:3
    &super::descriptors::visit::MODEL, // data.visit  specs/stock.yml:23:3
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
