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
    &super::descriptors::user::MODEL, // data.user  platform/specs/data/user.yml:2:3
    &super::descriptors::wish::MODEL, // data.wish  specs/stock.yml:7:3
];
static HOOKS: &[contract::HooksEntry] = &[
    contract::HooksEntry::of::<::zimagi_runtime::platform::user::User, crate::hooks::user::UserHooks>(), // data.user.hooks  platform/specs/data/user.yml:2:3
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
