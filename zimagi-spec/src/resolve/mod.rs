//! Resolution: all documents together, names bound, bases and mixins merged, origins kept.
//!
//! In go documents; out come [`Resolved`] specs. Mistakes are collected; what is mistaken is left out of the result, so that
//! one mistake has no echoes. Knows nothing of Rust code or SQL.

mod access;
mod accessor;
mod adaptation;
mod alias;
mod command;
mod command_layers;
mod draft;
mod extend;
mod field;
mod import;
mod index;
mod inherit;
mod join;
mod join_command;
mod join_data;
mod merge;
mod mistake;
mod model;
mod moment;
mod opening;
mod opening_command;
mod option;
mod order;
mod parameter;
mod part;
mod relation;
mod resolved;
mod resource;
mod scalar;
mod value;
mod version;

pub use crate::document::{Literal, Mention, Named, Owner, PartDoc, PartKind};
pub(crate) use extend::lineage;
pub(crate) use mistake::unknown_field;
pub use resolved::{
    Access, Choice, Command, Extends, Field, FieldKind, Form, Identifier, Import, ImportRelation, ImportTarget, Limits,
    Link, Manifest, Map, MapValue, Model, Ordering, Origin, OwnerId, Parameter, Part, Relation, Reported, Resolved,
    Reverse, Role, Runs, Source, Triggers,
};
pub(crate) use value::{expected, fitted, listed};

use crate::diagnostic::Diagnostics;
use crate::document::ModuleDoc;

/// Joins the documents of all modules: the platform first, then each module after those that it uses, the application last.
///
/// # Panics
///
/// If there is no module at all.
#[must_use]
pub fn resolve(modules: Vec<ModuleDoc>, diagnostics: &mut Diagnostics) -> Resolved {
    let modules = &order::order(modules, diagnostics);
    let mut joined = join::join(modules, diagnostics);
    let last = modules.last().expect("there is always a module to compile");
    let mut reported = Reported { has_lost_files: modules.iter().any(|one| one.has_lost_files), ..Reported::default() };
    let mistaken = joined.imports.values().filter(|entry| entry.document.is_mistaken);
    reported.imports.extend(mistaken.map(|entry| entry.document.name.value.clone()));
    let parts = part::collect(modules, &mut joined.imports);
    let models = model::resolve_models(&joined, modules, &mut reported, diagnostics);
    Resolved {
        owners: modules.iter().map(|one| one.owner.clone()).collect(),
        manifest: join::manifest(last, diagnostics),
        commands: command::resolve_commands(&joined, &models, diagnostics),
        imports: import::resolve_imports(&joined, &models, diagnostics),
        mentions: part::mentions(&joined),
        roles: joined.roles,
        parts,
        models,
        reported,
    }
}
