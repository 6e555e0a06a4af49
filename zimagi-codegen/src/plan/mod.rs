//! The plan: everything decided about an application, ready to be written down.
//!
//! Rust, SQL and URL names, types, access and order are settled here; what emits artifacts or migrations only writes. The plan
//! borrows nothing from specs and cannot express what the rules forbid. [`Plan::render`] gives it as text.

mod command;
mod effect;
mod field;
mod history;
mod implementation;
mod import;
mod keyed;
mod migration;
mod model;
mod opening;
mod path;
mod prelude;
mod right;
mod role;
mod selection;

use zimagi_spec::names::Database;

pub(crate) use command::{AudiencePlan, CodePlan, CommandPlan, FormPlan, ParameterPlan};
pub use effect::Effect;
pub(crate) use field::{FieldKindPlan, FieldPlan, LimitsPlan, LinkPlan, MemberPlan, PresencePlan, RelationPlan};
pub use history::History;
pub use implementation::{HooksCode, HooksToWrite, Implementation, Outstanding};
pub(crate) use implementation::{code_file, parameters_path};
pub(crate) use import::{ImportPlan, ImportRelationPlan, MapPlan, MapSourcePlan, SourcePlan, TargetPlan};
pub use keyed::{KeyFile, KeyedModel};
pub(crate) use migration::{MigrationPlan, MigrationSetPlan};
pub(crate) use model::{
    AccessPlan, DieselColumnPlan, DieselPlan, Home, HooksPlan, IdentifierPlan, IndexPlan, IndexStep, JoinPlan,
    ModelPlan, OrderingPlan, ReversePlan, TriggersPlan,
};
pub(crate) use opening::OpeningPlan;
pub(crate) use path::{EndPlan, ExtensionPlan, MethodPlan};
pub(crate) use prelude::PreludePlan;
pub(crate) use right::Who;
pub(crate) use role::RolePlan;
pub use selection::{Part, Selection};

/// Everything decided about one application, or about the platform when it is compiled by itself.
#[derive(Debug)]
pub struct Plan {
    /// The name in the manifest.
    pub(crate) name: String,
    /// What is emitted.
    pub(crate) unit: Unit,
    /// The databases that migrations are written for.
    pub(crate) databases: Vec<Database>,
    /// Where the application opens access to entries of others.
    pub(crate) openings: Vec<OpeningPlan>,
    /// Declared roles, by name.
    pub(crate) roles: Vec<RolePlan>,
    /// All models, by name.
    pub(crate) models: Vec<ModelPlan>,
    /// Pairs of models whose Diesel tables may meet in one query.
    pub(crate) joins: Vec<JoinPlan>,
    /// All commands, by path.
    pub(crate) commands: Vec<CommandPlan>,
    /// All imports, by name.
    pub(crate) imports: Vec<ImportPlan>,
    /// What queries need in scope, unless that is nothing.
    pub(crate) prelude: Option<PreludePlan>,
    /// The migrations that lie in the project's folder.
    pub(crate) migrations: Vec<MigrationSetPlan>,
}

/// What is compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// The platform's own models: structs and typed paths for the runtime.
    Platform,
    /// A module that is a crate: structs, typed paths and the code of its own commands. It is part of applications.
    Module,
    /// A whole application: descriptors of every model, and the code of its own.
    Application,
}

impl Plan {
    /// The name in the manifest.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The model of this name. Rules have found the target of every relation and link.
    pub(crate) fn model(&self, name: &str) -> &ModelPlan {
        let model = self.models.iter().find(|model| model.name == name);
        model.expect("names in a plan are those of models")
    }

    /// The models whose Rust code this crate holds.
    pub(crate) fn own_models(&self) -> impl Iterator<Item = &ModelPlan> {
        self.models.iter().filter(|model| model.home == Home::Own)
    }

    /// The commands whose Rust code this crate holds.
    pub(crate) fn own_commands(&self) -> impl Iterator<Item = &CommandPlan> {
        let is_code = |code: &CodePlan| !matches!(code, CodePlan::Resource { .. });
        self.commands.iter().filter(move |command| command.home == Home::Own && is_code(&command.code))
    }

    /// Whether there is any command.
    pub(crate) const fn has_commands(&self) -> bool {
        !self.commands.is_empty()
    }

    /// Whether there is any import.
    pub(crate) const fn has_imports(&self) -> bool {
        !self.imports.is_empty()
    }

    /// Whether any model asks for a Diesel schema.
    pub(crate) fn has_diesel(&self) -> bool {
        self.models.iter().any(|model| model.diesel.is_some())
    }
}
