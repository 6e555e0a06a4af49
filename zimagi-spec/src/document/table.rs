//! The tables of keys, by name: one a kind of mapping. The reference of the language is printed from them in this order.

use super::key::Key;
use super::{
    calculation, command, command_base, command_resource, data, field, help, import, import_target, lock, manifest,
    meta, parameter, plugin, profile, section, service, task,
};

/// Declares the tables, so that a table is one line.
macro_rules! tables {
    ($($name:ident $file:literal $title:literal $keys:expr, $rest:ident;)*) => {
        /// A kind of mapping: which keys it may have.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Table {
            $(#[doc = concat!("The keys of ", $title, ".")] $name,)*
        }

        impl Table {
            /// Every table, in the order of the reference.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// What has these keys, in a few words.
            #[must_use]
            pub const fn title(self) -> &'static str {
                match self { $(Self::$name => $title,)* }
            }

            /// The page of the reference it stands on.
            #[must_use]
            pub const fn page(self) -> &'static str {
                match self { $(Self::$name => $file,)* }
            }

            /// The keys.
            #[must_use]
            pub const fn keys(self) -> &'static [Key] {
                match self { $(Self::$name => $keys,)* }
            }

            /// What other keys mean.
            #[must_use]
            pub const fn rest(self) -> Rest {
                match self { $(Self::$name => Rest::$rest,)* }
            }

            /// The table in an identifier: `CommandBase`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$name => stringify!($name),)* }
            }
        }
    };
}

/// What keys mean that a table does not list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rest {
    /// Nothing: they are mistakes.
    Unknown,
    /// They belong to whoever reads the entry: a provider, a command, a container.
    Free,
    /// With an underscore at the beginning they are mistakes, else they belong to whoever reads the entry.
    FreeWithoutUnderscore,
    /// With an underscore at the beginning they hold anchors, else they are mistakes.
    Anchors,
}

tables! {
    Manifest "manifest" "the manifest" manifest::KEYS, Unknown;
    Spec "files" "a spec file" section::KEYS, Anchors;
    Data "data" "an entry of data, data_base or data_mixins" data::KEYS, Unknown;
    Meta "data" "`meta` of a data model" meta::KEYS, Unknown;
    Roles "data" "`roles` of a data model" data::ROLES_KEYS, Unknown;
    Triggers "data" "`triggers` of a data model" data::TRIGGERS_KEYS, Unknown;
    Field "data" "a field" field::KEYS, Unknown;
    Options "data" "`options` of a field" field::OPTION_KEYS, Unknown;
    Command "command" "a command" command::KEYS, Unknown;
    Resource "command" "`options` of commands made from a data model" command_resource::OPTION_KEYS, Unknown;
    Schedule "command" "an agent, beside those of a command" command_resource::AGENT_KEYS, Unknown;
    CommandBase "command" "an entry of command_base" command_base::BASE_KEYS, Unknown;
    CommandMixin "command" "an entry of command_mixins" command_base::MIXIN_KEYS, Unknown;
    Accessor "command" "an entry of `meta` of a command mixin" command_base::ACCESSOR_KEYS, Unknown;
    Parameter "command" "a parameter" parameter::KEYS, Unknown;
    Plugin "plugin" "an entry of plugin" plugin::KEYS, Free;
    PluginMixin "plugin" "an entry of plugin_mixins" plugin::MIXIN_KEYS, Unknown;
    Provider "plugin" "a provider" plugin::PROVIDER_KEYS, Free;
    Method "plugin" "a method of an interface" plugin::METHOD_KEYS, Unknown;
    Setting "plugin" "a setting of a provider" plugin::SETTING_KEYS, Unknown;
    Import "import" "an import" import::KEYS, Unknown;
    Target "import" "`data` of an import" import_target::KEYS, Unknown;
    Map "import" "a field in `map`" import_target::MAP_KEYS, Unknown;
    Relation "import" "a relation of an import" import_target::RELATION_KEYS, Unknown;
    Formatter "import" "a formatter" import_target::FORMATTER_KEYS, Free;
    Calculation "calculation" "a calculation" calculation::KEYS, Unknown;
    Query "calculation" "a query of a calculation" calculation::QUERY_KEYS, Unknown;
    Record "calculation" "`record` of a calculation" calculation::RECORD_KEYS, Free;
    Service "service" "an entry of services" service::SERVICE_KEYS, Free;
    Worker "service" "an entry of workers" service::WORKER_KEYS, Unknown;
    Encryption "service" "an entry of encryption" service::ENCRYPTION_KEYS, Unknown;
    Profile "profile" "a profile" profile::KEYS, Anchors;
    Parent "profile" "a parent of a profile" profile::PARENT_KEYS, Unknown;
    Step "profile" "an instance of run or destroy" profile::STEP_KEYS, FreeWithoutUnderscore;
    Nested "profile" "an instance of profile" profile::NESTED_KEYS, FreeWithoutUnderscore;
    Dataset "profile" "an instance of data" profile::DATASET_KEYS, FreeWithoutUnderscore;
    Task "task" "a task" task::KEYS, Unknown;
    Help "help" "a help text" help::KEYS, Free;
    Lock "lock" "the lock file" lock::KEYS, Unknown;
    LockedModule "lock" "an entry of `module` in the lock file" lock::MODULE_KEYS, Unknown;
}
