//! Lowering: checked specs in, the plan out. Cannot fail; what could was found by the rules.
//!
//! Everything is put in the order of its name, so that neither the order of files nor of entries shows in any artifact. Knows
//! nothing of tokens or files.

mod command;
mod diesel;
mod field;
mod import;
mod index;
mod literal;
mod model;
mod opening;
mod path;
mod prelude;

use std::collections::BTreeSet;

use zimagi_spec::diagnostic::Diagnostics;
use zimagi_spec::resolve::{Origin, OwnerId, Resolved, Role};
use zimagi_spec::source::{SourceMap, Span};

use crate::plan::{Home, MigrationSetPlan, Plan, RolePlan, Unit};

/// Decides everything about checked specs; `foreign` are those that other crates have compiled without this one's.
pub(crate) fn lower(
    (resolved, foreign): (&Resolved, Option<&Resolved>),
    (sources, diagnostics): (&SourceMap, &Diagnostics),
    beside: Beside,
) -> Plan {
    let cx = Context { resolved, foreign, sources, beside: &beside };
    let models = model::lower_models(&cx);
    Plan {
        name: resolved.manifest.name.value.clone(),
        unit: beside.unit,
        databases: resolved.manifest.databases.iter().map(|database| database.value).collect(),
        openings: opening::lower_openings(diagnostics, sources),
        roles: sorted(resolved.roles.values().map(lower_role), |role: &RolePlan| role.name.clone()),
        joins: diesel::lower_joins(&models),
        prelude: prelude::lower_prelude(&cx, &models),
        models,
        commands: command::lower_commands(&cx),
        imports: import::lower_imports(&cx),
        migrations: beside.migrations,
    }
}

/// What a project is, and what lies in it beside its specs.
pub(crate) struct Beside {
    pub(crate) unit: Unit,
    pub(crate) migrations: Vec<MigrationSetPlan>,
    /// The commands of modules of specs alone that the application has code for, words joined by a blank.
    pub(crate) written: BTreeSet<String>,
}

/// What lowering looks things up in.
struct Context<'a> {
    resolved: &'a Resolved,
    /// The specs of the crates that this one stands on, without its own; nothing for the platform.
    foreign: Option<&'a Resolved>,
    sources: &'a SourceMap,
    beside: &'a Beside,
}

impl Context<'_> {
    fn place(&self, span: Span) -> String {
        self.sources.locate(span)
    }

    fn owner_name(&self, id: OwnerId) -> String {
        self.resolved.owners[id.0].name.clone()
    }

    /// Where the Rust code of an owner's entries lies; `models` or another word names the part.
    fn home(&self, id: OwnerId, part: &str) -> Home {
        let owner = &self.resolved.owners[id.0];
        match owner.crate_path.as_str() {
            "crate" => Home::Own,
            path if owner.name == "platform" => Home::External(format!("::{path}::platform")),
            path => Home::External(format!("::{path}::{part}")),
        }
    }
}

impl Context<'_> {
    /// Where a field came from, empty for the model itself.
    fn origin(&self, origin: &Origin) -> String {
        match origin {
            Origin::Own => String::new(),
            Origin::Base(name) => format!("base {name}"),
            Origin::Mixin(name) => format!("mixin {name}"),
            Origin::Platform => "every model".to_owned(),
            Origin::Addition(owner) => format!("added by {}", self.owner_name(*owner)),
        }
    }
}

fn lower_role(role: &Role) -> RolePlan {
    RolePlan { name: role.name.value.clone(), help: role.help.clone() }
}

fn sorted<T, K: Ord>(items: impl Iterator<Item = T>, key: impl FnMut(&T) -> K) -> Vec<T> {
    let mut items: Vec<T> = items.collect();
    items.sort_by_key(key);
    items
}

fn texts<'a>(spanned: impl IntoIterator<Item = &'a zimagi_spec::source::Spanned<String>>) -> Vec<String> {
    spanned.into_iter().map(|text| text.value.clone()).collect()
}
